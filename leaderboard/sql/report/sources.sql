-- What each show contributed and how reliable it has been; those that say most come first.
WITH said AS (
    SELECT e.id, coalesce(e."show", e.title, file_name(e.source)) AS name, r.source
    FROM episodes e
    LEFT JOIN reconciled r ON r.episode = e.id
),
counted AS (
    SELECT
        coalesce(e.source, e.name) AS source,
        min(e.name) AS name,
        count(DISTINCT e.id) AS episodes,
        count(fc.claim) AS claims,
        count(DISTINCT fc.fact) FILTER (fc.part IN ('supports', 'rounds')) AS facts
    FROM said e
    LEFT JOIN fact_claims fc ON fc.episode = e.id
    GROUP BY 1
)
SELECT
    coalesce(s.name, c.name) AS name, c.episodes, c.claims, c.facts, s.reliability, s.weight,
    coalesce(s.meetings, 0) AS meetings, coalesce(s.agreements, 0) AS agreements,
    coalesce(s.decided, 'thin') AS decided
FROM counted c
LEFT JOIN sources s ON s.source = c.source
ORDER BY c.claims DESC, c.episodes DESC, 1
