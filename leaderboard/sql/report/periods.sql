-- What stood before and stands now, of facts that have changed in time; the oldest first.
SELECT fact, value, low, high, unit, qualifier, valid_from, valid_to, episodes
FROM periods
WHERE valid_from IS NOT NULL
    AND fact IN (SELECT fact FROM periods WHERE period > 0 AND valid_from IS NOT NULL)
ORDER BY fact, period DESC
