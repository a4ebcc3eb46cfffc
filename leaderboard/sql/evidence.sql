-- Every claim about a subject under an attribute, with its fact and its part.
SELECT
    NULL AS rank, f.subject, f.attribute, f.benchmark, f.setting, f.value, f.low, f.high, f.unit,
    f.status, f.confidence, f.episodes, f.first_said, f.last_said, f.qualifier, f.stance,
    f.runner_up, f.shows,
    coalesce(fc.part, 'left out: ' || fc.reason) AS part,
    c.quote, c.value_text, c.speaker, c.line, c.timestamp,
    e.title, e.show, e.published, e.source
FROM claims c
JOIN fact_claims fc ON fc.episode = c.episode AND fc.claim = c.id
JOIN episodes e ON e.id = c.episode
LEFT JOIN facts f ON f.id = fc.fact
WHERE translate(lower(c.subject), ' -‐‑–', '') = translate(lower($subject), ' -‐‑–', '')
    AND c.attribute = $attribute
    AND (CAST($benchmark AS VARCHAR) IS NULL
        OR translate(lower(c.benchmark), ' -‐‑–', '') = translate(lower(CAST($benchmark AS VARCHAR)), ' -‐‑–', ''))
ORDER BY
    f.benchmark NULLS FIRST, f.setting NULLS FIRST, f.unit, f.id NULLS LAST,
    list_position(
        ['supports', 'rounds', 'repeated', 'contradicts', 'superseded', 'against', 'hypothetical'],
        fc.part
    ),
    e.published DESC NULLS LAST, c.episode, c.start, c.id
