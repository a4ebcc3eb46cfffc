-- Subjects that the lexicon has not, those said most often first, each with the first quote.
SELECT
    c.subject AS name,
    count(*) AS claims,
    count(DISTINCT c.episode) AS episodes,
    min_by(c.quote, (coalesce(e.published, DATE '9999-12-31'), c.episode, c.start, c.id)) AS quote
FROM claims c
JOIN episodes e ON e.id = c.episode
WHERE NOT c.subject_listed
GROUP BY c.subject
ORDER BY claims DESC, name
