-- The claims behind the entries of a version (with $contested only the contested ones), by subject and fact, those that bear it out first.
SELECT
    n.subject,
    fc.fact,
    fc.part,
    c.value, c.low, c.high, c.unit, c.qualifier,
    c.quote, c.value_text, c.value_start, c.stance, c.speaker, c.line, c.timestamp,
    e.id AS episode, coalesce(e.title, file_name(e.source)) AS title, e."show", e.published
FROM entries_at($version) n
JOIN fact_claims fc ON fc.fact = n.fact
JOIN claims c ON c.episode = fc.episode AND c.id = fc.claim
JOIN episodes e ON e.id = c.episode
WHERE NOT $contested OR n.status = 'contested'
ORDER BY
    n.subject, n.fact, part_order(fc.part), e.published DESC NULLS LAST, c.episode, c.start, c.id
