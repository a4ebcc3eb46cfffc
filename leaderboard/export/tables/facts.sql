SELECT * FROM facts ORDER BY subject, attribute, benchmark, setting, unit, id
