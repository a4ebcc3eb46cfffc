-- What people may rely on when they ask the file itself: views and macros over the versions.

CREATE TABLE causes (
    version INTEGER NOT NULL,
    fact VARCHAR NOT NULL,
    episode VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    "show" VARCHAR,
    published DATE
);
COMMENT ON TABLE causes IS 'Why entries changed: the episodes that came with a version and speak of the fact.';
COMMENT ON COLUMN causes.version IS 'versions.version.';
COMMENT ON COLUMN causes.fact IS 'entries.fact that was added or changed in that version.';
COMMENT ON COLUMN causes.episode IS 'episodes.id of an episode that its parent was not made from; it may be forgotten since.';
COMMENT ON COLUMN causes.title IS 'Its title then, or else the name of its file.';
COMMENT ON COLUMN causes."show" IS 'Its show then.';
COMMENT ON COLUMN causes.published IS 'Its day of publication then.';

CREATE TABLE forgotten (episode VARCHAR PRIMARY KEY, source VARCHAR NOT NULL, title VARCHAR);
COMMENT ON TABLE forgotten IS 'Episodes that the user had forgotten: a build passes them over.';
COMMENT ON COLUMN forgotten.episode IS 'What episodes.id was.';
COMMENT ON COLUMN forgotten.source IS 'What episodes.source was.';
COMMENT ON COLUMN forgotten.title IS 'What episodes.title was.';

DROP VIEW leaderboard;
DROP MACRO TABLE leaderboard_at;

-- Ranks compare like with like; ties share one. Without a better direction there is no rank.
CREATE MACRO leaderboard_at(number) AS TABLE
SELECT
    CASE WHEN a.better IS NOT NULL THEN rank() OVER (
        PARTITION BY e.attribute, e.benchmark, e.setting, e.unit
        ORDER BY CASE a.better WHEN 'less' THEN e.value ELSE -e.value END
    ) END AS rank,
    e.* EXCLUDE (from_version, to_version),
    CASE
        WHEN e.status = 'contested' THEN 'contested'
        WHEN e.stance = 'hedged' THEN 'hedged'
        WHEN e.status = 'single' THEN 'single'
    END AS doubt
FROM entries e
LEFT JOIN attributes a ON a.name = e.attribute
WHERE e.from_version <= number AND (e.to_version IS NULL OR e.to_version >= number)
    AND number <= (SELECT max(version) FROM versions)
ORDER BY
    a.position, e.attribute, e.benchmark, e.setting NULLS FIRST, e.unit, rank,
    e.value DESC, e.subject;
COMMENT ON MACRO TABLE leaderboard_at IS 'leaderboard_at(version): the entries of one version, ranked in the direction that attributes.better says now.';

CREATE MACRO leaderboard_as_of(day) AS TABLE
FROM leaderboard_at(
    (SELECT max(version) FROM versions WHERE created < CAST(day AS DATE) + INTERVAL 1 DAY)
);
COMMENT ON MACRO TABLE leaderboard_as_of IS 'leaderboard_as_of(day): the newest version that was published by the end of that day, UTC; ranked.';

CREATE VIEW leaderboard AS
SELECT
    rank, subject, attribute, benchmark, setting, value, low, high, unit, status, confidence,
    episodes, first_said, last_said, doubt, fact
FROM leaderboard_at((SELECT max(version) FROM versions));
COMMENT ON VIEW leaderboard IS 'The newest version, ranked within attribute, benchmark, setting and unit; ties share a rank.';
COMMENT ON COLUMN leaderboard.rank IS 'From 1; null of what is neither better nor worse. Of prices the least is first.';
COMMENT ON COLUMN leaderboard.subject IS 'What has the quantity.';
COMMENT ON COLUMN leaderboard.attribute IS 'attributes.name.';
COMMENT ON COLUMN leaderboard.benchmark IS 'What a score is on.';
COMMENT ON COLUMN leaderboard.setting IS 'What the value holds for, such as 5-shot or H100.';
COMMENT ON COLUMN leaderboard.value IS 'In unit.';
COMMENT ON COLUMN leaderboard.low IS 'Least value said, in unit; null where that side is open.';
COMMENT ON COLUMN leaderboard.high IS 'Greatest value said, in unit; null where that side is open.';
COMMENT ON COLUMN leaderboard.unit IS 'Unit of value, low and high.';
COMMENT ON COLUMN leaderboard.status IS 'pinned, derived, single, agreed, rounded, superseded or contested; see facts.status.';
COMMENT ON COLUMN leaderboard.confidence IS '0 to 1.';
COMMENT ON COLUMN leaderboard.episodes IS 'How many episodes stand behind the value.';
COMMENT ON COLUMN leaderboard.first_said IS 'Earliest known day of publication of those episodes.';
COMMENT ON COLUMN leaderboard.last_said IS 'Latest known day of publication of those episodes.';
COMMENT ON COLUMN leaderboard.doubt IS 'Why to take it with care: contested, hedged (nobody asserts it) or single (one episode); else null.';
COMMENT ON COLUMN leaderboard.fact IS 'facts.id, fact_claims.fact: what leads to the claims.';

