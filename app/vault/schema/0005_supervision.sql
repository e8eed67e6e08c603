-- Supervision: every action in one list, and the organisation's own Word forms. Moments as in 0001.
-- No column may be NULL, so that no loose row of another table looks like these.

-- Where the actions stand, done and dropped ones too, so that no list of them reads every answer.
CREATE INDEX answer_actions ON answer (reflection) WHERE kind = 'actions';

-- A Word form of the organisation's, as it was given, and what goes where in it. Without a rowid:
-- the index of names that it would need looks like the index of the reflections' names.
CREATE TABLE word_form (
  uid TEXT PRIMARY KEY,
  name TEXT NOT NULL,                   -- as the person calls it
  file BLOB NOT NULL,                   -- the .docx, byte for byte
  mapping TEXT NOT NULL,                -- JSON
  added_at TEXT NOT NULL
) WITHOUT ROWID;
