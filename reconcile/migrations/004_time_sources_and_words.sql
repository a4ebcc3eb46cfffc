-- How names are compared: blind to case, spaces and hyphens. Between two digits a space stays:
-- "Llama 3 3B" is not "Llama 33B", while "gpt4-32K" is "GPT-4 32k".
CREATE MACRO name_key(name) AS regexp_replace(
    regexp_replace(trim(translate(lower(name), '-‐‑–_', '     ')), '([^0-9]) +', '\1', 'g'),
    ' +([^0-9])', '\1', 'g'
);
COMMENT ON MACRO name_key IS 'A name as it is compared: without case, spaces and hyphens; between digits a space stays.';

ALTER TABLE claims ADD COLUMN sketch BIGINT[];
COMMENT ON COLUMN claims.sketch IS 'Some hashes of the words of quote: near-equal texts share most of them. Null for quotes too short to tell.';

ALTER TABLE facts ADD COLUMN valid_from DATE;
ALTER TABLE facts ADD COLUMN pinned VARCHAR;
COMMENT ON COLUMN facts.valid_from IS 'Of what changes: the day from which the value was said; periods has the values before.';
COMMENT ON COLUMN facts.pinned IS 'Why the user set this value; null where claims did.';
COMMENT ON COLUMN facts.status IS 'pinned: set by the user; contested: another value or a denial has comparable weight; superseded: a newer value replaced an older one (runner_up, periods); single: one episode; agreed: several episodes say the same; rounded: they agree within what was said.';
COMMENT ON COLUMN facts.value IS 'Value of the most precise asserted claim of the winning group, in unit, or as the user set it.';
COMMENT ON COLUMN facts.support IS 'Weight of the episodes whose value stands.';
COMMENT ON COLUMN facts.opposition IS 'Weight of the episodes that contradict it; superseded values and slips do not count.';

-- Without a key on episode and claim: a million rows are replaced in a fraction of the time.
CREATE TABLE parts_played AS
SELECT
    claim, episode, fact, part, reason,
    CAST(NULL AS VARCHAR) AS key, CAST(NULL AS INTEGER) AS period
FROM fact_claims;
DROP TABLE fact_claims;
ALTER TABLE parts_played RENAME TO fact_claims;
COMMENT ON TABLE fact_claims IS 'What became of every claim: the part that it plays in a fact, or why it belongs to none.';
COMMENT ON COLUMN fact_claims.claim IS 'claims.id.';
COMMENT ON COLUMN fact_claims.episode IS 'claims.episode.';
COMMENT ON COLUMN fact_claims.fact IS 'facts.id; null where the claim belongs to none.';
COMMENT ON COLUMN fact_claims.part IS 'supports: same value; rounds: agrees within what was said; repeated: the episode, or an earlier one in the same words, has spoken already; contradicts: another value; superseded: the value of an older period; slip: off by a thousand, a million or, in per cent, a hundred from what many say; against: denies a value; hypothetical.';
COMMENT ON COLUMN fact_claims.reason IS 'Why it belongs to no fact: advertisement, no subject, no value, no benchmark, no date, said later (than the day asked for), only denied, only hypothetical, or rejected by the user and why.';
COMMENT ON COLUMN fact_claims.key IS 'facts.id of the fact that it would belong to; null without a subject.';
COMMENT ON COLUMN fact_claims.period IS 'periods.period in which it plays its part.';

CREATE TABLE periods (
    fact VARCHAR NOT NULL,
    period INTEGER NOT NULL,
    value DOUBLE NOT NULL,
    low DOUBLE,
    high DOUBLE,
    unit VARCHAR NOT NULL,
    qualifier VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    support DOUBLE NOT NULL,
    episodes BIGINT NOT NULL,
    shows BIGINT NOT NULL,
    valid_from DATE,
    valid_to DATE,
    last_said DATE
);
COMMENT ON TABLE periods IS 'The values that a fact has had, each with the time in which it was said to hold; of what lasts there is one.';
COMMENT ON COLUMN periods.fact IS 'facts.id.';
COMMENT ON COLUMN periods.period IS '0 is the value that stands, 1 the one before.';
COMMENT ON COLUMN periods.value IS 'Value of the most precise asserted claim of the period, in unit.';
COMMENT ON COLUMN periods.low IS 'Least value in that claim; null where that side is open.';
COMMENT ON COLUMN periods.high IS 'Greatest value in that claim; null where that side is open.';
COMMENT ON COLUMN periods.unit IS 'Unit of value, low and high.';
COMMENT ON COLUMN periods.qualifier IS 'Qualifier of that claim: exact, about, at_least, at_most or range.';
COMMENT ON COLUMN periods.status IS 'superseded, but of the value that stands: pinned, contested, single, agreed or rounded within its period.';
COMMENT ON COLUMN periods.support IS 'Weight of the episodes that say the value in this period.';
COMMENT ON COLUMN periods.episodes IS 'Number of those episodes.';
COMMENT ON COLUMN periods.shows IS 'Shows of those episodes.';
COMMENT ON COLUMN periods.valid_from IS 'Day on which the value was first said; null of what lasts and of episodes without a date.';
COMMENT ON COLUMN periods.valid_to IS 'Day on which the next value was first said; null while the value stands.';
COMMENT ON COLUMN periods.last_said IS 'Latest known day on which the value was said in this period.';

