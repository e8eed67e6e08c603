-- The first format of journal.db. A later one is a new file beside this; this one never changes.
-- Days are YYYY-MM-DD; moments are UTC, YYYY-MM-DDTHH:MM:SS.ffffffZ, so that text order is time order.

CREATE TABLE vault (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id TEXT NOT NULL                      -- equals "vault" in the key files
);

-- Each version of a form that reflections were written on, as JSON. It is never changed.
CREATE TABLE form (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (id, version)
) WITHOUT ROWID;

CREATE TABLE reflection (
  id INTEGER PRIMARY KEY,               -- inside the database only
  uid TEXT NOT NULL UNIQUE,             -- its name for ever
  form_id TEXT NOT NULL,
  form_version INTEGER NOT NULL,
  title TEXT NOT NULL,
  day TEXT NOT NULL,                    -- of the event, or of the writing where none is given
  event_date TEXT,
  begun_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  completed_at TEXT
);
CREATE INDEX reflection_begun ON reflection (begun_at);
CREATE INDEX reflection_form ON reflection (form_id);
-- Home asks for the drafts, and nearly every reflection is complete.
CREATE INDEX reflection_draft ON reflection (begun_at) WHERE completed_at IS NULL;

CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  reflection INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,            -- in the order of answering
  prompt TEXT NOT NULL,                 -- the prompt's key in the form
  kind TEXT NOT NULL,                   -- prose, short_text, choice, yes_no, scale, date, actions
  sharing INTEGER NOT NULL,             -- 0 private, 1 supervision, 2 CPD, 3 both
  value TEXT NOT NULL,                  -- JSON
  UNIQUE (reflection, position)
);

CREATE TABLE theme (
  reflection INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (reflection, position)
) WITHOUT ROWID;
CREATE INDEX theme_name ON theme (name);

-- Where the actions stand that are still to be done; their words are in the answer.
CREATE TABLE open_action (
  reflection INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
  prompt TEXT NOT NULL,
  position INTEGER NOT NULL,            -- in the answer's list, from 0
  by_when TEXT,
  PRIMARY KEY (reflection, prompt, position)
) WITHOUT ROWID;
CREATE INDEX open_action_due ON open_action (by_when);

CREATE TABLE preference (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The record of changes: one row per version of a reflection, each chained to the one before.
CREATE TABLE revision (
  seq INTEGER PRIMARY KEY,              -- 1, 2, 3 … without a gap
  reflection_uid TEXT NOT NULL,
  number INTEGER NOT NULL,              -- of this reflection's versions
  made_at TEXT NOT NULL,
  saves INTEGER NOT NULL,               -- how often the whole journal had been saved
  content BLOB,                         -- the whole reflection as JSON, zlib; NULL once purged, and
                                        -- for the newest version, which the other tables hold
  content_hash BLOB NOT NULL,           -- SHA-256 of that JSON
  chain BLOB NOT NULL                   -- SHA-256 over the chain before and this row without content
);
CREATE UNIQUE INDEX revision_version ON revision (reflection_uid, number);

-- Two indexes hold no text of their own. Words and beginnings of words need no positions, which
-- makes short prefixes quick and small; phrases do.
CREATE VIRTUAL TABLE word_index USING fts5 (
  words, content='', contentless_delete=1, detail=none, prefix='1 2',
  tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE phrase_index USING fts5 (
  words, content='', contentless_delete=1,
  tokenize='unicode61 remove_diacritics 2'
);
-- An encrypted page has 4,016 bytes of room: a larger index page would take two each time.
INSERT INTO word_index (word_index, rank) VALUES ('pgsz', 3940);
INSERT INTO phrase_index (phrase_index, rank) VALUES ('pgsz', 3940);

-- The reflection whose words changed since it was indexed: the one that is being written.
CREATE TABLE unindexed (reflection INTEGER PRIMARY KEY);
