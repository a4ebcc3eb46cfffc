-- Who leads on each benchmark, and by how much; ties share the lead.
SELECT
    benchmark, setting, max(value) AS score, unit,
    string_agg(subject, ', ' ORDER BY subject) FILTER (rank = 1) AS leaders,
    round(max(value) - max(value, 2)[2], 2) AS ahead, count(*) AS models
FROM leaderboard
WHERE attribute = 'score'
GROUP BY benchmark, setting, unit
ORDER BY models DESC, benchmark, setting NULLS FIRST, unit;
