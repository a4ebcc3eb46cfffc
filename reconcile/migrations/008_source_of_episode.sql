ALTER TABLE reconciled ADD COLUMN source VARCHAR;
COMMENT ON COLUMN reconciled.source IS 'sources.source that it counts as.';

-- Another state than any: all are reconciled anew, and the source is written.
UPDATE reconciled SET state = '';
