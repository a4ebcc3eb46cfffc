SELECT version, content_hash, as_of, episodes, extractor, lexicon, policy, overrides
FROM versions
ORDER BY version DESC
LIMIT 1
