SELECT
    coalesce(name, source) AS source, weight, reliability, meetings, agreements, decided
FROM sources
ORDER BY weight DESC, meetings DESC, sources.source
