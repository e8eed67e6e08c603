"""What the services need for backups and snapshots, named as Protocols; bootstrap hands them in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.domain.backup import BackupContents, PutBack, RescuedCopy, Snapshot
from app.domain.form import FormDefinition
from app.domain.progress import Progress
from app.domain.reflection import Reflection
from app.domain.secret import Secret


class CopiedSnapshot(Protocol):
    """A snapshot that was copied and does not count yet."""

    def settle(self, progress: Progress) -> Snapshot:
        """Prove the copy and give it its name; this may run on another thread than the vault's.

        Raises:
            NotBackedUp, Cancelled: nothing is left of it.
        """
        ...


class VaultCopies(Protocol):
    """The copies that an open journal makes of itself. They belong to the vault's thread."""

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Give the snapshots of this journal, the newest first."""
        ...

    def snapshot_is_due(self, now: datetime) -> bool:
        """Say whether today has no snapshot, and the newest one is not as the journal is now."""
        ...

    def copied_snapshot(self, now: datetime, progress: Progress) -> CopiedSnapshot:
        """Copy the journal for a snapshot, which counts once it is settled.

        Raises:
            NotBackedUp, Cancelled: nothing is left of it.
            JournalDamaged: a page of the journal does not read.
        """
        ...

    def back_up(
        self, target: Path, now: datetime, progress: Progress, *, replaces: bool
    ) -> BackupContents:
        """Write a backup, and give it its name only once it was opened and checked.

        Raises:
            JournalExists: there is something at this place, and it may not be replaced.
            NotBackedUp, Cancelled: nothing was changed at target.
            JournalDamaged: a page of the journal does not read.
        """
        ...

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
        ...


class BackupRestorer(Protocol):
    """Opens backups and snapshots, with no journal open."""

    def snapshots(self, folder: Path) -> tuple[Snapshot, ...]:
        """Give the snapshots of the journal in this folder, the newest first."""
        ...

    def look_inside(self, file: Path, secret: Secret, progress: Progress) -> BackupContents:
        """Open a backup, check all of it, and say what it holds.

        Raises:
            WrongPassphrase, WrongRecoveryWords: it is another secret that opens it.
            BackupDamaged: it is not whole, not a backup, or from a later version.
        """
        ...

    def restore(
        self, file: Path, secret: Secret, folder: Path, progress: Progress
    ) -> BackupContents:
        """Make a new journal of a backup, in a folder of its own.

        Raises:
            JournalExists: the folder holds something already.
            WrongPassphrase, WrongRecoveryWords: it is another secret that opens it.
            BackupDamaged: it is not whole, not a backup, or from a later version.
            NotBackedUp, Cancelled: nothing is left of it.
        """
        ...

    def restore_snapshot(
        self, source: tuple[Path, str], secret: Secret, folder: Path, progress: Progress
    ) -> BackupContents:
        """Make a new journal of a snapshot; source is the journal's folder and the snapshot's name.

        Raises:
            JournalError: as restore does.
        """
        ...

    def put_back_snapshot(
        self, folder: Path, secret: Secret, now: datetime, progress: Progress
    ) -> PutBack:
        """Let the newest whole snapshot be the journal, and keep the damaged file beside it.

        Raises:
            JournalInUse: the journal is open.
            WrongPassphrase, WrongRecoveryWords: it is another secret that opens it.
            BackupDamaged: no snapshot is whole.
            NotBackedUp, Cancelled: the journal is as it was.
        """
        ...
