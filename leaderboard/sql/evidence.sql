-- Every claim about a subject under an attribute, with its fact and its part. The subject is looked
-- for under all names that were brought to one.
WITH asked AS (
    SELECT coalesce(
        (
            SELECT min(key) FROM names
            WHERE what = 'subject' AND name_key(spelling) = name_key($subject)
        ),
        name_key($subject)
    ) AS key
)
SELECT
    NULL AS rank, f.subject, f.attribute, f.benchmark, f.setting, f.value, f.low, f.high, f.unit,
    f.status, f.confidence, f.episodes, f.first_said, f.last_said, NULL AS doubt, f.id AS fact,
    f.qualifier, f.stance, f.runner_up, f.shows, f.pinned,
    coalesce(fc.part, 'left out: ' || fc.reason) AS part,
    c.id AS claim, c.quote, c.value_text, c.value_start, c.speaker, c.line, c.timestamp,
    e.title, e.show, e.published, e.source,
    CASE WHEN n.merged IS NOT NULL OR n.spelling <> n.shown THEN n.spelling END AS alias, n.merged,
    c.relation.factor, c.relation.attribute, c.relation.subject, d.base_value, d.value, c.unit
FROM names n
JOIN asked a ON a.key = n.key
JOIN claims c ON c.subject = n.spelling
JOIN fact_claims fc ON fc.episode = c.episode AND fc.claim = c.id
JOIN episodes e ON e.id = c.episode
LEFT JOIN facts f ON f.id = fc.fact
LEFT JOIN derivations d ON d.episode = c.episode AND d.claim = c.id
WHERE n.what = 'subject'
    AND c.attribute = $attribute
    AND (CAST($benchmark AS VARCHAR) IS NULL
        OR name_key(c.benchmark) = name_key(CAST($benchmark AS VARCHAR)))
ORDER BY
    f.benchmark NULLS FIRST, f.setting NULLS FIRST, f.unit, f.id NULLS LAST,
    part_order(fc.part), e.published DESC NULLS LAST, c.episode, c.start, c.id
