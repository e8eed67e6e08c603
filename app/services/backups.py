"""Snapshots, backups and what is made of them again."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from app.domain.backup import BackupContents, PutBack, Snapshot, backup_is_due
from app.domain.calendar_words import day_from
from app.domain.errors import JournalDamaged, JournalError, NotBackedUp, NotSaved
from app.domain.finding import Search
from app.domain.progress import Progress, part_of, unwatched
from app.domain.secret import Secret
from app.services.backup_ports import BackupRestorer, CopiedSnapshot
from app.services.ports import Clock, Vault

_LAST_BACKUP = "last_backup"
_PUT_OFF = "backup_reminder_put_off"
_PUT_OFF_DAYS = timedelta(days=7)


@dataclass(slots=True)
class Backups:
    """What a person can do so that nothing is lost."""

    restorer: BackupRestorer
    clock: Clock
    _has_told: bool = False

    def back_up(
        self, vault: Vault, target: Path, progress: Progress = unwatched, *, replaces: bool = False
    ) -> BackupContents:
        """Write a backup of an open journal; it is there only once it was opened and checked.

        Raises:
            JournalExists: there is something at this place, and it may not be replaced.
            NotBackedUp, Cancelled: nothing was changed at target.
            JournalDamaged: a page of the journal does not read.
        """
        now = self.clock.now()
        contents = vault.copies.back_up(target, now, progress, replaces=replaces)
        # The backup counts also where the journal itself cannot be written any more.
        with contextlib.suppress(NotSaved, JournalDamaged):
            vault.set_preference(_LAST_BACKUP, now.isoformat())
        return contents

    def last_backup(self, vault: Vault) -> datetime | None:
        """Say when the journal was last backed up."""
        told = vault.preference(_LAST_BACKUP)
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(told) if told else None
        return None

    def is_due(self, vault: Vault) -> bool:
        """Say whether it is time to remind of a backup."""
        today = self.clock.now().astimezone().date()
        if self._is_put_off(vault, today):
            return False
        in_journal = vault.find(Search(limit=1)).in_journal
        return backup_is_due(self.last_backup(vault), today, in_journal)

    def put_off(self, vault: Vault) -> None:
        """Have nobody reminded of a backup for a week.

        Raises:
            NotSaved: it is reminded of as before.
        """
        vault.set_preference(_PUT_OFF, self.clock.now().astimezone().date().isoformat())

    def _is_put_off(self, vault: Vault, today: date) -> bool:
        told = vault.preference(_PUT_OFF)
        with contextlib.suppress(ValueError):
            # A day that is still to come was written by a wrong clock.
            return told is not None and timedelta() <= today - day_from(told) < _PUT_OFF_DAYS
        return False

    def look_inside(
        self, file: Path, secret: Secret, progress: Progress = unwatched
    ) -> BackupContents:
        """Open a backup, check all of it, and say what it holds.

        Raises:
            WrongPassphrase, WrongRecoveryWords: it is another secret that opens it.
            BackupDamaged: it is not whole, not a backup, or from a later version.
        """
        return self.restorer.look_inside(file, secret, progress)

    def restore(
        self, file: Path, secret: Secret, folder: Path, progress: Progress = unwatched
    ) -> BackupContents:
        """Make a new journal of a backup, in a folder of its own.

        Raises:
            JournalExists: the folder holds something already.
            JournalError: as look_inside; nothing is left in the folder.
        """
        return self.restorer.restore(file, secret, folder, progress)

    def snapshots(self, folder: Path) -> tuple[Snapshot, ...]:
        """Give the snapshots of the journal in this folder, the newest first."""
        return self.restorer.snapshots(folder)

    def restore_snapshot(
        self,
        source: tuple[Path, str],
        secret: Secret,
        folder: Path,
        progress: Progress = unwatched,
    ) -> BackupContents:
        """Make a new journal of a snapshot; source is the journal's folder and the snapshot's name.

        Raises:
            JournalError: as restore does; nothing is left in the folder.
        """
        return self.restorer.restore_snapshot(source, secret, folder, progress)

    def put_back_snapshot(
        self, folder: Path, secret: Secret, progress: Progress = unwatched
    ) -> PutBack:
        """Let the newest whole snapshot be a damaged journal; the damaged file is kept beside it.

        Raises:
            JournalError: the journal is as it was.
        """
        return self.restorer.put_back_snapshot(folder, secret, self.clock.now(), progress)

    def begin_snapshot(self, vault: Vault, progress: Progress = unwatched) -> CopiedSnapshot | None:
        """Copy the journal if today's snapshot is due; settling the copy needs no open journal.

        Raises:
            NotBackedUp, Cancelled: nothing is left of it; it stays due.
            JournalDamaged: a page of the journal does not read.
        """
        now = self.clock.now()
        if not vault.copies.snapshot_is_due(now):
            return None
        return vault.copies.copied_snapshot(now, progress)

    def snapshot_before(self, vault: Vault, progress: Progress = unwatched) -> None:
        """Keep the journal as it is before much of it changes at once.

        Raises:
            NotBackedUp, Cancelled: nothing is left of it.
            JournalDamaged: a page of the journal does not read.
        """
        if vault.find(Search(limit=1)).in_journal:
            copied = vault.copies.copied_snapshot(self.clock.now(), part_of(progress, 0, 0.4))
            copied.settle(part_of(progress, 0.4, 1))

    def snapshot_if_due(self, vault: Vault, progress: Progress = unwatched) -> str | None:
        """Make today's snapshot if it is due; give a sentence to tell if it could not be made.

        That is told once: writing goes on, and a snapshot is tried again.

        Raises:
            Cancelled: nothing is left of it; it stays due.
        """
        try:
            copied = self.begin_snapshot(vault, part_of(progress, 0, 0.4))
            if copied is not None:
                copied.settle(part_of(progress, 0.4, 1))
        except (NotBackedUp, JournalDamaged) as error:
            return self.told_once(error)
        return None

    def told_once(self, error: JournalError) -> str | None:
        """Give the sentence of a snapshot that could not be made, the first time only."""
        if self._has_told:
            return None
        self._has_told = True
        return str(error)
