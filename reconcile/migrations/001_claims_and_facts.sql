CREATE TABLE episodes (
    id VARCHAR PRIMARY KEY,
    source VARCHAR NOT NULL,
    copies VARCHAR[] NOT NULL,
    "show" VARCHAR,
    title VARCHAR,
    published DATE,
    speakers VARCHAR[] NOT NULL,
    content_hash VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL
);
COMMENT ON TABLE episodes IS 'What transcripts were read; the same content under two paths is one episode.';
COMMENT ON COLUMN episodes.id IS 'First 16 hexadecimal digits of content_hash.';
COMMENT ON COLUMN episodes.source IS 'Absolute path of the transcript, - for standard input.';
COMMENT ON COLUMN episodes.copies IS 'Absolute paths of further files with the same content.';
COMMENT ON COLUMN episodes."show" IS 'Name of the podcast.';
COMMENT ON COLUMN episodes.title IS 'Title of the episode; null where neither text nor file name tells.';
COMMENT ON COLUMN episodes.published IS 'Day of publication; null where the transcript does not tell.';
COMMENT ON COLUMN episodes.speakers IS 'Names of speaker turns in order of appearance.';
COMMENT ON COLUMN episodes.content_hash IS 'SHA-256 of the bytes of the file, hexadecimal.';
COMMENT ON COLUMN episodes.extractor IS 'Hash of the extractor that made the claims.';

CREATE TABLE claims (
    id VARCHAR NOT NULL,
    episode VARCHAR NOT NULL,
    "start" BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    line BIGINT NOT NULL,
    "timestamp" DOUBLE,
    speaker VARCHAR,
    quote VARCHAR NOT NULL,
    value_text VARCHAR NOT NULL,
    subject VARCHAR,
    subject_text VARCHAR,
    subject_kind VARCHAR,
    attribute VARCHAR NOT NULL,
    benchmark VARCHAR,
    setting VARCHAR,
    value DOUBLE,
    low DOUBLE,
    high DOUBLE,
    lower DOUBLE,
    upper DOUBLE,
    unit VARCHAR NOT NULL,
    qualifier VARCHAR NOT NULL,
    stance VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    rule VARCHAR NOT NULL,
    PRIMARY KEY (episode, id)
);
COMMENT ON TABLE claims IS 'One statement in one place: this episode says that this subject has this quantity.';
COMMENT ON COLUMN claims.id IS 'The same for the same claim in the same text on every machine.';
COMMENT ON COLUMN claims.episode IS 'episodes.id.';
COMMENT ON COLUMN claims."start" IS 'Where the words of the quantity begin in the text, in code points.';
COMMENT ON COLUMN claims."end" IS 'Where they end.';
COMMENT ON COLUMN claims.line IS 'Line of the text in which the quantity begins, counted from 1.';
COMMENT ON COLUMN claims."timestamp" IS 'Seconds from the start of the episode; null without time stamps.';
COMMENT ON COLUMN claims.speaker IS 'Who said it; null where the transcript does not tell.';
COMMENT ON COLUMN claims.quote IS 'The sentence or sentences that show it.';
COMMENT ON COLUMN claims.value_text IS 'The words of the quantity.';
COMMENT ON COLUMN claims.subject IS 'Canonical name of what has the quantity; null where nothing was named.';
COMMENT ON COLUMN claims.subject_text IS 'The words that the subject was read from.';
COMMENT ON COLUMN claims.subject_kind IS 'model, hardware, organisation, human or other.';
COMMENT ON COLUMN claims.attribute IS 'attributes.name.';
COMMENT ON COLUMN claims.benchmark IS 'What a score is on.';
COMMENT ON COLUMN claims.setting IS 'What the value holds for, such as 5-shot or H100.';
COMMENT ON COLUMN claims.value IS 'In unit.';
COMMENT ON COLUMN claims.low IS 'Least value said, in unit; null where that side is open.';
COMMENT ON COLUMN claims.high IS 'Greatest value said, in unit; null where that side is open.';
COMMENT ON COLUMN claims.lower IS 'The truth is not below this if the claim holds; null is open.';
COMMENT ON COLUMN claims.upper IS 'The truth is not above this if the claim holds; null is open.';
COMMENT ON COLUMN claims.unit IS 'Unit of value, low, high, lower and upper.';
COMMENT ON COLUMN claims.qualifier IS 'exact, about, at_least, at_most or range.';
COMMENT ON COLUMN claims.stance IS 'asserted, hedged, negated or hypothetical.';
COMMENT ON COLUMN claims.confidence IS 'How sure the extractor is of its reading, 0 to 1.';
COMMENT ON COLUMN claims.rule IS 'Name of the rule that made the claim.';

