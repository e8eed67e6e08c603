"""What is asked of journal.db and its neighbours from outside, before and while it is open."""

from __future__ import annotations

import stat
from pathlib import Path

from app.domain.errors import FolderGone, JournalDamaged

_LEAST_BYTES = 8192
BESIDE = ("-journal", "-wal", "-shm")


def check_file(path: Path) -> None:
    """Refuse a file that would open as an empty journal with any key, and strange neighbours.

    Raises:
        JournalDamaged: it is missing or far too small, or what lies beside it is not to be trusted.
    """
    if not path.is_file():
        raise JournalDamaged(
            f"The file {path.name} is missing from this journal’s folder. Nothing was changed. "
            "Look for it in a copy of the folder."
        )
    if path.stat().st_size < _LEAST_BYTES:
        raise JournalDamaged(
            f"The file {path.name} has been cut off, so the writing in it is not there. "
            "Nothing was changed. Look for a copy of the folder."
        )
    for ending in BESIDE:
        _check_beside(path.with_name(path.name + ending))
    _refuse_log(path.with_name(path.name + "-wal"))


class StandingFile:
    """The file that is open, known again by the disk's own number for it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known = identity_of(path)

    def refuse_moved(self) -> None:
        """Refuse to write into a file that was removed: the system would, and it would be lost.

        Raises:
            FolderGone: another file stands at its place, or none.
        """
        if identity_of(self.path) != self._known:
            raise FolderGone


def _check_beside(path: Path) -> None:
    """Refuse a pipe, link or folder where the database would wait for it or follow it."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise JournalDamaged(
            f"In this journal’s folder {path.name} is not an ordinary file, so it was not "
            "trusted. Nothing was changed. Move it elsewhere and try again."
        )


def _refuse_log(path: Path) -> None:
    """Refuse a write-ahead log: we never make one, and SQLite would take its pages for the newer.

    It needs no key to be made of older pages of the same file.
    """
    if path.is_file():
        raise JournalDamaged(
            f"In this journal’s folder lies {path.name}, which Afterword never makes, so it was "
            "not trusted. Nothing was changed. Move it elsewhere and try again."
        )


def identity_of(path: Path) -> tuple[int, int] | None:
    """Give the disk’s own number for a file, whatever it is called; none where it is not there."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino
