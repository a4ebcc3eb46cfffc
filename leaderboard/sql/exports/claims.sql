SELECT * EXCLUDE (sketch) FROM claims ORDER BY episode, start, id
