"""Puts the newest whole snapshot into the place of a damaged journal, whose file is kept.

A change half made to the damaged file is undone first, as at any opening. So whenever this is
interrupted, journal.db is either the damaged file or the snapshot, whole: the damaged one gets its
second name first, and only the last step changes what the first one means.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from datetime import datetime
from pathlib import Path

from app.domain.backup import PutBack, Snapshot
from app.domain.errors import BackupDamaged
from app.domain.progress import Progress
from app.durable_file import put_in_place, sweep_leftovers
from app.vault import connection
from app.vault.copying import CopyContents, as_told
from app.vault.damaged_file import DamagedFile, remove
from app.vault.file_address import refuse_long_folder
from app.vault.held_lock import held_lock
from app.vault.snapshot_files import copied_out
from app.vault.snapshots import snapshots_in
from app.vault.unlocking import Unlocked


def put_back(
    folder: Path, unlocked: Unlocked, now: datetime, progress: Progress
) -> tuple[PutBack, CopyContents]:
    """Let the newest whole snapshot be the journal; say which, and what it holds.

    Raises:
        JournalInUse: the journal is open.
        BackupDamaged: no snapshot is whole.
        OSError, NotSaved, Cancelled: journal.db is as it was.
    """
    refuse_long_folder(folder)
    path = folder / connection.NAME
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    damaged = DamagedFile(path, now)
    with contextlib.ExitStack() as closing:
        try:
            damaged.set_aside_strange()
            # Closing a file ends the locks on it, so what a copy is read through is closed last.
            source = closing.enter_context(path.open("rb")) if path.is_file() else None
            # Held to the end, so that no other window opens what is about to be replaced.
            if closing.enter_context(held_lock(path, unlocked)):
                sweep_leftovers(folder, (connection.NAME,))
            snapshot, contents = _newest_whole(folder, fresh, unlocked, progress)
            kept = damaged.keep(source)
            if os.name == "nt":
                closing.close()  # no open file is replaced there
            put_in_place(fresh, path)
        except BaseException:
            # Once the fresh file is gone from its name, it has happened.
            if os.path.lexists(fresh) or not damaged.is_kept:
                damaged.undo()
            remove(fresh)
            raise
    return PutBack(snapshot, as_told(snapshot.made_at, contents), kept), contents


def _newest_whole(
    folder: Path, fresh: Path, unlocked: Unlocked, progress: Progress
) -> tuple[Snapshot, CopyContents]:
    for snapshot in snapshots_in(folder):
        try:
            return snapshot, copied_out(folder, snapshot, fresh, unlocked, progress)
        except BackupDamaged:
            remove(fresh)
    raise BackupDamaged(
        "No snapshot of this journal is whole. Nothing was changed. Look for a backup."
    )
