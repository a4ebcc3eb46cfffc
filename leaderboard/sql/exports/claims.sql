SELECT * FROM claims ORDER BY episode, start, id
