"""The snapshots of a journal: each a whole encrypted database, under the journal's own key.

They lie in the folder `snapshots`, named by the moment in UTC and by nothing else. One opens with
whatever opens the journal, after a change of passphrase too: there is no second key file.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import stat
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.backup import SNAPSHOT_ENDING, Snapshot, worth_keeping
from app.domain.errors import JournalError, NotBackedUp
from app.domain.progress import Progress, unwatched
from app.durable_file import put_in_place, synced_names
from app.vault.connection import Database, RawKey
from app.vault.copying import copy_database, head_of, proven, told_as
from app.vault.next_files import salts_in_force
from app.vault.revisions import Head, Revisions

FOLDER = "snapshots"

_MOMENT = "%Y-%m-%dT%H%M%SZ"
# Years that every zone's clock can tell: a name of another is no work of ours.
_NAME = re.compile(
    r"(?:19[7-9]|2[0-9]{2})[0-9]-[0-9]{2}-[0-9]{2}T[0-9]{6}Z" + re.escape(SNAPSHOT_ENDING)
)
_UNFINISHED = re.compile(r"\.snapshot-[0-9a-f]{16}\.new(-journal)?")
_NOT_MADE = "No snapshot was made"


def snapshots_in(folder: Path) -> tuple[Snapshot, ...]:
    """Give the snapshots of the journal in this folder, the newest first."""
    found = []
    with contextlib.suppress(OSError):
        place = folder / FOLDER
        if stat.S_ISDIR(place.lstat().st_mode):
            found = [each for path in place.iterdir() if (each := _snapshot_at(path))]
    return tuple(sorted(found, key=lambda each: each.made_at, reverse=True))


@dataclass(frozen=True, slots=True)
class CopiedSnapshot:
    """A snapshot that was copied and does not count yet: settling it touches no open journal."""

    _fresh: Path
    _raw_key: RawKey
    _head: Head
    _at: datetime

    def settle(self, progress: Progress) -> Snapshot:
        """Prove the copy, give it its name, and let go of snapshots that have had their time.

        This may run on another thread, and be stopped.

        Raises:
            NotBackedUp, Cancelled: nothing is left of it.
        """
        try:
            with told_as(_NOT_MADE):
                proven(self._fresh, self._raw_key, self._head, progress)
                self._refuse_replaced()
                made = self._fresh.with_name(_free_name(self._fresh.parent, self._at))
                put_in_place(self._fresh, made)
        finally:
            _remove(self._fresh)
        try:
            # Asked again: who removes the old ones after a change of keys may have looked before.
            self._refuse_replaced()
        except NotBackedUp:
            _remove(made)
            raise
        snapshot = _snapshot_at(made)
        assert snapshot is not None
        _thin(made.parent.parent, self._at)
        return snapshot

    def _refuse_replaced(self) -> None:
        """Refuse what would only open with keys that have been, or are being, replaced."""
        salts = salts_in_force(self._fresh.parent.parent)
        if salts and self._raw_key[1] not in salts:
            raise NotBackedUp(
                f"{_NOT_MADE}: the keys of this journal were replaced meanwhile. "
                "What was there before is as it was."
            )


class Snapshots:
    """Makes the snapshots of one open journal. It belongs to the thread of the vault."""

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._database = database

    def is_due(self, now: datetime) -> bool:
        """Say whether today has no snapshot, and the newest one is not as the journal is now.

        Only what opens with the present keys counts.
        """
        snapshots = snapshots_in(self._folder)
        today = now.astimezone(UTC).date()
        todays = [each for each in snapshots if each.made_at.date() == today]
        if any(self._head_of(each) is not None for each in todays):
            return False
        head = Revisions(self._database).head()
        return head.seq > 0 and not (snapshots and self._head_of(snapshots[0]) == head)

    def copied(self, now: datetime, progress: Progress) -> CopiedSnapshot:
        """Copy the journal page by page; the copy does not count until it is settled.

        Raises:
            NotBackedUp, Cancelled: nothing is left of it.
            JournalDamaged: a page of the journal does not read.
        """
        place = self._folder / FOLDER
        with told_as(_NOT_MADE):
            _make_place(place)
            _sweep(place)
            fresh = place / f".snapshot-{secrets.token_hex(8)}.new"
            head = Revisions(self._database).head()
            try:
                copy_database(self._database, fresh, self._database.raw_key, progress)
            except BaseException:
                _remove(fresh)
                raise
        return CopiedSnapshot(fresh, self._database.raw_key, head, now.astimezone(UTC))

    def keep(self, now: datetime) -> Snapshot:
        """Make a snapshot in any case, as before the format is changed.

        Raises:
            NotBackedUp: nothing is left of it.
            JournalDamaged: a page of the journal does not read.
        """
        return self.copied(now, unwatched).settle(unwatched)

    def _head_of(self, snapshot: Snapshot) -> Head | None:
        try:
            return head_of(self._folder / FOLDER / snapshot.name, self._database.raw_key)
        except (JournalError, OSError):
            return None  # damaged, or under keys that have been replaced: it does not count


def _make_place(place: Path) -> None:
    if not place.exists():
        # Its own name must outlast a power cut, or everything in it is lost with it.
        with synced_names(place.parent) as sync:
            place.mkdir(mode=0o700, exist_ok=True)
            sync()
    if place.is_symlink():
        raise NotADirectoryError(20, "a link")


def _snapshot_at(path: Path) -> Snapshot | None:
    if not _NAME.fullmatch(path.name):
        return None
    try:
        written = path.name.removesuffix(SNAPSHOT_ENDING)
        made_at = datetime.strptime(written, _MOMENT).replace(tzinfo=UTC)
        told = path.lstat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(told.st_mode):
        return None
    return Snapshot(path.name, made_at, told.st_size)


def _free_name(place: Path, at: datetime) -> str:
    while (place / (name := at.strftime(_MOMENT) + SNAPSHOT_ENDING)).exists():
        at += timedelta(seconds=1)
    return name


def _thin(folder: Path, now: datetime) -> None:
    snapshots = snapshots_in(folder)
    kept = worth_keeping(snapshots, now)
    for each in snapshots:
        if each not in kept:
            _remove(folder / FOLDER / each.name)


def _sweep(place: Path) -> None:
    """Remove what a killed program left: the journal is open here, so no other is copying."""
    for path in list(place.iterdir()):
        if _UNFINISHED.fullmatch(path.name):
            _remove(path)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
