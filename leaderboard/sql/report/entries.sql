-- The entries of a version in the leaderboard's order. Of the settings of one
-- score the value without one is the best known, else the surest (as in the view models).
SELECT
    rank, subject, attribute, benchmark, setting, value, low, high, e.unit, status, confidence,
    episodes, first_said, last_said, doubt, fact, qualifier, stance, runner_up,
    coalesce(subject_kind, 'other') AS kind,
    e.unit IS NOT DISTINCT FROM declared.unit AND row_number() OVER (
        PARTITION BY subject, attribute, benchmark, e.unit
        ORDER BY setting NULLS FIRST, confidence DESC, fact
    ) = 1 AS best_known
FROM leaderboard_at($version) e
LEFT JOIN (SELECT name, unit, position FROM attributes) declared ON declared.name = e.attribute
ORDER BY
    declared.position, attribute, benchmark, setting NULLS FIRST, e.unit, rank, value DESC, subject,
    fact
