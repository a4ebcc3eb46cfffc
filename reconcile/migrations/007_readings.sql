CREATE TABLE readings (
    path VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    fingerprint VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    episode VARCHAR NOT NULL,
    "show" VARCHAR,
    title VARCHAR,
    published DATE,
    words_hash VARCHAR NOT NULL,
    replaced BIGINT NOT NULL,
    unread BIGINT NOT NULL,
    content_hash VARCHAR NOT NULL,
    stored BOOLEAN NOT NULL
);
COMMENT ON TABLE readings IS 'What was found in which file, and how the file looked then: while it looks so it is not read again.';
COMMENT ON COLUMN readings.path IS 'Absolute path that was read.';
COMMENT ON COLUMN readings.number IS 'Place of the episode among those of the file, from 0.';
COMMENT ON COLUMN readings.fingerprint IS 'Size, times and place on the disk of the file and its sidecars, how it was asked to be read, and by which extractor.';
COMMENT ON COLUMN readings.source IS 'episodes.source.';
COMMENT ON COLUMN readings.episode IS 'episodes.id.';
COMMENT ON COLUMN readings."show" IS 'Name of the podcast, as this file tells.';
COMMENT ON COLUMN readings.title IS 'Title of the episode, likewise.';
COMMENT ON COLUMN readings.published IS 'Day of publication, likewise.';
COMMENT ON COLUMN readings.words_hash IS 'Hash of the spoken words alone: the same talk in two formats has one.';
COMMENT ON COLUMN readings.replaced IS 'Characters that stand for bytes that were none in the encoding of the text.';
COMMENT ON COLUMN readings.unread IS 'Entries of the file that could not be read.';
COMMENT ON COLUMN readings.content_hash IS 'episodes.content_hash.';
COMMENT ON COLUMN readings.stored IS 'False of what was a copy, or forgotten, when it was read: none of its claims were stored.';
