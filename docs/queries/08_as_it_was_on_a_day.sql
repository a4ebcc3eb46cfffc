-- The leaderboard of benchmarks as it was published by the end of a day (here: today).
SELECT rank, subject, benchmark, setting, value, status
FROM leaderboard_as_of(current_date)
WHERE attribute = 'score'
ORDER BY benchmark, setting NULLS FIRST, rank, subject;
