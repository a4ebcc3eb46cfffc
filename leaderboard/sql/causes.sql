-- Of the entries that a version has otherwise than its parent: the episodes that came with it and
-- speak of them. Title, show and day are kept, since an episode may be forgotten later.
INSERT INTO causes
WITH came AS (
    SELECT unnest(episodes) AS episode FROM versions WHERE version = $version
    EXCEPT
    SELECT unnest(p.episodes)
    FROM versions v
    JOIN versions p ON p.version = v.parent
    WHERE v.version = $version
)
SELECT DISTINCT
    e.from_version, e.fact, c.episode, coalesce(episodes.title, file_name(episodes.source)),
    episodes."show", episodes.published
FROM entries e
JOIN fact_claims c ON c.fact = e.fact
JOIN came ON came.episode = c.episode
JOIN episodes ON episodes.id = c.episode
WHERE e.from_version = $version
    AND c.part <> 'hypothetical'
ORDER BY e.fact, c.episode
