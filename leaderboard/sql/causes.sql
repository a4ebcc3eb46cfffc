-- Of the entries that a version has otherwise than its parent: the episodes that came with it and
-- speak of them. Title, show and day are kept, since an episode may be forgotten later.
INSERT INTO causes
SELECT DISTINCT
    v.version, e.fact, c.episode, coalesce(episodes.title, regexp_extract(episodes.source, '[^/\\]*$')),
    episodes."show", episodes.published
FROM versions v
LEFT JOIN versions p ON p.version = v.parent
JOIN entries e ON e.from_version = v.version
JOIN fact_claims c ON c.fact = e.fact
JOIN episodes ON episodes.id = c.episode
WHERE v.version = $version
    AND c.part <> 'hypothetical'
    AND list_contains(v.episodes, c.episode)
    AND NOT coalesce(list_contains(p.episodes, c.episode), false)
ORDER BY e.fact, c.episode
