"""A version of the leaderboard as files that other programs read."""
