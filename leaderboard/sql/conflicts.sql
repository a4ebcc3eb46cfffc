-- The contested entries of a version, each with the best words of either side; of those against
-- it, the words for the runner-up come first.
WITH said AS (
    SELECT
        n.fact,
        fc.part IN ('contradicts', 'against') AS against,
        count(DISTINCT fc.episode) AS episodes,
        min_by(
            {
                'quote': c.quote, 'value_text': c.value_text, 'value_start': c.value_start,
                'title': coalesce(e.title, file_name(e.source)),
                'show': e."show", 'published': e.published
            },
            (
                fc.part IN ('contradicts', 'against') AND c.value IS DISTINCT FROM n.runner_up,
                part_order(fc.part),
                -epoch(coalesce(e.published, DATE '0001-01-01')), c.episode, c.start, c.id
            )
        ) AS best
    FROM entries_at($version) n
    JOIN fact_claims fc ON fc.fact = n.fact
    JOIN claims c ON c.episode = fc.episode AND c.id = fc.claim
    JOIN episodes e ON e.id = c.episode
    WHERE n.status = 'contested'
        AND fc.part NOT IN ('superseded', 'slip', 'hypothetical')
    GROUP BY ALL
)
SELECT
    n.subject, n.attribute, n.benchmark, n.setting, n.value, n.low, n.high, n.unit, n.qualifier,
    n.confidence, n.runner_up,
    coalesce(one.episodes, 0) AS episodes, one.best AS said,
    coalesce(other.episodes, 0) AS against, other.best AS said_against
FROM leaderboard_at($version) n
LEFT JOIN said one ON one.fact = n.fact AND NOT one.against
LEFT JOIN said other ON other.fact = n.fact AND other.against
LEFT JOIN attributes declared ON declared.name = n.attribute
WHERE n.status = 'contested'
ORDER BY declared.position, n.attribute, n.benchmark, n.setting NULLS FIRST, n.subject, n.fact
