"""The copies that an open journal makes of itself: snapshots in its folder, backups elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.domain.backup import BackupContents, RescuedCopy, Snapshot
from app.domain.form import FormDefinition
from app.domain.progress import Progress, part_of
from app.domain.reflection import Reflection
from app.durable_file import put_in_place
from app.vault.connection import Database
from app.vault.copy_place import CopyPlace
from app.vault.copying import as_told, copy_database, told_as
from app.vault.packing import pack_copy, read_back
from app.vault.present_keys import PresentKeys
from app.vault.rescuing import rescue
from app.vault.revisions import Head, Revisions
from app.vault.scratch import scratch_beside
from app.vault.snapshots import CopiedSnapshot, Snapshots, snapshots_in

_NOT_MADE = "No backup was made"


class Copies:
    """Makes the snapshots and backups of one open journal. It belongs to the vault's thread."""

    def __init__(self, folder: Path, database: Database, keys: PresentKeys) -> None:
        self._folder = folder
        self._database = database
        self._keys = keys
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
        place = CopyPlace(target, self._folder)
        with told_as(_NOT_MADE):
            place.refuse(replaces=replaces)
            with scratch_beside(target) as scratch:
                fresh = scratch / "backup"
                head = self._pack(fresh, scratch / "copy.db", now, part_of(progress, 0, 0.5))
                told = part_of(progress, 0.5, 1)
                raw_key = self._database.raw_key
                contents = read_back(fresh, scratch / "read.db", raw_key, head, told)
                place.refuse(replaces=replaces)
                put_in_place(fresh, target)
        return as_told(now, contents)

    def rescue(
        self,
        target: Path,
        now: datetime,
        unsaved: Sequence[tuple[Reflection, FormDefinition]],
        progress: Progress,
        *,
        replaces: bool,
    ) -> RescuedCopy:
        """Write a backup that also holds words which the journal could not take.

        Where the journal cannot be read any more, it holds these words alone.

        Raises:
            JournalExists: there is something at this place, and it may not be replaced, or only
                those words would replace it.
            NotBackedUp, Cancelled: nothing was changed at target.
        """
        place = (CopyPlace(target, self._folder), now, replaces)
        return rescue(self._database, self._keys, place, unsaved, progress)

    def _pack(self, fresh: Path, copy: Path, now: datetime, progress: Progress) -> Head:
        header, raw_key = self._keys.header(), self._keys.raw_key_of_copy()
        head = Revisions(self._database).head()
        copy_database(self._database, copy, raw_key, part_of(progress, 0, 0.6))
        pack_copy(fresh, copy, header, (now, raw_key[0], head), part_of(progress, 0.6, 1))
        return head
