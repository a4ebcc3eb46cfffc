-- What stood before, of facts that have changed; the newest first.
SELECT p.value, p.low, p.high, p.unit, p.qualifier, p.valid_from, p.valid_to, p.episodes
FROM periods p
WHERE p.fact = $fact AND p.period > 0
ORDER BY p.period
