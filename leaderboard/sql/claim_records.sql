CREATE TABLE claim_records (
    source VARCHAR, "show" VARCHAR, title VARCHAR, published DATE,
    id VARCHAR, episode VARCHAR, "start" BIGINT, "end" BIGINT, line BIGINT, "timestamp" DOUBLE,
    speaker VARCHAR, quote VARCHAR, value_text VARCHAR,
    subject VARCHAR, subject_text VARCHAR, subject_kind VARCHAR,
    attribute VARCHAR, benchmark VARCHAR, setting VARCHAR,
    value DOUBLE, low DOUBLE, high DOUBLE, lower DOUBLE, upper DOUBLE, unit VARCHAR,
    qualifier VARCHAR, stance VARCHAR, confidence DOUBLE, rule VARCHAR,
    subject_listed BOOLEAN, section VARCHAR,
    relation STRUCT(
        factor DOUBLE, low DOUBLE, high DOUBLE, attribute VARCHAR, subject VARCHAR
    ),
    value_start BIGINT
)
