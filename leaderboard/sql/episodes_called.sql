-- Episodes by id, title, path or file name; a copy's path is as good.
SELECT id, source, title
FROM episodes
WHERE id = $name OR title = $name OR source = $path OR list_contains(copies, $path)
    OR file_name(source) = $name
ORDER BY id
