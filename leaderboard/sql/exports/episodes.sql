-- Of the path only the file's name: a folder is of this machine.
SELECT
    id, regexp_extract(source, '[^/\\]*$') AS file, "show", title, published, speakers,
    content_hash, extractor
FROM episodes
ORDER BY published NULLS LAST, id
