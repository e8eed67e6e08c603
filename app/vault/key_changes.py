"""Changes what opens a journal. Each change is proven before anything of the old is replaced."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from app.domain import key_steps
from app.domain.errors import JournalDamaged, JournalError, JournalInUse, NotAJournal
from app.domain.key_change import GuessCost, KeysChanged
from app.domain.progress import SteppedProgress, steps_of, unwatched
from app.domain.secret import Passphrase, Secret
from app.durable_file import write_durably
from app.vault import connection, key_file, keys, place
from app.vault.connection import Database
from app.vault.data_key_change import replaced_data_key, snapshots_under_other_keys
from app.vault.entering import entered
from app.vault.faults import disk_fault, told_of_opening
from app.vault.file_check import check_file
from app.vault.guess_cost import change_of_cost, cost_after
from app.vault.kdf import KdfCost
from app.vault.key_file import KeyFileDamaged, KeyHeader
from app.vault.key_lock import keys_locked
from app.vault.keys import ProvenKeys
from app.vault.next_files import NextFiles
from app.vault.open_journals import OpenJournals
from app.vault.revisions import vault_id_in
from app.vault.unlocking import Unlocked, read_header, unlock_by

# Where the steps of a change of passphrase end, and those before a new data key is made.
_CHECKED, _MEASURED, _READY = 0.3, 0.4, 0.95
_OPENED, _CHOSEN = 0.08, 0.12
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

    def change_passphrase(
        self, folder: Path, secret: Secret, new: str, progress: SteppedProgress = unwatched
    ) -> KeysChanged:
        """Put a new passphrase into force; the journal may be open meanwhile.

        By the recovery words this makes new key files also where both are gone; then, and where
        they differ, the journal must be closed.

        Raises:
            Cancelled, JournalError: the present passphrase stays in force.
        """
        with _alone_in(folder) as checked:
            before = self._headers_there(checked)
            unlocked, cost = self._unlocked_and_measured(checked, secret, progress)
            return self._wrapped_anew((checked, before), unlocked, (new, cost), progress)

    def retune(
        self, folder: Path, passphrase: str, progress: SteppedProgress = unwatched
    ) -> KeysChanged:
        """Measure this computer anew, and wrap the same passphrase at what it can bear.

        It never costs less to guess than before, unless opening took over three seconds.

        Raises:
            Cancelled, JournalError: nothing was changed.
        """
        secret = Passphrase(passphrase)
        with _alone_in(folder) as checked:
            before = self._headers_there(checked)
            unlocked, cost = self._unlocked_and_measured(checked, secret, progress)
            if cost == _header_of(unlocked).slots[0].cost:
                return KeysChanged(GuessCost.KEPT, cost.memory_kib // _MIB, is_same_passphrase=True)
            new = (passphrase, cost)
            changed = self._wrapped_anew((checked, before), unlocked, new, progress)
            return replace(changed, is_same_passphrase=True)

    def replace_data_key(
        self,
        folder: Path,
        secret: Secret,
        new_passphrase: str,
        progress: SteppedProgress = unwatched,
    ) -> tuple[str, ...]:
        """Encrypt the whole journal anew; give the new recovery words. It must be closed.

        What the old passphrase, words and key files opened they open no more, except in copies
        that were made before.

        Raises:
            Cancelled, JournalError: everything is as before.
        """
        with _alone_in(folder) as checked:
            progress(0, key_steps.checking(secret))
            with self._opened(checked, secret) as (database, unlocked):
                header = _header_of(unlocked)
                progress(_OPENED, key_steps.MEASURING)
                new = (new_passphrase, self._new_cost(header, 0.0))
                told = steps_of(progress, _CHOSEN, 1)
                return replaced_data_key(checked, database, header, new, told)

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

    def _unlocked_and_measured(
        self, folder: Path, secret: Secret, progress: SteppedProgress
    ) -> tuple[Unlocked, KdfCost]:
        progress(0, key_steps.checking(secret))
        unlocked, seconds = self._unlocked(folder, secret)
        progress(_CHECKED, key_steps.MEASURING)
        return unlocked, self._new_cost(_header_of(unlocked), seconds)

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
        return cost_after(header, seconds, self._cost or KdfCost.calibrated())

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

    def _wrapped_anew(
        self,
        found: tuple[Path, frozenset[KeyHeader]],
        unlocked: Unlocked,
        new: tuple[str, KdfCost],
        progress: SteppedProgress,
    ) -> KeysChanged:
        folder, before = found
        header, cost = _header_of(unlocked), new[1]
        following = replace(header, generation=header.generation + 1, changed=_today())
        told = steps_of(progress, _MEASURED, _READY)
        proven = keys.proven_keys(following, unlocked.data_key, new, told)
        # The last moment to stop. Nobody is asked any more once a key file is written.
        progress(_READY, key_steps.PUTTING_INTO_FORCE)
        is_second_written = self._put_into_force(folder, proven, before | {header})
        guess_cost = change_of_cost(header, cost)
        return KeysChanged(guess_cost, cost.memory_kib // _MIB, is_second_written)

    def _put_into_force(
        self, folder: Path, proven: ProvenKeys, known: frozenset[KeyHeader]
    ) -> bool:
        """Write both copies of the key file; say whether the second was written too."""
        if NextFiles(folder).are_there():
            raise JournalInUse  # another process has begun to replace the data key
        first, second = (folder / name for name in key_file.NAMES)
        self._refuse_changed(folder, known)
        try:
            write_durably(first, proven.data)
        except OSError as error:
            raise disk_fault(error) from None
        try:
            self._refuse_changed(folder, known | {proven.header})
            write_durably(second, proven.data)
        except (OSError, JournalError):
            # The new passphrase opens the first copy already: this is no failure any more.
            return False
        return True


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


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
