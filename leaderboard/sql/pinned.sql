-- Facts of a subject that no claim speaks of: the user set them.
SELECT
    NULL AS rank, subject, attribute, benchmark, setting, value, low, high, unit, status,
    confidence, episodes, first_said, last_said, NULL AS doubt, id AS fact, qualifier, stance,
    runner_up, shows, pinned
FROM facts
WHERE name_key(subject) = name_key($subject) AND attribute = $attribute AND episodes = 0
    AND claims = 0 AND pinned IS NOT NULL AND id NOT IN (
        SELECT fact FROM fact_claims WHERE fact IS NOT NULL
    )
ORDER BY id
