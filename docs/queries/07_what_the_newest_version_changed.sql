-- What the newest version has otherwise than the one before, and the episodes that came with it.
SELECT
    changed.kind, changed.subject, changed.attribute, changed.benchmark, changed.before,
    changed.after, changed.after_unit,
    (
        SELECT string_agg(coalesce(title, source), '; ' ORDER BY published, id)
        FROM episodes WHERE list_contains(changed.because, id)
    ) AS because
FROM leaderboard_diff(
    (SELECT max(version) - 1 FROM versions), (SELECT max(version) FROM versions)
) changed
ORDER BY changed.kind, changed.subject, changed.attribute, changed.benchmark;
