-- Who leads on each benchmark, and by how much.
SELECT
    benchmark, setting, max_by(subject, value) AS leader, max(value) AS score,
    round(max(value) - max(value, 2)[2], 2) AS ahead, count(*) AS models
FROM leaderboard
WHERE attribute = 'score'
GROUP BY benchmark, setting
ORDER BY models DESC, benchmark, setting NULLS FIRST;
