-- The columns of claims are those of the record, in its order, and then the sketch.
ALTER TABLE claims ADD COLUMN relation STRUCT(
    factor DOUBLE, low DOUBLE, high DOUBLE, attribute VARCHAR, subject VARCHAR
);
ALTER TABLE claims RENAME sketch TO old_sketch;
ALTER TABLE claims ADD COLUMN sketch BIGINT[];
UPDATE claims SET sketch = old_sketch;
ALTER TABLE claims DROP COLUMN old_sketch;
COMMENT ON COLUMN claims.relation IS 'Of a relative statement, which has no value of its own: factor (low to high) times the attribute of the other subject, null where that is not named.';
COMMENT ON COLUMN claims.sketch IS 'Some hashes of the words of quote: near-equal texts share most of them. Null for quotes too short to tell.';

CREATE TABLE derivations (
    episode VARCHAR NOT NULL,
    claim VARCHAR NOT NULL,
    base VARCHAR NOT NULL,
    period INTEGER NOT NULL,
    base_value DOUBLE NOT NULL,
    value DOUBLE NOT NULL,
    step INTEGER NOT NULL
);
COMMENT ON TABLE derivations IS 'The values that relative statements come to, where what they refer to is known.';
COMMENT ON COLUMN derivations.episode IS 'claims.episode.';
COMMENT ON COLUMN derivations.claim IS 'claims.id of the relative statement.';
COMMENT ON COLUMN derivations.base IS 'facts.id of what it refers to.';
COMMENT ON COLUMN derivations.period IS 'periods.period of the value that held when it was said.';
COMMENT ON COLUMN derivations.base_value IS 'That value, in the unit of both facts.';
COMMENT ON COLUMN derivations.value IS 'What it comes to: claims.relation.factor times base_value.';
COMMENT ON COLUMN derivations.step IS '1 where somebody said the base outright, 2 where the base is derived itself.';

COMMENT ON COLUMN fact_claims.part IS 'supports: same value; rounds: agrees within what was said; repeated: the episode, or an earlier one in the same words, has spoken already; derived: a relative statement (derivations) that comes to the value; contradicts: another value; superseded: the value of an older period; slip: off by a thousand, a million or, in per cent, a hundred from what many say; against: denies a value; hypothetical.';
COMMENT ON COLUMN fact_claims.reason IS 'Why it belongs to no fact: advertisement, no subject, no value, no base (of a relative statement: what it refers to is not known), circle (it would be derived from itself), long chain (its base is derived over two steps), no benchmark, no date, said later (than the day asked for), only denied, only hypothetical, or rejected by the user and why.';
COMMENT ON COLUMN facts.status IS 'pinned: set by the user; contested: another value or a denial has comparable weight; superseded: a newer value replaced an older one (runner_up, periods); derived: it only follows from relative statements; single: one episode; agreed: several episodes say the same; rounded: they agree within what was said.';
COMMENT ON COLUMN periods.status IS 'superseded, but of the value that stands: pinned, contested, derived, single, agreed or rounded within its period.';
COMMENT ON COLUMN facts.claims IS 'Claims that support, round or repeat the value, or from which it is derived.';
