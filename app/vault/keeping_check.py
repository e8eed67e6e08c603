"""Compares holds, review dates and the bin with the record of changes that binds them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from app.vault.connection import Database
from app.vault.keeping import content_of, stored_rows
from app.vault.revisions import KEEPING_PREFIX, Revisions, keeping_name

_NOT_AS_DECIDED = (
    "A hold, a review date or the bin is not as it was last decided: "
    "an older part of the file may have been put back."
)
_BIN_DAMAGED = "A reflection in the bin cannot be brought back: its words are not in the file."
# Of what is in the bin the words are in the record only; of what is gone they are nowhere.
_BINNED_WITHOUT_WORDS = """
SELECT 1 FROM keeping WHERE binned_at <> '' AND (
  SELECT content FROM revision WHERE revision.reflection_uid = keeping.reflection_uid
  ORDER BY number DESC LIMIT 1) IS NULL LIMIT 1
"""
_STILL_THERE = """
SELECT 1 FROM keeping JOIN reflection ON uid = reflection_uid
WHERE binned_at <> '' OR emptied_at <> ''
UNION ALL
SELECT 1 FROM keeping JOIN revision USING (reflection_uid)
WHERE emptied_at <> '' AND content IS NOT NULL LIMIT 1
"""
_DECIDED = """
SELECT DISTINCT reflection_uid FROM revision WHERE reflection_uid >= ? AND reflection_uid < ?
"""


def keeping_troubles(database: Database, revisions: Revisions) -> Iterator[str]:
    """Give a sentence for each thing that is wrong; none if all is well."""
    named = set()
    for row in stored_rows(database):
        name = keeping_name(row[0])
        named.add(name)
        if revisions.newest_hash(name) != hashlib.sha256(content_of(row)).digest():
            yield _NOT_AS_DECIDED
    if named != _decided(database) or database.rows(_STILL_THERE):
        yield _NOT_AS_DECIDED
    if database.rows(_BINNED_WITHOUT_WORDS):
        yield _BIN_DAMAGED


def _decided(database: Database) -> set[str]:
    """Give every name under which a decision was ever recorded."""
    after = KEEPING_PREFIX[:-1] + chr(ord(KEEPING_PREFIX[-1]) + 1)
    return {row[0] for row in database.rows(_DECIDED, (KEEPING_PREFIX, after))}
