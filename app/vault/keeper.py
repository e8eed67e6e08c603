"""Makes journals and opens them, by passphrase or by the recovery words."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import (
    JournalDamaged,
    JournalInUse,
    NotAJournal,
    WrongRecoveryWords,
)
from app.durable_file import sweep_leftovers, write_durably
from app.vault import (
    connection,
    key_file,
    keys,
    new_folder,
    read_me,
    recovery_words,
    reserve,
    unlocking,
)
from app.vault.connection import DoesNotDecrypt
from app.vault.faults import disk_fault, told_of_opening
from app.vault.journal_vault import JournalVault
from app.vault.kdf import KdfCost
from app.vault.unlocking import Unlocked


class Keeper:
    """Makes and opens vaults.

    Args:
        cost: what a new passphrase costs to guess; by default calibrated to this computer.
        floor_checked: whether a cheaper key file is refused; only tests turn it off.
    """

    def __init__(self, cost: KdfCost | None = None, *, floor_checked: bool = True) -> None:
        self._cost = cost
        self._floor_checked = floor_checked
        self._open_folders: dict[Path, JournalVault] = {}

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
        folder = self._checked(folder)
        unlocked = unlocking.unlock(folder, passphrase, floor_checked=self._floor_checked)
        with told_of_opening():
            return self._open(folder, unlocked)

    def open_with_words(self, folder: Path, words: str) -> JournalVault:
        """Open a journal by its 24 recovery words, written with spaces between.

        Raises:
            JournalError: one of its kinds, each a different sentence.
        """
        folder = self._checked(folder)
        unlocked = unlocking.unlock_with_words(folder, words)
        try:
            with told_of_opening():
                return self._open(folder, unlocked)
        except DoesNotDecrypt:
            if unlocked.header is not None:
                raise
            raise WrongRecoveryWords(
                "These are recovery words, but they do not open this journal. They may belong to "
                "another, or the beginning of this one’s file is damaged. Nothing was changed."
            ) from None

    def is_journal(self, folder: Path) -> bool:
        """Say whether the folder looks like a journal; one that cannot be read does not."""
        try:
            return _has_files(folder)
        except OSError:
            return False

    def _checked(self, folder: Path) -> Path:
        """Refuse before any key derivation what cannot be opened; give the folder by its name."""
        try:
            if not _has_files(folder):
                raise NotAJournal("There is no journal in this folder.")
            folder = _with_its_name(folder)
            # Opening the file once more in this process would drop the first opening's lock.
            vault = self._open_folders.get(folder.resolve())
            if vault is not None and not vault.is_closed:
                raise JournalInUse
            connection.check_file(folder / connection.NAME)
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
            database = connection.open_database(path, (unlocked.data_key, salt), vault_id)
        except OSError:
            raise JournalDamaged(
                f"The file {connection.NAME} cannot be read. Nothing was changed. "
                "Check the disk and who may read the folder."
            ) from None
        try:
            # The lock is ours now: nobody else is writing these.
            sweep_leftovers(folder, (*key_file.NAMES, read_me.NAME, reserve.NAME))
            unlocked.repair()
            reserve.Reserve(folder).restore()
            vault = JournalVault(folder, database)
        except BaseException:
            database.close()
            raise
        self._open_folders[folder.resolve()] = vault
        return vault


def _has_files(folder: Path) -> bool:
    names = (connection.NAME, *key_file.NAMES)
    return any((folder / name).is_file() for name in names)


def _with_its_name(folder: Path) -> Path:
    """Give the folder by a path that ends in its name, which is the journal's."""
    return folder.resolve() if ".." in folder.parts else folder.absolute()
