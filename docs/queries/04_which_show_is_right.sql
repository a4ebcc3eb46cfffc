-- Which show agrees most often with others, where two have spoken of the same fact.
SELECT name, agreements, meetings, round(100.0 * agreements / meetings) AS percent, weight
FROM sources
WHERE meetings > 0 AND name IS NOT NULL
ORDER BY percent DESC, meetings DESC, name;
