ALTER TABLE versions ADD COLUMN as_of DATE;
ALTER TABLE versions ADD COLUMN overrides VARCHAR;
COMMENT ON COLUMN versions.as_of IS 'Only episodes published by this day count in it; null: all.';
COMMENT ON COLUMN versions.overrides IS 'What the user had decided (pins, rejections, merges, splits, weights, each with its reason), as JSON.';
COMMENT ON COLUMN entries.status IS 'pinned, single, agreed, rounded, superseded or contested; see facts.status.';
