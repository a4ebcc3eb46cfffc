-- Forgotten episodes by id, title, path or file name.
SELECT episode, source, title
FROM forgotten
WHERE episode = $name OR title = $name OR source = $path
    OR regexp_extract(source, '[^/\\]*$') = $name
ORDER BY episode
