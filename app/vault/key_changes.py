"""Changes what opens a journal. Each change is proven before anything of the old is replaced."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from app.domain.errors import JournalDamaged, JournalError, JournalInUse, NotAJournal
from app.domain.key_change import GuessCost, KeysChanged
from app.domain.progress import Progress, unwatched
from app.domain.secret import Passphrase, Secret
from app.durable_file import write_durably
from app.vault import connection, key_file, keys, place
from app.vault.connection import Database
from app.vault.data_key_change import replaced_data_key, snapshots_under_other_keys
from app.vault.entering import entered
from app.vault.faults import disk_fault, told_of_opening
from app.vault.file_check import check_file
from app.vault.kdf import KdfCost
from app.vault.key_file import KeyFileDamaged, KeyHeader
from app.vault.key_lock import keys_locked
from app.vault.next_files import NextFiles
from app.vault.open_journals import OpenJournals
from app.vault.revisions import vault_id_in
from app.vault.unlocking import Unlocked, read_header, unlock_by

_TOO_SLOW_SECONDS = 3.0
_MIB = 1024
_LAST_HONEST_GENERATION = 2**40
_CHANGED_MEANWHILE = (
    "The keys of this journal were changed in another window meanwhile, so nothing was changed "
    "here. Try again with what was chosen there."
)
_CLOSE_FIRST = "Close the journal first, then try again. Nothing was changed."


class KeyChanges:
    """Changes the passphrase, its cost, and the data key of the journal in a folder.

    Args:
        open_journals: which journals this process has open, shared with the keeper.
        cost: what a new passphrase costs to guess; by default calibrated to this computer.
        floor_checked: whether a cheaper key file is refused; only tests turn it off.
    """

    def __init__(
        self,
        open_journals: OpenJournals,
        cost: KdfCost | None = None,
        *,
        floor_checked: bool = True,
    ) -> None:
        self._open_journals = open_journals
        self._cost = cost
        self._floor_checked = floor_checked

    def change_passphrase(self, folder: Path, secret: Secret, new: str) -> KeysChanged:
        """Put a new passphrase into force; the journal may be open meanwhile.

        By the recovery words this makes new key files also where both are gone; then, and where
        they differ, the journal must be closed.

        Raises:
            JournalError: one of its kinds; the present passphrase stays in force.
        """
        with _alone_in(folder) as checked:
            before = self._headers_there(checked)
            unlocked, seconds = self._unlocked(checked, secret)
            cost = self._new_cost(_header_of(unlocked), seconds)
            return self._put_into_force(checked, unlocked, before, (new, cost))

    def retune(self, folder: Path, passphrase: str) -> KeysChanged:
        """Measure this computer anew, and wrap the same passphrase at what it can bear.

        It never costs less to guess than before, unless opening took over three seconds.

        Raises:
            JournalError: one of its kinds; nothing was changed.
        """
        with _alone_in(folder) as checked:
            before = self._headers_there(checked)
            unlocked, seconds = self._unlocked(checked, Passphrase(passphrase))
            header = _header_of(unlocked)
            cost = self._new_cost(header, seconds)
            if cost == header.slots[0].cost:
                return KeysChanged(GuessCost.KEPT, cost.memory_kib // _MIB, is_same_passphrase=True)
            changed = self._put_into_force(checked, unlocked, before, (passphrase, cost))
            return replace(changed, is_same_passphrase=True)

    def replace_data_key(
        self, folder: Path, secret: Secret, new_passphrase: str, progress: Progress = unwatched
    ) -> tuple[str, ...]:
        """Encrypt the whole journal anew; give the new recovery words. It must be closed.

        What the old passphrase, words and key files opened they open no more, except in copies
        that were made before.

        Raises:
            Cancelled, JournalError: everything is as before.
        """
        with _alone_in(folder) as checked, self._opened(checked, secret) as (database, unlocked):
            header = _header_of(unlocked)
            cost = self._new_cost(header, 0.0)
            return replaced_data_key(checked, database, header, (new_passphrase, cost), progress)

    def old_copies(self, folder: Path) -> tuple[Path, ...]:
        """List the snapshots in a journal's folder that only its earlier recovery words open."""
        return snapshots_under_other_keys(_checked(folder), floor_checked=self._floor_checked)

    def remove_old_copies(self, folder: Path) -> int:
        """Remove those snapshots; give how many could not be removed."""
        left = 0
        for path in self.old_copies(folder):
            try:
                path.unlink(missing_ok=True)
            except OSError:
                left += 1
        return left

    def _unlocked(self, folder: Path, secret: Secret) -> tuple[Unlocked, float]:
        """Unlock, and say how long it took; what the key files leave open journal.db decides."""
        if not NextFiles(folder).are_there():
            started = time.perf_counter()
            unlocked = unlock_by(folder, secret, floor_checked=self._floor_checked)
            seconds = time.perf_counter() - started
            if unlocked.are_copies_alike:
                return unlocked, seconds if isinstance(secret, Passphrase) else 0.0
        # Keys that do not open the journal must never be written over those that do.
        with self._opened(folder, secret) as (_, unlocked):
            return unlocked, 0.0

    @contextlib.contextmanager
    def _opened(self, folder: Path, secret: Secret) -> Iterator[tuple[Database, Unlocked]]:
        if self._open_journals.holds(folder):
            raise JournalError(_CLOSE_FIRST)
        present = self._headers_there(folder)

        def open_with(unlocked: Unlocked) -> tuple[Database, Unlocked]:
            with told_of_opening():
                return _opened_database(folder, unlocked, present)

        database, unlocked = entered(folder, secret, open_with, floor_checked=self._floor_checked)
        try:
            yield database, unlocked
        finally:
            if not database.is_closed:
                database.close()

    def _new_cost(self, header: KeyHeader, seconds: float) -> KdfCost:
        """Choose what this computer bears, and no less than before without need."""
        measured = self._cost or KdfCost.calibrated()
        if not header.slots or seconds > _TOO_SLOW_SECONDS:
            return measured
        before = header.slots[0].cost
        return before if _is_weaker(measured, before) else measured

    def _headers_there(self, folder: Path) -> frozenset[KeyHeader]:
        """Read what key files there are; one of a later version is never written over."""
        found = set()
        for name in key_file.NAMES:
            with contextlib.suppress(OSError, KeyFileDamaged):
                found.add(read_header(folder / name, floor_checked=self._floor_checked))
        return frozenset(found)

    def _refuse_changed(self, folder: Path, known: frozenset[KeyHeader]) -> None:
        """Refuse to write over keys that another process has put there meanwhile."""
        if not self._headers_there(folder) <= known:
            raise JournalError(_CHANGED_MEANWHILE)

    def _put_into_force(
        self,
        folder: Path,
        unlocked: Unlocked,
        before: frozenset[KeyHeader],
        new: tuple[str, KdfCost],
    ) -> KeysChanged:
        passphrase, cost = new
        data_key, header = unlocked.data_key, _header_of(unlocked)
        slot = keys.wrapped(data_key, passphrase, header.vault, cost)
        following = key_file.signed(
            replace(header, generation=header.generation + 1, changed=_today(), slots=(slot,)),
            data_key,
        )
        data = keys.proven_bytes(following, data_key, passphrase)
        if NextFiles(folder).are_there():
            raise JournalInUse  # another process has begun to replace the data key
        first, second = (folder / name for name in key_file.NAMES)
        known = before | {header}
        self._refuse_changed(folder, known)
        try:
            write_durably(first, data)
        except OSError as error:
            raise disk_fault(error) from None
        try:
            self._refuse_changed(folder, known | {following})
            write_durably(second, data)
        except (OSError, JournalError):
            # The new passphrase opens the first copy already: this is no failure any more.
            is_second_written = False
        else:
            is_second_written = True
        guess_cost = _change_of_cost(header, cost)
        return KeysChanged(guess_cost, cost.memory_kib // _MIB, is_second_written)


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[Path]:
    """Be the only one who changes the keys of this journal; give its folder."""
    folder = _checked(folder)
    NextFiles(folder).refuse_folders()
    with keys_locked(folder):
        yield folder


def _checked(folder: Path) -> Path:
    """Refuse a folder that holds no journal."""
    try:
        if place.has_files(folder):
            return folder.absolute()
    except OSError:
        raise JournalDamaged(
            "This folder cannot be read. Nothing was changed. Check its name and who may read it."
        ) from None
    raise NotAJournal("There is no journal in this folder.")


def _opened_database(
    folder: Path, unlocked: Unlocked, present: frozenset[KeyHeader]
) -> tuple[Database, Unlocked]:
    """Open journal.db, which proves the data key and says what a lost key file held."""
    path, header = folder / connection.NAME, unlocked.header
    try:
        check_file(path)
        salt = header.salt if header else connection.salt_in(path)
        raw_key = (unlocked.data_key, salt)
        database = connection.open_database(path, raw_key, header.vault if header else None)
    except OSError:
        raise JournalDamaged(
            f"The file {connection.NAME} cannot be read. Nothing was changed. "
            "Check the disk and who may read the folder."
        ) from None
    if header is None:
        vault = vault_id_in(database)
        generations = [each.generation for each in present if each.vault == vault]
        # A later change of theirs must not look newer; a forged counter must not use all up.
        last = max((each for each in generations if each < _LAST_HONEST_GENERATION), default=0)
        unlocked = replace(unlocked, header=KeyHeader(vault, last, salt, _today(), ()))
    return database, unlocked


def _header_of(unlocked: Unlocked) -> KeyHeader:
    if unlocked.header is None:
        raise AssertionError("a journal that was opened has told its identity")
    return unlocked.header


def _is_weaker(one: KdfCost, other: KdfCost) -> bool:
    is_smaller = one.memory_kib < other.memory_kib
    return is_smaller or one.memory_kib * one.passes < other.memory_kib * other.passes


def _change_of_cost(header: KeyHeader, cost: KdfCost) -> GuessCost:
    if not header.slots or header.slots[0].cost == cost:
        return GuessCost.KEPT
    return GuessCost.LOWERED if _is_weaker(cost, header.slots[0].cost) else GuessCost.RAISED


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
