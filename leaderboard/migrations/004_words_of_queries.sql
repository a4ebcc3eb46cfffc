-- What several queries ask for, each said once.

-- A version that is not published yet may be asked for, too: its hash is made from its entries.
CREATE MACRO entries_at(number) AS TABLE
SELECT * EXCLUDE (from_version, to_version)
FROM entries
WHERE from_version <= number AND (to_version IS NULL OR to_version >= number);
COMMENT ON MACRO TABLE entries_at IS 'entries_at(version): the entries of one version, in no order; leaderboard_at ranks them.';

CREATE MACRO file_name(path) AS regexp_extract(path, '[^/\\]*$');
COMMENT ON MACRO file_name IS 'file_name(path): the last part of a path.';

CREATE MACRO part_order(part) AS list_position(
    [
        'supports', 'rounds', 'repeated', 'derived', 'contradicts', 'superseded', 'slip', 'against',
        'hypothetical'
    ],
    part
);
COMMENT ON MACRO part_order IS 'part_order(part): where a fact_claims.part stands among the others, from 1: what bears the value out comes first.';

CREATE OR REPLACE MACRO leaderboard_at(number) AS TABLE
SELECT
    CASE WHEN a.better IS NOT NULL THEN rank() OVER (
        PARTITION BY e.attribute, e.benchmark, e.setting, e.unit
        ORDER BY CASE a.better WHEN 'less' THEN e.value ELSE -e.value END
    ) END AS rank,
    e.*,
    CASE
        WHEN e.status = 'contested' THEN 'contested'
        WHEN e.stance = 'hedged' THEN 'hedged'
        WHEN e.status = 'single' THEN 'single'
    END AS doubt
FROM entries_at(number) e
LEFT JOIN attributes a ON a.name = e.attribute
WHERE number <= (SELECT max(version) FROM versions)
ORDER BY
    a.position, e.attribute, e.benchmark, e.setting NULLS FIRST, e.unit, rank,
    e.value DESC, e.subject;
COMMENT ON MACRO TABLE leaderboard_at IS 'leaderboard_at(version): the entries of one version, ranked in the direction that attributes.better says now.';

CREATE OR REPLACE MACRO leaderboard_diff(a, b) AS TABLE
WITH earlier AS (SELECT * EXCLUDE (rank, doubt) FROM leaderboard_at(a)),
later AS (SELECT * EXCLUDE (rank, doubt) FROM leaderboard_at(b)),
gone AS (SELECT * FROM earlier EXCEPT SELECT * FROM later),
come AS (SELECT * FROM later EXCEPT SELECT * FROM earlier),
told AS (
    SELECT DISTINCT
        fact, {'title': title, 'show': "show", 'published': published, 'episode': episode} AS cause
    FROM causes
    WHERE version > a AND version <= b
),
reasons AS (SELECT fact, list(cause ORDER BY cause) AS episodes FROM told GROUP BY fact)
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
