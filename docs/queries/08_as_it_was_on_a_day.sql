-- The scores as they were published by the end of a day, UTC (here: that of the newest version).
SELECT rank, subject, benchmark, setting, value, status
FROM leaderboard_as_of((SELECT max(created) FROM versions))
WHERE attribute = 'score'
ORDER BY benchmark, setting NULLS FIRST, rank, subject;