CREATE TABLE sources (
    source VARCHAR PRIMARY KEY,
    name VARCHAR,
    weight DOUBLE NOT NULL,
    reliability DOUBLE,
    meetings BIGINT NOT NULL,
    agreements BIGINT NOT NULL,
    decided VARCHAR NOT NULL
);
COMMENT ON TABLE sources IS 'How much each show counts, learned from how often it agrees with others on what lasts; an estimate, not a judgement.';
COMMENT ON COLUMN sources.source IS 'Name of the show as it is compared; of an episode without a show, "episode" and its id.';
COMMENT ON COLUMN sources.name IS 'Name of the show as it is written most often; null for an episode without a show.';
COMMENT ON COLUMN sources.weight IS 'What its claims are multiplied by; 1 is the average.';
COMMENT ON COLUMN sources.reliability IS 'Estimated share of its claims that are right, drawn to the mean where evidence is thin; null where it is too thin.';
COMMENT ON COLUMN sources.meetings IS 'How often another show spoke of the same fact; of many, a few are compared.';
COMMENT ON COLUMN sources.agreements IS 'How often they agreed.';
COMMENT ON COLUMN sources.decided IS 'learned, thin (too few meetings to learn from), set (by the user) or frozen.';

CREATE TABLE meetings (
    fact VARCHAR NOT NULL,
    one VARCHAR NOT NULL,
    other VARCHAR NOT NULL,
    agreed INTEGER NOT NULL
);
COMMENT ON TABLE meetings IS 'Two shows spoke of the same lasting fact: what source weights are learned from.';
COMMENT ON COLUMN meetings.fact IS 'fact_claims.key.';
COMMENT ON COLUMN meetings.one IS 'sources.source.';
COMMENT ON COLUMN meetings.other IS 'sources.source of the other.';
COMMENT ON COLUMN meetings.agreed IS '1 where their bounds meet, else 0.';

CREATE TABLE names (
    what VARCHAR NOT NULL,
    spelling VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    shown VARCHAR,
    kind VARCHAR,
    family VARCHAR,
    merged VARCHAR
);
COMMENT ON TABLE names IS 'Every spelling in the claims, and the name that it was brought to.';
COMMENT ON COLUMN names.what IS 'subject, benchmark or setting.';
COMMENT ON COLUMN names.spelling IS 'As claims have it.';
COMMENT ON COLUMN names.key IS 'The name as it is compared: spellings with one key are one.';
COMMENT ON COLUMN names.shown IS 'The spelling that stands for the key in facts.';
COMMENT ON COLUMN names.kind IS 'Of a subject: model, hardware, organisation, human or other, as most claims have it.';
COMMENT ON COLUMN names.family IS 'Of a subject: the family that it belongs to; the same as shown where only the family was said.';
COMMENT ON COLUMN names.merged IS 'Why it stands under another name, or apart from its like: a rule of the program or of the user.';

CREATE TABLE fact_keys (
    fact VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    attribute VARCHAR NOT NULL,
    benchmark VARCHAR NOT NULL,
    setting VARCHAR NOT NULL,
    unit VARCHAR NOT NULL
);
COMMENT ON TABLE fact_keys IS 'What facts are compared by.';
COMMENT ON COLUMN fact_keys.fact IS 'facts.id, fact_claims.key.';
COMMENT ON COLUMN fact_keys.subject IS 'names.key.';
COMMENT ON COLUMN fact_keys.attribute IS 'attributes.name.';
COMMENT ON COLUMN fact_keys.benchmark IS 'names.key, empty where there is none.';
COMMENT ON COLUMN fact_keys.setting IS 'names.key, empty where there is none.';
COMMENT ON COLUMN fact_keys.unit IS 'Unit of the values.';

CREATE TABLE reconciled (episode VARCHAR NOT NULL, state VARCHAR NOT NULL);
COMMENT ON TABLE reconciled IS 'What the facts were made from: an episode whose state has changed is reconciled anew.';
COMMENT ON COLUMN reconciled.episode IS 'episodes.id.';
COMMENT ON COLUMN reconciled.state IS 'Hash of what is known of it.';

CREATE TABLE reconciliation (inputs VARCHAR NOT NULL, as_of DATE, overrides VARCHAR NOT NULL);
COMMENT ON TABLE reconciliation IS 'How the facts were made; one row. After a change of it all are made anew.';
COMMENT ON COLUMN reconciliation.inputs IS 'Hash of weights, attributes, merges, the user''s word and the SQL.';
COMMENT ON COLUMN reconciliation.as_of IS 'Only episodes published by this day count; null: all.';
COMMENT ON COLUMN reconciliation.overrides IS 'What the user decided (pins, rejections, merges, splits, weights), as JSON.';
