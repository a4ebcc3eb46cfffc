WITH made_from AS (
    SELECT id, "show"
    FROM episodes
    WHERE id IN (SELECT unnest(episodes) FROM versions WHERE version = getvariable('exported'))
)
SELECT *
FROM sources
WHERE name IN (SELECT "show" FROM made_from)
    OR source IN (SELECT 'episode ' || id FROM made_from)
ORDER BY source
