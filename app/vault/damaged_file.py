"""A damaged journal.db that is about to be replaced: kept beside its place, or left as it was."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from app.durable_file import force_to_disk, synced_names
from app.vault.file_check import BESIDE

_KEPT_AS = "journal-damaged-%Y-%m-%dT%H%M%SZ.db"
_ROLLBACK_JOURNAL = BESIDE[0]


class DamagedFile:
    """Gives journal.db a second name, and what lies beside it names to match."""

    def __init__(self, path: Path, now: datetime) -> None:
        self._path = path
        self._kept = _free_path(path.parent, now)
        self._aside: list[tuple[Path, Path]] = []
        self.is_kept = False

    def set_aside_strange(self) -> None:
        """Set aside what the database would wait for, follow, or take for newer pages."""
        for ending in BESIDE:
            beside = self._path.with_name(self._path.name + ending)
            if ending != _ROLLBACK_JOURNAL or not _is_ordinary(beside):
                self._set_aside(ending)

    def keep(self, source: BinaryIO | None) -> str | None:
        """Give the file a second name, or copy it from source; say which, or None if it is lost."""
        is_there = os.path.lexists(self._path)
        with synced_names(self._path.parent) as sync:
            if is_there:
                _give_second_name(self._path, self._kept, source)
            self.is_kept = True
            sync()
            # What could not be undone in the damaged file must not be undone in the snapshot.
            self._set_aside(_ROLLBACK_JOURNAL)
            sync()
        return self._kept.name if is_there else None

    def undo(self) -> None:
        """Leave everything under the names it had."""
        for beside, aside in self._aside:
            with contextlib.suppress(OSError):
                aside.rename(beside)
        if self.is_kept:
            remove(self._kept)

    def _set_aside(self, ending: str) -> None:
        beside = self._path.with_name(self._path.name + ending)
        if os.path.lexists(beside) and _holds_something(beside):
            aside = self._kept.with_name(self._kept.name + ending)
            beside.rename(aside)
            self._aside.append((beside, aside))


def remove(path: Path) -> None:
    """Remove a file if it is there and the disk lets it be removed."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _give_second_name(path: Path, kept: Path, source: BinaryIO | None) -> None:
    try:
        os.link(path, kept, follow_symlinks=False)
    except OSError:
        if source is None:
            raise
        # Not every disk knows second names; until there is a copy, nothing is changed.
        try:
            with kept.open("xb") as goal:
                source.seek(0)
                shutil.copyfileobj(source, goal)
            force_to_disk(kept)
        except BaseException:
            remove(kept)
            raise


def _is_ordinary(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode) if os.path.lexists(path) else True


def _holds_something(path: Path) -> bool:
    told = path.lstat()
    return told.st_size > 0 or not stat.S_ISREG(told.st_mode)


def _free_path(folder: Path, at: datetime) -> Path:
    at = at.astimezone(UTC)
    while os.path.lexists(path := folder / at.strftime(_KEPT_AS)):
        at += timedelta(seconds=1)
    return path
