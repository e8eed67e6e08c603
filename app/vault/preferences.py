"""The person's own preferences, kept inside the vault."""

from __future__ import annotations

from app.vault.connection import Database
from app.vault.stored_text import cleaned

_PUT = """
INSERT INTO preference VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
# A range, so that the names' own index serves; nothing sorts behind this character.
_BEGINNING = "SELECT name, value FROM preference WHERE name >= ? AND name < ? ORDER BY name"
_LAST = "\U0010ffff"


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

    def beginning(self, start: str) -> tuple[tuple[str, str], ...]:
        """Give the names that begin so, and their values, by name."""
        start = cleaned(start)
        rows = self._database.rows(_BEGINNING, (start, start + _LAST))
        return tuple((str(name), str(value)) for name, value in rows)
