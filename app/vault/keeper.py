"""Makes journals and opens them, by passphrase or by the recovery words."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import (
    JournalDamaged,
    JournalExists,
    JournalInUse,
    NotAJournal,
    WrongRecoveryWords,
)
from app.durable_file import sync_folder, write_durably
from app.vault import connection, key_file, keys, read_me, recovery_words, reserve, unlocking
from app.vault.connection import DoesNotDecrypt
from app.vault.faults import disk_fault
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
        folder = folder.absolute()
        data_key = keys.new_data_key()
        cost = self._cost or KdfCost.calibrated()
        try:
            _refuse_occupied(folder)
            today = datetime.now(UTC).astimezone().date()
            header = keys.new_header(data_key, passphrase, cost, today)
            key_bytes = keys.proven_bytes(header, data_key, passphrase)
            with _made_beside(folder) as fresh:
                path = fresh / connection.NAME
                connection.make_database(path, data_key, header.salt, header.vault)
                unlocking.write_keys(fresh, key_bytes)
                write_durably(fresh / read_me.NAME, read_me.TEXT.encode())
                write_durably(fresh / reserve.NAME, os.urandom(reserve.SIZE_BYTES))
        except OSError as error:
            raise disk_fault(error) from None
        vault = self._open(folder, Unlocked(data_key, header))
        return vault, recovery_words.words_of(data_key)

    def open(self, folder: Path, passphrase: str) -> JournalVault:
        """Open a journal.

        Raises:
            JournalError: one of its kinds, each a different sentence.
        """
        self._check_can_open(folder)
        unlocked = unlocking.unlock(folder, passphrase, floor_checked=self._floor_checked)
        return self._open(folder, unlocked)

    def open_with_words(self, folder: Path, words: str) -> JournalVault:
        """Open a journal by its 24 recovery words, written with spaces between.

        Raises:
            JournalError: one of its kinds, each a different sentence.
        """
        self._check_can_open(folder)
        unlocked = unlocking.unlock_with_words(folder, words)
        try:
            return self._open(folder, unlocked)
        except DoesNotDecrypt:
            if unlocked.header is not None:
                raise
            raise WrongRecoveryWords(
                "These are recovery words, but they do not open this journal. They may belong to "
                "another, or the beginning of this one’s file is damaged. Nothing was changed."
            ) from None

    def is_journal(self, folder: Path) -> bool:
        """Say whether the folder looks like a journal."""
        names = (connection.NAME, *key_file.NAMES)
        return any((folder / name).is_file() for name in names)

    def _check_can_open(self, folder: Path) -> None:
        """Refuse before any key derivation what cannot be opened."""
        if not self.is_journal(folder):
            raise NotAJournal("There is no journal in this folder.")
        # Opening the file once more in this process would drop the first opening's lock.
        vault = self._open_folders.get(folder.resolve())
        if vault is not None and not vault.is_closed:
            raise JournalInUse
        connection.check_file(folder / connection.NAME)

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
        unlocked.repair()
        reserve.Reserve(folder).restore()
        vault = JournalVault(folder, database)
        self._open_folders[folder.resolve()] = vault
        return vault


def _refuse_occupied(folder: Path) -> None:
    is_link = folder.is_symlink()
    if is_link or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise JournalExists(
            "There is something at this place already. Choose a new name or an empty folder."
        )


@contextlib.contextmanager
def _made_beside(folder: Path) -> Iterator[Path]:
    """Give a new folder that takes the place of the named one when all in it is made."""
    parents = _make_parents(folder)
    fresh = folder.with_name(f".afterword-{secrets.token_hex(8)}.new")
    try:
        fresh.mkdir(mode=0o700)
        yield fresh
        sync_folder(fresh)
        if folder.exists():
            folder.rmdir()
        fresh.rename(folder)
        sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        for parent in parents:
            with contextlib.suppress(OSError):
                parent.rmdir()
        raise


def _make_parents(folder: Path) -> list[Path]:
    missing = [parent for parent in folder.parents if not parent.exists()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    return missing
