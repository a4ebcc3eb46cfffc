-- How the facts differ from the entries that stand: the rows that one side has and the other not.
WITH standing AS (
    SELECT * EXCLUDE (from_version, to_version) FROM entries WHERE to_version IS NULL
),
current AS (
    SELECT
        id AS fact, subject, subject_kind, attribute, benchmark, setting, value, low, high, unit,
        qualifier, stance, status, confidence, runner_up, episodes, first_said, last_said
    FROM facts
),
gone AS (SELECT * FROM standing EXCEPT SELECT * FROM current),
come AS (SELECT * FROM current EXCEPT SELECT * FROM standing)
SELECT
    CASE
        WHEN gone.fact IS NULL THEN 'added' WHEN come.fact IS NULL THEN 'removed' ELSE 'changed'
    END AS kind,
    coalesce(come.subject, gone.subject) AS subject,
    coalesce(come.attribute, gone.attribute) AS attribute,
    coalesce(come.benchmark, gone.benchmark) AS benchmark,
    coalesce(come.setting, gone.setting) AS setting,
    gone.value, gone.low, gone.high, gone.unit, gone.qualifier,
    come.value, come.low, come.high, come.unit, come.qualifier,
    coalesce(come.status, gone.status) AS status
FROM gone FULL JOIN come ON come.fact = gone.fact
LEFT JOIN attributes a ON a.name = coalesce(come.attribute, gone.attribute)
ORDER BY kind, a.position, attribute, benchmark, setting NULLS FIRST, subject,
    coalesce(come.fact, gone.fact)
