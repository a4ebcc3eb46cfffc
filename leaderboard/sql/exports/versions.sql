SELECT * FROM versions ORDER BY version
