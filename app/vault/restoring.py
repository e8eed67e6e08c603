"""Looks inside backups and snapshots, and makes new journals of them; never merges, never guesses.

A restored journal stands at its place only once it has been opened and passed every check.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.domain.backup import BackupContents, PutBack, Snapshot
from app.domain.errors import (
    BackupTooNew,
    JournalDamaged,
    JournalInUse,
    JournalTooNew,
    WrongBackupPassphrase,
    WrongPassphrase,
    WrongRecoveryWords,
)
from app.domain.progress import Progress, part_of
from app.domain.secret import RecoveryWords, Secret
from app.durable_file import write_durably
from app.vault import backup_file, connection, key_file, new_folder, read_me
from app.vault.backup_file import BackupFile
from app.vault.copying import CopyContents, as_told, contents_of, told_as
from app.vault.entering import way_to_damaged, ways_in
from app.vault.open_journals import OpenJournals
from app.vault.putting_back import put_back
from app.vault.reserve import Reserve
from app.vault.seen_heads import SeenHeads
from app.vault.snapshot_files import copied_out, snapshot_named
from app.vault.snapshots import snapshots_in
from app.vault.unlocking import Unlocked, unlock_by

_NOT_RESTORED = "Nothing was restored"


class Restorer:
    """Opens backups and snapshots.

    Args:
        floor_checked: whether a cheaper key file is refused; only tests turn it off.
        seen_heads: where this computer remembers how far it saw each journal, if it does.
        open_journals: which journals this process has open, shared with the keeper.
    """

    def __init__(
        self,
        *,
        floor_checked: bool = True,
        seen_heads: SeenHeads | None = None,
        open_journals: OpenJournals | None = None,
    ) -> None:
        self._open_journals = open_journals or OpenJournals()
        self._floor_checked = floor_checked
        self._seen_heads = seen_heads

    def snapshots(self, folder: Path) -> tuple[Snapshot, ...]:
        """Give the snapshots of the journal in this folder, the newest first."""
        return snapshots_in(folder)

    def look_inside(self, file: Path, secret: Secret, progress: Progress) -> BackupContents:
        """Open a backup, check all of it, and say what it holds.

        Raises:
            WrongPassphrase, WrongRecoveryWords: it is another secret that opens it.
            BackupDamaged: it is not whole, not a backup, or from a later version.
        """
        with told_as("The backup was not opened"), tempfile.TemporaryDirectory() as scratch:
            made_at, contents = self._unpacked(file, secret, Path(scratch), progress)
            return as_told(made_at, contents)

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
        with _new_journal(folder) as fresh:
            made_at, contents = self._unpacked(file, secret, fresh, progress)
        self._accept_older(folder, contents)
        return as_told(made_at, contents)

    def restore_snapshot(
        self, source: tuple[Path, str], secret: Secret, folder: Path, progress: Progress
    ) -> BackupContents:
        """Make a new journal of a snapshot; source is the journal's folder and the snapshot's name.

        Raises:
            JournalExists: the folder holds something already.
            WrongPassphrase, WrongRecoveryWords: it is another secret that opens it.
            BackupDamaged: there is no such snapshot, or it is not whole.
            NotBackedUp, Cancelled: nothing is left of it.
        """
        journal, name = source
        snapshot = snapshot_named(journal, name)
        with _new_journal(folder) as fresh:
            way = next(ways_in(journal, secret, floor_checked=self._floor_checked))
            unlocked = way.unlocked
            if unlocked.header is not None:
                _write_keys(fresh, key_file.to_bytes(unlocked.header))
            target = fresh / connection.NAME
            contents = copied_out(journal, snapshot, target, unlocked, progress)
        self._accept_older(folder, contents)
        return as_told(snapshot.made_at, contents)

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
        with told_as("No snapshot was put back"):
            if self._open_journals.holds(folder):
                raise JournalInUse
            unlocked = way_to_damaged(folder, secret, floor_checked=self._floor_checked)
            done, contents = put_back(folder, unlocked, now, progress)
            self._accept_older(folder, contents)
            return done

    def _accept_older(self, folder: Path, contents: CopyContents) -> None:
        """Let no alarm be raised where an older journal was put in this place on purpose."""
        if self._seen_heads is not None:
            self._seen_heads.of(contents.vault, folder).forget()

    def _unpacked(
        self, file: Path, secret: Secret, folder: Path, progress: Progress
    ) -> tuple[datetime, CopyContents]:
        """Unpack a backup into an empty folder and check that the journal there is whole."""
        with backup_file.opened(file) as backup, _told_of_backup():
            keys = backup.keys()
            if keys is not None:
                _write_keys(folder, keys)
            unlocked = self._unlocked(backup, folder, secret)
            path = folder / connection.NAME
            backup.copy_database(path, part_of(progress, 0, 0.4))
            salt = unlocked.header.salt if unlocked.header else connection.salt_in(path)
            vault = unlocked.header.vault if unlocked.header else None
            raw_key = (unlocked.data_key, salt)
            contents = contents_of(path, raw_key, vault, part_of(progress, 0.4, 1))
            if contents.head.chain != backup.manifest.head:
                raise backup_file.damaged()
            return backup.manifest.moment, contents

    def _unlocked(self, backup: BackupFile, folder: Path, secret: Secret) -> Unlocked:
        unlocked = unlock_by(folder, secret, floor_checked=self._floor_checked)
        if backup.manifest.is_genuine(unlocked.data_key):
            return unlocked
        if unlocked.header is None and isinstance(secret, RecoveryWords):
            raise WrongRecoveryWords(
                "These are recovery words, but not those of this backup. Nothing was changed."
            )
        raise backup_file.damaged()


@contextlib.contextmanager
def _new_journal(folder: Path) -> Iterator[Path]:
    """Give a folder to fill; it becomes the named one if all goes well, and else is not left."""
    with told_as(_NOT_RESTORED):
        new_folder.refuse_occupied(folder)
        folder = folder.resolve() if ".." in folder.parts else folder.absolute()
        with new_folder.made_beside(folder) as (fresh, put_in_place):
            yield fresh
            write_durably(fresh / read_me.NAME, read_me.TEXT.encode())
            Reserve(fresh).restore()
            put_in_place()


@contextlib.contextmanager
def _told_of_backup() -> Iterator[None]:
    """Say of a backup what the parts that open journals say of a journal."""
    try:
        yield
    except WrongPassphrase:
        raise WrongBackupPassphrase from None
    except JournalTooNew:
        raise BackupTooNew from None
    except JournalDamaged:
        raise backup_file.damaged() from None


def _write_keys(folder: Path, data: bytes) -> None:
    for name in key_file.NAMES:
        write_durably(folder / name, data)
