-- The most contested figures: where the other side weighs nearly as much.
SELECT
    subject, attribute, benchmark, value, runner_up, unit,
    round(opposition / support, 2) AS doubt, episodes
FROM facts
WHERE status = 'contested'
ORDER BY opposition / support DESC, subject
LIMIT 20;
