-- The family that each subject belongs to.
SELECT DISTINCT shown, family
FROM names
WHERE what = 'subject' AND shown IS NOT NULL AND family IS NOT NULL
ORDER BY shown, family
