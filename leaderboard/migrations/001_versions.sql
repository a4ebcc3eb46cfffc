CREATE TABLE versions (
    version INTEGER PRIMARY KEY,
    parent INTEGER,
    content_hash VARCHAR NOT NULL,
    created TIMESTAMP NOT NULL,
    label VARCHAR,
    episodes VARCHAR[] NOT NULL,
    extractor VARCHAR NOT NULL,
    lexicon VARCHAR NOT NULL,
    policy VARCHAR NOT NULL,
    entries BIGINT NOT NULL,
    added BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    removed BIGINT NOT NULL
);
COMMENT ON TABLE versions IS 'The states of the leaderboard that were published; none is ever changed.';
COMMENT ON COLUMN versions.version IS 'Its number, from 1.';
COMMENT ON COLUMN versions.parent IS 'The version that it was compared with; null for the first.';
COMMENT ON COLUMN versions.content_hash IS 'SHA-256 of its entries, hexadecimal; the same entries have the same hash everywhere.';
COMMENT ON COLUMN versions.created IS 'When it was published, UTC.';
COMMENT ON COLUMN versions.label IS 'What its publisher called it.';
COMMENT ON COLUMN versions.episodes IS 'episodes.id of all that it was made from, ascending.';
COMMENT ON COLUMN versions.extractor IS 'Hash of the extractor of those episodes; several are joined by commas.';
COMMENT ON COLUMN versions.lexicon IS 'Hash of the lexicon at publication.';
COMMENT ON COLUMN versions.policy IS 'Hash of the weights at publication.';
COMMENT ON COLUMN versions.entries IS 'How many entries it has.';
COMMENT ON COLUMN versions.added IS 'How many of them its parent has not.';
COMMENT ON COLUMN versions.changed IS 'How many of them are otherwise in its parent.';
COMMENT ON COLUMN versions.removed IS 'How many of its parent it has not.';

CREATE TABLE entries (
    fact VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    subject_kind VARCHAR,
    attribute VARCHAR NOT NULL,
    benchmark VARCHAR,
    setting VARCHAR,
    value DOUBLE NOT NULL,
    low DOUBLE,
    high DOUBLE,
    unit VARCHAR NOT NULL,
    qualifier VARCHAR NOT NULL,
    stance VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    runner_up DOUBLE,
    episodes BIGINT NOT NULL,
    first_said DATE,
    last_said DATE,
    from_version INTEGER NOT NULL,
    to_version INTEGER
);
COMMENT ON TABLE entries IS 'Facts as they stand in versions: each row holds from from_version to to_version.';
COMMENT ON COLUMN entries.fact IS 'facts.id.';
COMMENT ON COLUMN entries.subject IS 'What has the quantity.';
COMMENT ON COLUMN entries.subject_kind IS 'model, hardware, organisation, human or other.';
COMMENT ON COLUMN entries.attribute IS 'attributes.name.';
COMMENT ON COLUMN entries.benchmark IS 'What a score is on.';
COMMENT ON COLUMN entries.setting IS 'What the value holds for, such as 5-shot or H100.';
COMMENT ON COLUMN entries.value IS 'In unit.';
COMMENT ON COLUMN entries.low IS 'Least value said, in unit; null where that side is open.';
COMMENT ON COLUMN entries.high IS 'Greatest value said, in unit; null where that side is open.';
COMMENT ON COLUMN entries.unit IS 'Unit of all values of this entry.';
COMMENT ON COLUMN entries.qualifier IS 'exact, about, at_least, at_most or range.';
COMMENT ON COLUMN entries.stance IS 'asserted, or hedged where nobody asserts it.';
COMMENT ON COLUMN entries.status IS 'single, agreed, rounded, superseded or contested; see facts.status.';
COMMENT ON COLUMN entries.confidence IS '0 to 1.';
COMMENT ON COLUMN entries.runner_up IS 'The other value of a contested entry, the one before of a superseded one.';
COMMENT ON COLUMN entries.episodes IS 'How many episodes stand behind the value.';
COMMENT ON COLUMN entries.first_said IS 'Earliest known day of publication of those episodes.';
COMMENT ON COLUMN entries.last_said IS 'Latest known day of publication of those episodes.';
COMMENT ON COLUMN entries.from_version IS 'First version that has this row.';
COMMENT ON COLUMN entries.to_version IS 'Last version that has this row; null while it stands.';

-- Ranks compare like with like; ties share one. Without a better direction there is no rank.
CREATE MACRO leaderboard_at(number) AS TABLE
SELECT
    CASE WHEN a.better IS NOT NULL THEN rank() OVER (
        PARTITION BY e.attribute, e.benchmark, e.setting, e.unit
        ORDER BY CASE a.better WHEN 'less' THEN e.value ELSE -e.value END
    ) END AS rank,
    e.* EXCLUDE (from_version, to_version)
FROM entries e
LEFT JOIN attributes a ON a.name = e.attribute
WHERE e.from_version <= number AND (e.to_version IS NULL OR e.to_version >= number)
ORDER BY
    a.position, e.attribute, e.benchmark, e.setting NULLS FIRST, e.unit, rank,
    e.value DESC, e.subject;
COMMENT ON MACRO TABLE leaderboard_at IS 'The entries of one version, ranked.';

CREATE VIEW leaderboard AS
SELECT
    rank, subject, attribute, benchmark, setting, value, low, high, unit, status, confidence,
    episodes, first_said, last_said
FROM leaderboard_at((SELECT max(version) FROM versions));
COMMENT ON VIEW leaderboard IS 'The newest version, ranked within attribute, benchmark and setting.';
