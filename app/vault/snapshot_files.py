"""Takes a snapshot's file out of a journal's folder, and opens what was taken out."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.domain.backup import Snapshot
from app.domain.errors import BackupDamaged, BackupTooNew, JournalDamaged, JournalTooNew
from app.domain.progress import Progress, part_of
from app.durable_file import force_to_disk
from app.vault import connection
from app.vault.connection import DoesNotDecrypt
from app.vault.copying import CopyContents, contents_of
from app.vault.snapshots import FOLDER, snapshots_in
from app.vault.unlocking import Unlocked

_CHUNK = 1024 * 1024


def snapshot_named(folder: Path, name: str) -> Snapshot:
    """Find a snapshot of the journal in this folder.

    Raises:
        BackupDamaged: there is none of this name.
    """
    for snapshot in snapshots_in(folder):
        if snapshot.name == name:
            return snapshot
    raise BackupDamaged("This journal has no snapshot of this name. Nothing was changed.")


def copied_out(
    folder: Path, snapshot: Snapshot, target: Path, unlocked: Unlocked, progress: Progress
) -> CopyContents:
    """Copy a snapshot to a new file, and check all of what was copied.

    Raises:
        BackupDamaged: it is not whole; what is at target must be removed.
        OSError: it cannot be written there; what is at target must be removed.
    """
    _copy(folder / FOLDER / snapshot.name, target, part_of(progress, 0, 0.4))
    header = unlocked.header
    salt = header.salt if header else connection.salt_in(target)
    vault = header.vault if header else None
    try:
        raw_key = (unlocked.data_key, salt)
        return contents_of(target, raw_key, vault, part_of(progress, 0.4, 1))
    except DoesNotDecrypt:
        raise BackupDamaged(
            "This snapshot does not open. Either it is damaged, or your recovery words have been "
            "replaced since it was made: then the earlier words open it. Nothing was changed."
        ) from None
    except JournalTooNew:
        raise BackupTooNew from None
    except JournalDamaged:
        raise BackupDamaged(
            "Part of this snapshot is damaged. Nothing was changed. Use another snapshot."
        ) from None


def _copy(source: Path, target: Path, progress: Progress) -> None:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(source, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
        told = os.fstat(file.fileno())
        if not stat.S_ISREG(told.st_mode):
            raise BackupDamaged("This snapshot is not an ordinary file, so it was not trusted.")
        target.touch(mode=0o600, exist_ok=False)
        with target.open("wb") as goal:
            done = 0
            while piece := file.read(_CHUNK):
                done += goal.write(piece)
                progress(min(done / told.st_size, 1))
    force_to_disk(target)
