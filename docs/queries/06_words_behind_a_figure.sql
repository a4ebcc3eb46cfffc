-- The words behind every context window on the leaderboard, and the part that each claim plays.
SELECT
    leaderboard.subject, leaderboard.value, fact_claims.part, claims.quote, episodes.title,
    episodes.published, claims.line, claims.timestamp AS second
FROM leaderboard
JOIN fact_claims ON fact_claims.fact = leaderboard.fact
JOIN claims ON claims.id = fact_claims.claim AND claims.episode = fact_claims.episode
JOIN episodes ON episodes.id = claims.episode
WHERE leaderboard.attribute = 'context_window'
ORDER BY leaderboard.rank, leaderboard.subject, fact_claims.part, episodes.published, claims.start;
