"""The mark that the journal's recovery words were shown, and that nobody has confirmed them yet.

A new data key brings new words: then the copy under the new key is made with the mark in it, so
that it is there from the first moment at which the new words are in force, and no earlier.
"""

from __future__ import annotations

from app.vault.connection import Database

PUT = "INSERT OR REPLACE INTO preference VALUES ('words_unconfirmed', '')"
_FIND = "SELECT 1 FROM preference WHERE name = 'words_unconfirmed'"
_REMOVE = "DELETE FROM preference WHERE name = 'words_unconfirmed'"


class WordsMark:
    """Knows whether somebody has confirmed the recovery words of one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def are_confirmed(self) -> bool:
        """Say whether they were; those of a journal that noted nothing count as confirmed."""
        return self._database.row(_FIND) is None

    def note_shown(self) -> None:
        """The words of a new journal are about to be shown.

        Raises:
            NotSaved: it could not be noted.
        """
        self._database.write(lambda: self._database.run(PUT))

    def note_confirmed(self) -> None:
        """Somebody has given back the words that were asked for.

        Raises:
            NotSaved: it could not be noted.
        """
        if not self.are_confirmed():
            self._database.write(lambda: self._database.run(_REMOVE))
