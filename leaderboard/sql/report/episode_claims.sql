-- Every claim of every episode in the order of its text, with what became of it.
SELECT
    c.episode, c.subject, c.attribute, c.benchmark, c.setting,
    CASE WHEN n.fact IS NOT NULL THEN fc.fact END AS fact, n.subject AS fact_subject,
    coalesce(fc.part, 'left out: ' || fc.reason, 'not reconciled') AS part,
    c.value, c.low, c.high, c.unit, c.qualifier,
    c.quote, c.value_text, c.value_start, c.stance, c.speaker, c.line, c.timestamp
FROM claims c
LEFT JOIN fact_claims fc ON fc.episode = c.episode AND fc.claim = c.id
LEFT JOIN entries_at($version) n ON n.fact = fc.fact
ORDER BY c.episode, c.start, c.id
