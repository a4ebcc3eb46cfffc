FROM leaderboard_at(getvariable('exported'))
