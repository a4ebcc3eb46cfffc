-- Whose price fell, from what to what, and when the new one was first said.
SELECT
    facts.subject, facts.attribute, before.value AS before, facts.value AS now, facts.unit,
    round(100 * (facts.value / before.value - 1)) AS percent, facts.valid_from
FROM facts
JOIN periods before ON before.fact = facts.id AND before.period = 1
WHERE facts.attribute LIKE 'price%' AND facts.value < before.value
ORDER BY percent, facts.subject, facts.attribute;
