-- Entries that the facts no longer bear out stand until the version before this one.
UPDATE entries SET to_version = $version - 1
WHERE to_version IS NULL AND fact IN (
    SELECT fact FROM (
        SELECT * EXCLUDE (from_version, to_version) FROM entries WHERE to_version IS NULL
        EXCEPT
        SELECT
            id, subject, subject_kind, attribute, benchmark, setting, value, low, high, unit,
            qualifier, stance, status, confidence, runner_up, episodes, first_said, last_said
        FROM facts
    ) AS gone
)
