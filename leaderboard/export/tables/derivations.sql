SELECT *
FROM derivations
WHERE episode IN (SELECT unnest(episodes) FROM versions WHERE version = getvariable('exported'))
ORDER BY episode, claim
