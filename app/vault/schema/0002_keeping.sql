-- What was decided about keeping a reflection; a row only where something ever was. Days and moments
-- as in 0001, '' for none. No column may be NULL: so no loose row of another table looks like these.
-- Each row is bound in the record of changes: its newest decision stands there as a version of
-- “keeping of <uid>”, with the SHA-256 of the row as a JSON list of these columns, in this order.
CREATE TABLE keeping (
  reflection_uid TEXT PRIMARY KEY,
  review_on TEXT NOT NULL,              -- a reminder; nothing happens by itself
  held_since TEXT NOT NULL,             -- nothing of it may be changed or removed
  held_because TEXT NOT NULL,           -- in the person's own words
  binned_at TEXT NOT NULL,              -- in the bin: only the record of changes holds its words
  emptied_at TEXT NOT NULL,             -- gone for good: only hashes are left
  purged_to INTEGER NOT NULL            -- of its versions up to this one the words were removed
) WITHOUT ROWID;
