-- Why claims belong to no fact, with an example of each.
SELECT
    fact_claims.reason, count(*) AS claims,
    min_by(claims.quote, length(claims.quote)) AS example
FROM fact_claims
JOIN claims ON claims.id = fact_claims.claim AND claims.episode = fact_claims.episode
WHERE fact_claims.fact IS NULL
GROUP BY fact_claims.reason
ORDER BY claims DESC, fact_claims.reason;