CREATE TABLE attributes (
    name VARCHAR PRIMARY KEY,
    position INTEGER NOT NULL,
    unit VARCHAR NOT NULL,
    changing BOOLEAN NOT NULL,
    better VARCHAR
);
COMMENT ON TABLE attributes IS 'What can be said of a subject, as the lexicon declares it.';
COMMENT ON COLUMN attributes.name IS 'Such as parameters_total.';
COMMENT ON COLUMN attributes.position IS 'Place in the order in which people read the leaderboard.';
COMMENT ON COLUMN attributes.unit IS 'The usual unit of its values.';
COMMENT ON COLUMN attributes.changing IS 'True where the newest value stands, as for prices; false where all episodes speak of one truth.';
COMMENT ON COLUMN attributes.better IS 'more or less; null where neither is better.';

CREATE TABLE facts (
    id VARCHAR PRIMARY KEY,
    subject VARCHAR NOT NULL,
    subject_kind VARCHAR,
    attribute VARCHAR NOT NULL,
    benchmark VARCHAR,
    setting VARCHAR,
    value DOUBLE NOT NULL,
    low DOUBLE,
    high DOUBLE,
    lower DOUBLE,
    upper DOUBLE,
    unit VARCHAR NOT NULL,
    qualifier VARCHAR NOT NULL,
    stance VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    support DOUBLE NOT NULL,
    opposition DOUBLE NOT NULL,
    runner_up DOUBLE,
    claims BIGINT NOT NULL,
    episodes BIGINT NOT NULL,
    shows BIGINT NOT NULL,
    first_said DATE,
    last_said DATE
);
COMMENT ON TABLE facts IS 'What the claims of all episodes about one subject, attribute, benchmark and setting come to.';
COMMENT ON COLUMN facts.id IS '16 hexadecimal digits, made from what the fact is about, not from its value.';
COMMENT ON COLUMN facts.subject IS 'The spelling that most claims have.';
COMMENT ON COLUMN facts.subject_kind IS 'model, hardware, organisation, human or other.';
COMMENT ON COLUMN facts.attribute IS 'attributes.name.';
COMMENT ON COLUMN facts.benchmark IS 'What a score is on.';
COMMENT ON COLUMN facts.setting IS 'What the value holds for, such as 5-shot or H100.';
COMMENT ON COLUMN facts.value IS 'Value of the most precise asserted claim of the winning group, in unit.';
COMMENT ON COLUMN facts.low IS 'Least value in that claim; null where that side is open.';
COMMENT ON COLUMN facts.high IS 'Greatest value in that claim; null where that side is open.';
COMMENT ON COLUMN facts.lower IS 'Lower bound that all claims of the winning group share; null is open.';
COMMENT ON COLUMN facts.upper IS 'Upper bound that all claims of the winning group share; null is open.';
COMMENT ON COLUMN facts.unit IS 'Unit of all values of this fact.';
COMMENT ON COLUMN facts.qualifier IS 'Qualifier of that claim: exact, about, at_least, at_most or range.';
COMMENT ON COLUMN facts.stance IS 'asserted, or hedged where nobody in the winning group asserts it.';
COMMENT ON COLUMN facts.status IS 'contested: another value or a denial has comparable weight; superseded: a newer episode replaced an older value (runner_up); single: one episode; agreed: several episodes say the same; rounded: they agree within what was said.';
COMMENT ON COLUMN facts.confidence IS 'support / (support + opposition + a constant of the policy), 0 to 1.';
COMMENT ON COLUMN facts.support IS 'Weight of the episodes whose value stands.';
COMMENT ON COLUMN facts.opposition IS 'Weight of the episodes that contradict it; superseded values do not count.';
COMMENT ON COLUMN facts.runner_up IS 'Value of the strongest other group of a contested fact; of a superseded one the value before.';
COMMENT ON COLUMN facts.claims IS 'Claims that support, round or repeat the value.';
COMMENT ON COLUMN facts.episodes IS 'Episodes in which those claims stand.';
COMMENT ON COLUMN facts.shows IS 'Shows of those episodes; an episode without a show counts as one of its own.';
COMMENT ON COLUMN facts.first_said IS 'Earliest known day of publication of those episodes.';
COMMENT ON COLUMN facts.last_said IS 'Latest known day of publication of those episodes.';

CREATE TABLE fact_claims (
    claim VARCHAR NOT NULL,
    episode VARCHAR NOT NULL,
    fact VARCHAR,
    part VARCHAR,
    reason VARCHAR,
    PRIMARY KEY (episode, claim)
);
COMMENT ON TABLE fact_claims IS 'What became of every claim: the part that it plays in a fact, or why it belongs to none.';
COMMENT ON COLUMN fact_claims.claim IS 'claims.id.';
COMMENT ON COLUMN fact_claims.episode IS 'claims.episode.';
COMMENT ON COLUMN fact_claims.fact IS 'facts.id; null where the claim belongs to none.';
COMMENT ON COLUMN fact_claims.part IS 'supports: same value; rounds: agrees within what was said; repeated: the episode has spoken already; contradicts: another value; superseded: an older value; against: denies a value; hypothetical.';
COMMENT ON COLUMN fact_claims.reason IS 'Why it belongs to no fact: no subject, no value, no benchmark, only denied or only hypothetical.';
