"""Which journals this process has open: to open one once more would drop the first one's lock."""

from __future__ import annotations

from pathlib import Path

from app.vault import place
from app.vault.connection import Database
from app.vault.file_check import identity_of


class OpenJournals:
    """Knows the journals that are open in this process: by their folders and by their files.

    One file may have several names, by a link or by capital letters that the disk does not tell
    apart; one folder may hold another file than the one that is still open.
    """

    def __init__(self) -> None:
        self._databases: dict[Path | tuple[int, int], Database] = {}

    def add(self, folder: Path, database: Database) -> None:
        """Note that a journal has been opened."""
        for name in _names_of(folder):
            self._databases[name] = database

    def holds(self, folder: Path) -> bool:
        """Say whether the journal in this folder is open now; no file is opened to see it."""
        found = (self._databases.get(name) for name in _names_of(folder))
        return any(database is not None and not database.is_closed for database in found)


def _names_of(folder: Path) -> list[Path | tuple[int, int]]:
    identity = identity_of(folder / place.DATABASE)
    # Some disks number no files.
    return [folder.resolve(), *([identity] if identity and identity[1] else [])]
