-- The scores said before a given day, by whom, and in which words.
SELECT
    episodes.published, claims.subject, claims.benchmark, claims.value, claims.unit,
    coalesce(claims.speaker, episodes."show") AS who, claims.quote
FROM claims
JOIN episodes ON episodes.id = claims.episode
WHERE claims.attribute = 'score' AND episodes.published < DATE '2025-07-01'
ORDER BY episodes.published, claims.subject, claims.benchmark, claims.start;
