-- Looking again at what was written, and what was brought in from elsewhere. Days and moments as in
-- 0001. No column may be NULL, so that no loose row of another table looks like these.

-- A day on which to look at a reflection again. What is written then is a reflection of its own.
-- Of one reflection at most one waits; one that names a reflection which was never stored waits too.
CREATE TABLE follow_up (
  reflection_uid TEXT NOT NULL,         -- what was written first
  made_at TEXT NOT NULL,
  due_on TEXT NOT NULL,                 -- '' where somebody looked again unasked
  answered_uid TEXT NOT NULL,           -- the reflection that looks again, '' while there is none
  closed_at TEXT NOT NULL,              -- when it was answered or let go, '' while it waits
  PRIMARY KEY (reflection_uid, made_at)
) WITHOUT ROWID;

-- What came in from elsewhere. Rows with one import_uid came at once; '' where that was undone and
-- the reflection stayed.
CREATE TABLE imported (
  reflection_uid TEXT PRIMARY KEY,
  import_uid TEXT NOT NULL,
  fingerprint BLOB NOT NULL,            -- SHA-256 of the entry as it was read, to know it again
  made_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX imported_fingerprint ON imported (fingerprint);

-- Which answers are marked to be shared, so that no search reads every answer for it; and those of
-- them that say nothing. What changes while a person writes touches neither.
CREATE INDEX answer_shared ON answer (reflection, sharing) WHERE sharing > 0;
CREATE INDEX answer_shared_bare ON answer (reflection, sharing) WHERE sharing > 0 AND value IN (
  '""', '[]', '{"verdict":"","evidence":""}', '{"words":"","said_by":""}',
  '{"number":null,"why_not_lower":"","one_higher":""}'
);
