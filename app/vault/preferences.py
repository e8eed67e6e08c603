"""The person's own preferences, kept inside the vault."""

from __future__ import annotations

from app.vault.connection import Database
from app.vault.stored_text import cleaned

_PUT = """
INSERT INTO preference VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""


class Preferences:
    """Names and values, both text."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def value(self, name: str) -> str | None:
        """Read a preference, or None if it was never set."""
        found = self._database.row("SELECT value FROM preference WHERE name = ?", (cleaned(name),))
        return str(found[0]) if found else None

    def store(self, name: str, value: str) -> None:
        """Set a preference."""
        pair = (cleaned(name), cleaned(value))
        self._database.write(lambda: self._database.run(_PUT, pair))
