SELECT * FROM sources ORDER BY source
