-- What the newest version has otherwise than the one before, and the episodes that came with it.
SELECT
    kind, subject, attribute, benchmark, before, after, after_unit,
    array_to_string(list_transform(because, lambda episode: episode.title), '; ') AS because
FROM leaderboard_diff(
    (SELECT max(version) - 1 FROM versions), (SELECT max(version) FROM versions)
)
ORDER BY kind, subject, attribute, benchmark;
