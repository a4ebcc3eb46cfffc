-- The versions, the newest first.
SELECT
    version, content_hash, created, label, entries, added, changed, removed, len(episodes)
FROM versions
ORDER BY version DESC
