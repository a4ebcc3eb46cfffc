SELECT * FROM periods ORDER BY fact, period
