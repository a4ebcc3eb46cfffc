-- The entries of a version, in a fixed order: what its content hash is made from.
SELECT * EXCLUDE (from_version, to_version)
FROM entries
WHERE from_version <= $version AND (to_version IS NULL OR to_version >= $version)
ORDER BY fact
