"""Takes out of the file what was removed from the journal: words in the indexes, bytes in pages.

A removed row leaves traces. The full-text indexes only mark it as removed, and keep its words until
their parts are merged. And though SQLite overwrites what it removes, rows that it moved before that
leave copies in the unused middle of other pages. So the indexes are merged and the file is written
anew. Until that is done a preference notes it, and it is tried again at the next opening.
"""

from __future__ import annotations

from functools import partial

from app.domain.progress import Progress, part_of
from app.vault.connection import Database

_NOTE = "unswept"
_INDEXES = ("word_index", "phrase_index")
_PAGES_AT_ONCE = 300
_MERGED, _REWRITTEN = 0.5, 1.0


def note_unswept(database: Database) -> None:
    """Note that traces may be there, inside the transaction that leaves them."""
    database.run("INSERT OR REPLACE INTO preference VALUES (?, '')", (_NOTE,))


def is_unswept(database: Database) -> bool:
    """Say whether traces of what was removed may be there."""
    return database.row("SELECT 1 FROM preference WHERE name = ?", (_NOTE,)) is not None


def sweep(database: Database, progress: Progress) -> None:
    """Leave no trace of what was removed; it may be stopped before the file is written anew.

    Raises:
        Cancelled, NotSaved, NotEnoughMemory: traces may still be there.
    """
    if not is_unswept(database):
        return
    for place, index in enumerate(_INDEXES):
        share = _MERGED / len(_INDEXES)
        _merge(database, index, part_of(progress, place * share, (place + 1) * share))
    progress(_MERGED)
    database.run("VACUUM")
    database.write(lambda: database.run("DELETE FROM preference WHERE name = ?", (_NOTE,)))
    progress(_REWRITTEN)


def _merge(database: Database, index: str, progress: Progress) -> None:
    """Merge all parts of an index, some pages at a time: a negative number begins it."""
    statement = f"INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)"  # noqa: S608 - our names
    pages, steps, has_more = -_PAGES_AT_ONCE, 0, True
    while has_more:
        progress(steps / (steps + 4))
        before = _changes(database)
        database.write(partial(database.run, statement, (pages,)))
        # The statement itself counts as one change.
        has_more = _changes(database) - before > 1
        pages, steps = _PAGES_AT_ONCE, steps + 1


def _changes(database: Database) -> int:
    found = database.row("SELECT total_changes()")
    return int(found[0]) if found else 0
