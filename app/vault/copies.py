"""The copies that an open journal makes of itself: snapshots in its folder, backups elsewhere."""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path

from app.domain.backup import BackupContents, Snapshot
from app.domain.errors import JournalExists, JournalTooNew, NotBackedUp
from app.domain.progress import Progress, part_of
from app.durable_file import put_in_place
from app.vault import backup_file, key_file
from app.vault.backup_file import BackupFile
from app.vault.connection import Database
from app.vault.copying import (
    CopyContents,
    as_told,
    copy_database,
    not_the_same,
    proven,
    told_as,
)
from app.vault.key_file import KeyFileDamaged, KeyHeader
from app.vault.revisions import Head, Revisions
from app.vault.scratch import scratch_beside
from app.vault.snapshots import CopiedSnapshot, Snapshots, snapshots_in
from app.vault.unlocking import read_header

_NOT_MADE = "No backup was made"


class Copies:
    """Makes the snapshots and backups of one open journal. It belongs to the vault's thread."""

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._database = database
        self._snapshots = Snapshots(folder, database)

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Give the snapshots of this journal, the newest first."""
        return snapshots_in(self._folder)

    def snapshot_is_due(self, now: datetime) -> bool:
        """Say whether today has no snapshot, and the newest one is not as the journal is now."""
        return self._snapshots.is_due(now)

    def copied_snapshot(self, now: datetime, progress: Progress) -> CopiedSnapshot:
        """Copy the journal for a snapshot, which counts once it is settled.

        Raises:
            NotBackedUp, Cancelled: nothing is left of it.
            JournalDamaged: a page of the journal does not read.
        """
        return self._snapshots.copied(now, progress)

    def back_up(
        self, target: Path, now: datetime, progress: Progress, *, replaces: bool
    ) -> BackupContents:
        """Write a backup, and give it its name only once it was opened and checked.

        Raises:
            JournalExists: there is something at this place, and it may not be replaced.
            NotBackedUp, Cancelled: nothing was changed at target.
            JournalDamaged: a page of the journal does not read.
        """
        with told_as(_NOT_MADE):
            _refuse_target(target, replaces=replaces)
            with scratch_beside(target) as scratch:
                fresh = scratch / "backup"
                head = self._pack(fresh, scratch / "copy.db", now, part_of(progress, 0, 0.5))
                told = part_of(progress, 0.5, 1)
                contents = self._read_back(fresh, scratch / "read.db", head, told)
                _refuse_target(target, replaces=replaces)
                put_in_place(fresh, target)
        return as_told(now, contents)

    def _pack(self, fresh: Path, copy: Path, now: datetime, progress: Progress) -> Head:
        data_key, salt = self._database.raw_key
        header = genuine_header(self._folder, data_key)
        # A journal is keyed by the salt in its key file: so must the copy be that goes with it.
        raw_key = (data_key, header.salt if header else salt)
        head = Revisions(self._database).head()
        copy_database(self._database, copy, raw_key, part_of(progress, 0, 0.6))
        keys = key_file.to_bytes(header) if header else None
        made = (now, data_key, head.chain)
        backup_file.pack(fresh, copy, keys, made, part_of(progress, 0.6, 1))
        copy.unlink()
        return head

    def _read_back(self, fresh: Path, opened: Path, head: Head, progress: Progress) -> CopyContents:
        """Open the backup from its own file, as a restore would."""
        with backup_file.opened(fresh) as backup:
            if not backup.manifest.is_genuine(self._database.raw_key[0]):
                raise not_the_same()
            salt = self._salt_inside(backup)
            backup.copy_database(opened, part_of(progress, 0, 0.3))
            raw_key = (self._database.raw_key[0], salt)
            return proven(opened, raw_key, head, part_of(progress, 0.3, 1))

    def _salt_inside(self, backup: BackupFile) -> bytes:
        data = backup.keys()
        return key_file.parse(data, floor_checked=False).salt if data else self._database.raw_key[1]


def genuine_header(folder: Path, data_key: bytes) -> KeyHeader | None:
    """Read the newest key file that the holder of this data key wrote: it may have been changed
    since the journal was opened.
    """
    headers = []
    for name in key_file.NAMES:
        with contextlib.suppress(OSError, KeyFileDamaged, JournalTooNew):
            header = read_header(folder / name, floor_checked=False)
            if key_file.is_genuine(header, data_key):
                headers.append(header)
    return max(headers, key=lambda header: header.generation, default=None)


def _refuse_target(target: Path, *, replaces: bool) -> None:
    if not target.name or target.is_dir():
        raise NotBackedUp("No backup was made: there is a folder of this name. Choose another.")
    # A link counts as what is there: it would be replaced itself, never what it leads to.
    if os.path.lexists(target) and not replaces:
        raise JournalExists(
            "There is a file at this place already. It was left as it is. Choose another name."
        )
    if not target.parent.is_dir():
        raise NotBackedUp("No backup was made: the folder for it does not exist.")
