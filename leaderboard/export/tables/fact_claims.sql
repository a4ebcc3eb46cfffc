SELECT *
FROM fact_claims
WHERE episode IN (SELECT unnest(episodes) FROM versions WHERE version = getvariable('exported'))
ORDER BY episode, claim
