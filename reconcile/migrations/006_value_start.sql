ALTER TABLE claims ADD COLUMN value_start BIGINT;
COMMENT ON COLUMN claims.value_start IS 'Where value_text begins in quote, in code points from 0; null of claims read before that was kept.';

-- The record's columns stand before what is made from them.
ALTER TABLE claims ADD COLUMN sketch_after BIGINT[];
UPDATE claims SET sketch_after = sketch;
ALTER TABLE claims DROP COLUMN sketch;
ALTER TABLE claims RENAME sketch_after TO sketch;
COMMENT ON COLUMN claims.sketch IS 'Some hashes of the words of quote: near-equal texts share most of them. Null for quotes too short to tell.';
