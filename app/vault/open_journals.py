"""Which journals this process has open: to open one once more would drop the first one's lock."""

from __future__ import annotations

from pathlib import Path

from app.vault.connection import Database


class OpenJournals:
    """Knows the folders of the journals that are open in this process."""

    def __init__(self) -> None:
        self._databases: dict[Path, Database] = {}

    def add(self, folder: Path, database: Database) -> None:
        """Note that a journal has been opened."""
        self._databases[folder.resolve()] = database

    def holds(self, folder: Path) -> bool:
        """Say whether the journal in this folder is open now."""
        database = self._databases.get(folder.resolve())
        return database is not None and not database.is_closed
