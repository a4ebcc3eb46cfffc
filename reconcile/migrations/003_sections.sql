ALTER TABLE claims ADD COLUMN section VARCHAR;
COMMENT ON COLUMN claims.section IS 'advertisement (counts for nothing) or repeated (returns further on), where it was not said in the talk itself.';
COMMENT ON COLUMN fact_claims.reason IS 'Why it belongs to no fact: advertisement, no subject, no value, no benchmark, only denied or only hypothetical.';
