SELECT * EXCLUDE (sketch)
FROM claims
WHERE episode IN (SELECT unnest(episodes) FROM versions WHERE version = getvariable('exported'))
ORDER BY episode, "start", id
