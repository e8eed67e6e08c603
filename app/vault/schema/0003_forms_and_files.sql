-- Forms of the person's own, files kept with reflections, words her spelling list knows, and what
-- belongs together. Moments as in 0001. No column may be NULL, so that no loose row of another table
-- looks like these.

-- Every version of an own form, as the form file that forms/README.md tells. It is never changed.
CREATE TABLE own_form (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  file TEXT NOT NULL,                   -- TOML
  made_at TEXT NOT NULL,
  PRIMARY KEY (id, version)
) WITHOUT ROWID;

-- Forms, own or shipped, that are no longer offered; their reflections keep them.
CREATE TABLE retired_form (
  id TEXT PRIMARY KEY,
  retired_at TEXT NOT NULL
) WITHOUT ROWID;

-- A file kept with a reflection. Its name and its hash stand in the answer too, which the record of
-- changes binds.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  reflection_uid TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  added_at TEXT NOT NULL
);
CREATE INDEX evidence_reflection ON evidence (reflection_uid);

-- The content of a file in pieces of at most 1 MiB, in order from 0.
CREATE TABLE evidence_part (
  id INTEGER PRIMARY KEY,
  evidence INTEGER NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (evidence, position)
);

CREATE TABLE own_word (
  word TEXT PRIMARY KEY,
  added_at TEXT NOT NULL
) WITHOUT ROWID;

-- Two reflections that belong together; each pair once, the smaller uid first.
CREATE TABLE link (
  one_uid TEXT NOT NULL,
  other_uid TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (one_uid, other_uid)
) WITHOUT ROWID;
CREATE INDEX link_other ON link (other_uid);
