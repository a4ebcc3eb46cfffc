-- The episodes, the newest first, each with what it contributed.
WITH counted AS (
    SELECT
        episode,
        count(*) AS claims,
        count(DISTINCT fact) FILTER (part IN ('supports', 'rounds')) AS facts,
        count(*) FILTER (part IN ('contradicts', 'against')) AS contradicting,
        count(*) FILTER (fact IS NULL) AS left_out
    FROM fact_claims
    GROUP BY episode
)
SELECT
    e.id, coalesce(e.title, file_name(e.source)) AS title, e."show", e.published,
    e.speakers, coalesce(c.claims, 0) AS claims, coalesce(c.facts, 0) AS facts,
    coalesce(c.contradicting, 0) AS contradicting, coalesce(c.left_out, 0) AS left_out
FROM episodes e
LEFT JOIN counted c ON c.episode = e.id
ORDER BY e.published DESC NULLS LAST, e."show" NULLS LAST, title, e.id
