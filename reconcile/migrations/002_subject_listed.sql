ALTER TABLE claims ADD COLUMN subject_listed BOOLEAN;
COMMENT ON COLUMN claims.subject_listed IS 'False where the lexicon has no such name, so that it was found by how it is spoken of; null without a subject.';
