-- Facts that have no entry that stands get one from this version on.
INSERT INTO entries
SELECT
    id, subject, subject_kind, attribute, benchmark, setting, value, low, high, unit,
    qualifier, stance, status, confidence, runner_up, episodes, first_said, last_said,
    $version, NULL
FROM facts
WHERE id NOT IN (SELECT fact FROM entries WHERE to_version IS NULL)
ORDER BY id
