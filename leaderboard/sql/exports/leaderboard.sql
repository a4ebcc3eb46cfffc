SELECT * FROM leaderboard
