"""How SQLite is told which file to open, and which paths are too long for it."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from string import ascii_letters, digits

from app.domain.errors import JournalError

# What SQLite takes of a path on Linux and macOS, however deep the system itself would go.
_MOST_BYTES = 512
_PLAIN = frozenset(f"{ascii_letters}{digits}-._~/:".encode())
_ROLLBACK_JOURNAL = "-journal"
# Room for what comes and goes beside a journal and below it: snapshots, and copies not finished.
_MOST_BYTES_OF_FOLDER = 450

TOO_LONG = "The path to this folder is too long for a journal’s files: it is over 450 bytes"


def address_of(path: PurePath, mode: str) -> str:
    """Give the address of a file by its whole path.

    A folder on another Windows computer has four slashes: SQLite refuses a name between two.
    """
    written = path.as_posix()
    if not written.startswith("/"):
        written = f"/{written}"  # a drive letter
    escaped = "".join(map(_escaped, os.fsencode(written)))
    return f"file://{escaped}?mode={mode}"


def is_too_long(folder: Path) -> bool:
    """Say whether the files of a journal in this folder would have paths too long for SQLite."""
    return _is_over(folder, _MOST_BYTES_OF_FOLDER)


def refuse_long_folder(folder: Path) -> None:
    """Refuse a folder in which a journal could not make its files.

    Raises:
        JournalError: its path is too long.
    """
    if is_too_long(folder):
        raise JournalError(f"{TOO_LONG}. Nothing was changed. Choose a place with a shorter path.")


def refuse_too_long(path: Path) -> None:
    """Refuse a file that SQLite could not open, and would tell of as if it could not be written.

    Raises:
        JournalError: its path is too long.
    """
    if _is_over(path, _MOST_BYTES - len(_ROLLBACK_JOURNAL)):
        raise JournalError(f"{TOO_LONG}. Nothing was changed. Choose a place with a shorter path.")


def _escaped(byte: int) -> str:
    return chr(byte) if byte in _PLAIN else f"%{byte:02X}"


def _is_over(path: Path, most: int) -> bool:
    # Windows has other limits, and tells of them itself. SQLite follows links before it measures.
    return os.name != "nt" and len(os.fsencode(os.path.realpath(path))) > most
