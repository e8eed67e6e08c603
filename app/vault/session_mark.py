"""The mark that a session leaves in the journal with its first words and takes out at its close.

The mark is written by the transaction that saves the first words and by no other, so it costs no
commit. When the last words were saved, and in which reflection, the record of changes knows.
"""

from __future__ import annotations

from datetime import date, datetime

from app.domain.left_open import LeftOpen
from app.domain.listed_title import listed_title
from app.vault.connection import Database
from app.vault.faults import taken_as_stored

_FIND = "SELECT 1 FROM preference WHERE name = 'left_open'"
_PUT = "INSERT OR REPLACE INTO preference VALUES ('left_open', '')"
REMOVE = "DELETE FROM preference WHERE name = 'left_open'"
_LAST_WORDS = """
SELECT reflection_uid, made_at FROM revision WHERE reflection_uid NOT LIKE 'keeping of %'
ORDER BY seq DESC LIMIT 1
"""
_TITLES = """
SELECT reflection.title, form_id, event_date, form.title FROM reflection
LEFT JOIN form ON form.id = form_id AND form.version = form_version WHERE uid = ?
"""


def left_open_in(database: Database) -> LeftOpen | None:
    """Say what the last session left, if it was not closed.

    Raises:
        JournalDamaged: a page that was asked for does not read.
    """
    with taken_as_stored():
        if database.row(_FIND) is None:
            return None
        last = database.row(_LAST_WORDS)
        if last is None:
            return LeftOpen(None)
        saved_at = datetime.fromisoformat(last[1])
        found = database.row(_TITLES, (last[0],))
        if found is None:  # in the bin, or gone since
            return LeftOpen(saved_at)
        title, form_id, event_date, form_title = found
        day = date.fromisoformat(event_date) if event_date else None
        called = listed_title(title, form_id, day) or form_title or ""
        return LeftOpen(saved_at, str(last[0]), str(called))


class SessionMark:
    """Notes that words are being written, and that the journal was closed."""

    def __init__(self, database: Database, found: LeftOpen | None) -> None:
        self._database = database
        self.found = found
        self._may_be_there = self._is_noted = found is not None
        database.when_undone(self._forget)

    def note(self) -> None:
        """Leave the mark, inside the transaction that saves the session's first words."""
        if not self._is_noted:
            self._database.run(_PUT)
            self._may_be_there = self._is_noted = True

    @property
    def may_be_there(self) -> bool:
        """Say whether the mark may have to be taken out."""
        return self._may_be_there

    def remove(self) -> None:
        """Take the mark out, inside a transaction: the journal is being closed."""
        self._database.run(REMOVE)

    def _forget(self) -> None:
        # Noted once more does no harm; not noted would.
        self._is_noted = False
