-- How facts stood in the versions, of those that did not always stand as they do; the oldest first.
SELECT fact, value, low, high, unit, qualifier, status, from_version, to_version
FROM entries
WHERE fact IN (SELECT fact FROM entries GROUP BY fact HAVING count(*) > 1)
ORDER BY fact, from_version
