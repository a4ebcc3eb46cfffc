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
