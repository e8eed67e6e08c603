"""Puts the newest whole snapshot into the place of a damaged journal, whose file is kept.

Whenever this is interrupted, journal.db is either the damaged file or the snapshot, whole: the
damaged one gets its second name first, and only the last step changes what the first one means.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.backup import PutBack, Snapshot
from app.domain.errors import BackupDamaged, JournalError, JournalInUse
from app.domain.progress import Progress
from app.durable_file import force_to_disk, put_in_place, sweep_leftovers, synced_names
from app.vault import connection
from app.vault.copying import CopyContents, as_told
from app.vault.faults import told_plainly
from app.vault.snapshot_files import copied_out
from app.vault.snapshots import snapshots_in
from app.vault.unlocking import Unlocked

_KEPT_AS = "journal-damaged-%Y-%m-%dT%H%M%SZ.db"
_BESIDE = ("-journal", "-wal", "-shm")


def put_back(
    folder: Path, unlocked: Unlocked, now: datetime, progress: Progress
) -> tuple[PutBack, CopyContents]:
    """Let the newest whole snapshot be the journal; say which, and what it holds.

    Raises:
        JournalInUse: the journal is open.
        BackupDamaged: no snapshot is whole.
        OSError, Cancelled: journal.db is as it was.
    """
    path = folder / connection.NAME
    _refuse_open(path, unlocked)
    sweep_leftovers(folder, (connection.NAME,))
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        snapshot, contents = _newest_whole(folder, fresh, unlocked, progress)
        kept = _keep_damaged(path, now)
        put_in_place(fresh, path)
    except BaseException:
        _remove(fresh)
        raise
    return PutBack(snapshot, as_told(snapshot.made_at, contents), kept), contents


def _newest_whole(
    folder: Path, fresh: Path, unlocked: Unlocked, progress: Progress
) -> tuple[Snapshot, CopyContents]:
    for snapshot in snapshots_in(folder):
        try:
            return snapshot, copied_out(folder, snapshot, fresh, unlocked, progress)
        except BackupDamaged:
            _remove(fresh)
    raise BackupDamaged(
        "No snapshot of this journal is whole. Nothing was changed. Look for a backup."
    )


def _refuse_open(path: Path, unlocked: Unlocked) -> None:
    """Refuse if a process has the journal open; what lies there is only read."""
    if not path.is_file():
        return
    # The lock is asked for before a page is read, so any salt will do to ask.
    salt = unlocked.header.salt if unlocked.header else bytes(connection.SALT_BYTES)
    try:
        with told_plainly():
            journal = connection.keyed(path, unlocked.data_key, salt, mode="ro")
            with contextlib.closing(journal):
                journal.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except JournalInUse:
        raise
    except JournalError:
        pass  # damaged: that is why we are here


def _keep_damaged(path: Path, now: datetime) -> str | None:
    """Give the damaged file a second name, and set aside what belongs to it alone."""
    kept = _free_path(path.parent, now)
    with synced_names(path.parent) as sync:
        is_there = os.path.lexists(path)
        if is_there:
            _give_second_name(path, kept)
            sync()
        for ending in _BESIDE:
            # A change half made to the damaged file would be undone in the snapshot.
            beside = path.with_name(path.name + ending)
            if os.path.lexists(beside) and _holds_something(beside):
                beside.rename(kept.with_name(kept.name + ending))
        sync()
    return kept.name if is_there else None


def _give_second_name(path: Path, kept: Path) -> None:
    try:
        os.link(path, kept, follow_symlinks=False)
    except OSError:
        # Not every disk knows second names; until there is a copy, nothing is changed.
        try:
            shutil.copyfile(path, kept, follow_symlinks=False)
            force_to_disk(kept)
        except BaseException:
            _remove(kept)
            raise


def _holds_something(path: Path) -> bool:
    told = path.lstat()
    return told.st_size > 0 or not stat.S_ISREG(told.st_mode)


def _free_path(folder: Path, at: datetime) -> Path:
    at = at.astimezone(UTC)
    while os.path.lexists(path := folder / at.strftime(_KEPT_AS)):
        at += timedelta(seconds=1)
    return path


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
