"""Where a journal lies: the names of its files, known before anything of the vault is read."""

from __future__ import annotations

from pathlib import Path

DATABASE = "journal.db"
KEY_FILES = ("keys.json", "keys-copy.json")


def has_files(folder: Path) -> bool:
    """Say whether any of a journal's files is there.

    Raises:
        OSError: the folder cannot be read.
    """
    return any((folder / name).is_file() for name in (DATABASE, *KEY_FILES))


def is_journal(folder: Path) -> bool:
    """Say whether the folder looks like a journal; one that cannot be read does not."""
    try:
        return has_files(folder)
    except OSError:
        return False
