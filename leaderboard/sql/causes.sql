-- Of the entries that a version has otherwise than its parent: the episodes that came with it and
-- speak of them.
INSERT INTO causes
SELECT DISTINCT v.version, e.fact, c.episode
FROM versions v
LEFT JOIN versions p ON p.version = v.parent
JOIN entries e ON e.from_version = v.version
JOIN fact_claims c ON c.fact = e.fact
WHERE v.version = $version
    AND list_contains(v.episodes, c.episode)
    AND NOT coalesce(list_contains(p.episodes, c.episode), false)
ORDER BY e.fact, c.episode
