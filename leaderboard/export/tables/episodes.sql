-- Of the path only the file's name: a folder is of this machine.
SELECT
    id, regexp_extract(source, '[^/\\]*$') AS file, "show", title, published, speakers,
    content_hash, extractor
FROM episodes
WHERE id IN (SELECT unnest(episodes) FROM versions WHERE version = getvariable('exported'))
ORDER BY published NULLS LAST, id