CREATE MACRO leaderboard_diff(a, b) AS TABLE
WITH earlier AS (SELECT * EXCLUDE (rank, doubt) FROM leaderboard_at(a)),
later AS (SELECT * EXCLUDE (rank, doubt) FROM leaderboard_at(b)),
gone AS (SELECT * FROM earlier EXCEPT SELECT * FROM later),
come AS (SELECT * FROM later EXCEPT SELECT * FROM earlier),
reasons AS (
    SELECT
        fact,
        list(
            DISTINCT {'title': title, 'show': "show", 'published': published, 'episode': episode}
            ORDER BY {'title': title, 'show': "show", 'published': published, 'episode': episode}
        ) AS episodes
    FROM causes WHERE version > a AND version <= b GROUP BY fact
)
SELECT
    CASE
        WHEN gone.fact IS NULL THEN 'added' WHEN come.fact IS NULL THEN 'removed' ELSE 'changed'
    END AS kind,
    coalesce(come.subject, gone.subject) AS subject,
    coalesce(come.attribute, gone.attribute) AS attribute,
    coalesce(come.benchmark, gone.benchmark) AS benchmark,
    coalesce(come.setting, gone.setting) AS setting,
    gone.value AS before, gone.low AS before_low, gone.high AS before_high,
    gone.unit AS before_unit, gone.qualifier AS before_qualifier, gone.status AS before_status,
    gone.confidence AS before_confidence, gone.episodes AS before_episodes,
    come.value AS after, come.low AS after_low, come.high AS after_high,
    come.unit AS after_unit, come.qualifier AS after_qualifier, come.status AS after_status,
    come.confidence AS after_confidence, come.episodes AS after_episodes,
    reasons.episodes AS because,
    coalesce(come.fact, gone.fact) AS fact
FROM gone FULL JOIN come ON come.fact = gone.fact
LEFT JOIN reasons ON reasons.fact = come.fact
LEFT JOIN attributes declared ON declared.name = coalesce(come.attribute, gone.attribute)
ORDER BY
    kind, declared.position, coalesce(come.attribute, gone.attribute),
    coalesce(come.benchmark, gone.benchmark), coalesce(come.setting, gone.setting) NULLS FIRST,
    coalesce(come.subject, gone.subject), coalesce(come.fact, gone.fact);
COMMENT ON MACRO TABLE leaderboard_diff IS 'leaderboard_diff(a, b): what version b has otherwise than version a: added, changed and removed entries, with the episodes that came between and speak of them.';

-- One row a model. Of several settings the value without one counts, else the surest.
CREATE MACRO models_at(number) AS TABLE
WITH chosen AS (
    SELECT e.*
    FROM leaderboard_at(number) e
    JOIN attributes declared ON declared.name = e.attribute AND declared.unit = e.unit
    WHERE e.subject_kind = 'model'
    QUALIFY row_number() OVER (
        PARTITION BY e.subject, e.attribute, e.benchmark
        ORDER BY e.setting NULLS FIRST, e.confidence DESC, e.fact
    ) = 1
)
SELECT
    subject,
    max(value) FILTER (attribute = 'parameters_total') AS parameters_total,
    max(value) FILTER (attribute = 'parameters_active') AS parameters_active,
    max(value) FILTER (attribute = 'context_window') AS context_window,
    max(value) FILTER (attribute = 'max_output') AS max_output,
    max(value) FILTER (attribute = 'price_input') AS price_input,
    max(value) FILTER (attribute = 'price_output') AS price_output,
    max(value) FILTER (attribute = 'price_subscription') AS price_subscription,
    max(value) FILTER (attribute = 'training_tokens') AS training_tokens,
    max(value) FILTER (attribute = 'training_compute') AS training_compute,
    map_from_entries(
        list((benchmark, value) ORDER BY benchmark) FILTER (attribute = 'score')
    ) AS scores,
    list(DISTINCT attribute ORDER BY attribute)
        FILTER (doubt IN ('contested', 'hedged')) AS doubtful
FROM chosen
GROUP BY subject
ORDER BY subject;
COMMENT ON MACRO TABLE models_at IS 'models_at(version): one row a model in that version, as in the view models.';

CREATE VIEW models AS FROM models_at((SELECT max(version) FROM versions));
COMMENT ON VIEW models IS 'The newest version with one row a model: its best-known figures side by side.';
COMMENT ON COLUMN models.subject IS 'Name of the model.';
COMMENT ON COLUMN models.parameters_total IS 'In parameters.';
COMMENT ON COLUMN models.parameters_active IS 'In parameters active at a time.';
COMMENT ON COLUMN models.context_window IS 'In tokens.';
COMMENT ON COLUMN models.max_output IS 'In tokens.';
COMMENT ON COLUMN models.price_input IS 'In USD a million tokens.';
COMMENT ON COLUMN models.price_output IS 'In USD a million tokens.';
COMMENT ON COLUMN models.price_subscription IS 'In USD a month.';
COMMENT ON COLUMN models.training_tokens IS 'In tokens.';
COMMENT ON COLUMN models.training_compute IS 'In FLOP.';
COMMENT ON COLUMN models.scores IS 'Of each benchmark the score in per cent; of several settings the one without, else the surest.';
COMMENT ON COLUMN models.doubtful IS 'Attributes whose value is contested or that nobody asserts.';

COMMENT ON COLUMN versions.as_of IS 'Only episodes published by this day count in it, and where time does not matter those without a date; null: all.';
COMMENT ON COLUMN versions.label IS 'What its publisher called it, with the version or, once, later.';
COMMENT ON COLUMN entries.status IS 'pinned, derived, single, agreed, rounded, superseded or contested; see facts.status.';
