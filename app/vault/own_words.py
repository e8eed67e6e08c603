"""The words that the person's own spelling list knows; they never leave the vault."""

from __future__ import annotations

from datetime import datetime

from app.vault.connection import Database
from app.vault.reflection_record import moment_text
from app.vault.stored_text import cleaned

_ALL = "SELECT word FROM own_word"
_PUT = "INSERT OR IGNORE INTO own_word VALUES (?, ?)"
_REMOVE = "DELETE FROM own_word WHERE word = ?"


class OwnWords:
    """Each word once, as it was written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[str, ...]:
        """Give every word, sorted as people sort."""
        words = (str(row[0]) for row in self._database.rows(_ALL))
        return tuple(sorted(words, key=lambda word: (word.casefold(), word)))

    def add(self, word: str, at: datetime) -> None:
        """Keep a word; one that is kept already stays.

        Raises:
            NotSaved: nothing was changed.
        """
        values = (cleaned(word), moment_text(at))
        self._database.write(lambda: self._database.run(_PUT, values))

    def remove(self, word: str) -> None:
        """Let a word go; one that is not kept does no harm.

        Raises:
            NotSaved: nothing was changed.
        """
        self._database.write(lambda: self._database.run(_REMOVE, (cleaned(word),)))
