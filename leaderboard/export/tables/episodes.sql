-- Of the paths only the file's name: a folder is of this machine. Of several copies the first name,
-- since the order in which they were met is of this run.
SELECT
    id,
    list_min(
        list_transform(list_prepend(source, copies), lambda path: file_name(path))
    ) AS file,
    "show", title, published, speakers, content_hash, extractor
FROM episodes
WHERE id IN (SELECT unnest(episodes) FROM versions WHERE version = getvariable('exported'))
ORDER BY published NULLS LAST, id
