-- The entries of a version, in a fixed order: what its content hash is made from.
FROM entries_at($version) ORDER BY fact
