"""Makes journals and opens them, by passphrase or by the recovery words."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import (
    JournalDamaged,
    JournalInUse,
    NotAJournal,
)
from app.domain.secret import Passphrase, RecoveryWords, Secret
from app.durable_file import sweep_leftovers, write_durably
from app.vault import (
    connection,
    key_file,
    keys,
    new_folder,
    next_files,
    place,
    read_me,
    recovery_words,
    reserve,
    unlocking,
)
from app.vault.connection import Database
from app.vault.entering import entered
from app.vault.faults import disk_fault, told_of_opening
from app.vault.file_address import refuse_long_folder
from app.vault.file_check import check_file
from app.vault.freshness import looked_back
from app.vault.journal_vault import JournalVault
from app.vault.kdf import KdfCost
from app.vault.open_journals import OpenJournals
from app.vault.revisions import vault_id_in
from app.vault.seen_heads import SeenHeadFile, SeenHeads
from app.vault.session_mark import left_open_in
from app.vault.snapshot_first import snapshot_first
from app.vault.unlocking import Unlocked

_WRITTEN = (connection.NAME, *key_file.NAMES, next_files.KEYS, read_me.NAME, reserve.NAME)


class Keeper:
    """Makes and opens vaults.

    Args:
        cost: what a new passphrase costs to guess; by default calibrated to this computer.
        floor_checked: whether a cheaper key file is refused; only tests turn it off.
        open_journals: which journals this process has open, shared with what works beside.
        seen_heads: where this computer remembers how far it saw each journal, if it does.
    """

    def __init__(
        self,
        cost: KdfCost | None = None,
        *,
        floor_checked: bool = True,
        open_journals: OpenJournals | None = None,
        seen_heads: SeenHeads | None = None,
    ) -> None:
        self._cost = cost
        self._floor_checked = floor_checked
        self._open_journals = open_journals or OpenJournals()
        self._seen_heads = seen_heads

    def create(self, folder: Path, passphrase: str) -> tuple[JournalVault, tuple[str, ...]]:
        """Make a journal in a new or empty folder; give it open, with its 24 recovery words.

        Raises:
            JournalExists: the folder holds something already.
            NotSaved: the folder cannot be written; nothing half-made is left.
        """
        data_key = keys.new_data_key()
        cost = self._cost or KdfCost.calibrated()
        today = datetime.now(UTC).astimezone().date()
        try:
            new_folder.refuse_occupied(folder)
            folder = _with_its_name(folder)
            header = keys.new_header(data_key, passphrase, cost, today)
            key_bytes = keys.proven_bytes(header, data_key, passphrase)
            with new_folder.made_beside(folder) as (fresh, put_in_place):
                path = fresh / connection.NAME
                connection.make_database(path, data_key, header.salt, header.vault)
                unlocking.write_keys(fresh, key_bytes)
                write_durably(fresh / read_me.NAME, read_me.TEXT.encode())
                write_durably(fresh / reserve.NAME, os.urandom(reserve.SIZE_BYTES))
                put_in_place()
                vault = self._open(folder, Unlocked(data_key, header))
        except OSError as error:
            raise disk_fault(error) from None
        return vault, recovery_words.words_of(data_key)

    def open(self, folder: Path, passphrase: str) -> JournalVault:
        """Open a journal.

        Raises:
            JournalError: one of its kinds, each a different sentence.
        """
        return self._entered(folder, Passphrase(passphrase))

    def open_with_words(self, folder: Path, words: str) -> JournalVault:
        """Open a journal by its 24 recovery words, written with spaces between.

        Raises:
            JournalError: one of its kinds, each a different sentence.
        """
        return self._entered(folder, RecoveryWords(words))

    def is_journal(self, folder: Path) -> bool:
        """Say whether the folder looks like a journal; one that cannot be read does not."""
        return place.is_journal(folder)

    def _entered(self, folder: Path, secret: Secret) -> JournalVault:
        folder = self._checked(folder)

        def open_with(unlocked: Unlocked) -> JournalVault:
            with told_of_opening():
                return self._open(folder, unlocked)

        return entered(folder, secret, open_with, floor_checked=self._floor_checked)

    def _checked(self, folder: Path) -> Path:
        """Refuse before any key derivation what cannot be opened; give the folder by its name."""
        try:
            if not place.has_files(folder):
                raise NotAJournal("There is no journal in this folder.")
            folder = _with_its_name(folder)
            refuse_long_folder(folder)
            # Opening the file once more in this process would drop the first opening's lock.
            if self._open_journals.holds(folder):
                raise JournalInUse
            check_file(folder / connection.NAME)
        except OSError:
            raise JournalDamaged(
                "This folder cannot be read. Nothing was changed. "
                "Check its name and who may read it."
            ) from None
        return folder

    def _open(self, folder: Path, unlocked: Unlocked) -> JournalVault:
        path = folder / connection.NAME
        header = unlocked.header
        try:
            salt = header.salt if header else connection.salt_in(path)
            vault_id = header.vault if header else None
            raw_key = (unlocked.data_key, salt)
            database = connection.open_database(path, raw_key, vault_id, snapshot_first(folder))
        except OSError:
            raise JournalDamaged(
                f"The file {connection.NAME} cannot be read. Nothing was changed. "
                "Check the disk and who may read the folder."
            ) from None
        try:
            # The lock is ours now: nobody else is writing these.
            sweep_leftovers(folder, _WRITTEN)
            unlocked.repair()
            reserve.Reserve(folder).restore()
            try:
                seen = self._seen_file(database, folder)
                warning = looked_back(database, seen.read() if seen else None)
                left_open = left_open_in(database)
            except JournalDamaged:
                # After one bad page this connection reads no other: the next one is not asked.
                database.close()
                database = connection.open_database(path, raw_key, vault_id)
                seen = warning = left_open = None
            vault = JournalVault(folder, database, seen, warning, left_open)
        except BaseException:
            database.close()
            raise
        self._open_journals.add(folder, database)
        return vault

    def _seen_file(self, database: Database, folder: Path) -> SeenHeadFile | None:
        heads = self._seen_heads
        return None if heads is None else heads.of(vault_id_in(database), folder)


def _with_its_name(folder: Path) -> Path:
    """Give the folder by a path that ends in its name, which is the journal's."""
    return folder.resolve() if ".." in folder.parts else folder.absolute()
