-- Forgotten episodes by id, title, path or file name.
SELECT episode, source, title
FROM forgotten
WHERE episode = $name OR title = $name OR source = $path
    OR file_name(source) = $name
ORDER BY episode
