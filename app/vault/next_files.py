"""The files that lie in a journal's folder only while its data key is being replaced.

keys-next.json is written first and removed last. The journal's own file decides what holds: if
the keys in force open it, nothing has happened yet; if the next ones do, all of it has.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import JournalError, JournalTooNew
from app.durable_file import synced_names, write_durably
from app.vault import connection, key_file
from app.vault.key_file import KeyFileDamaged, KeyHeader
from app.vault.small_file import NotASmallFile, read_small
from app.vault.unlocking import read_header

KEYS = "keys-next.json"
DATABASE = "journal-next.db"
# The keys go last: while they are there, the others are known for what they are.
_NAMES = (f"{DATABASE}-journal", DATABASE, KEYS)


class NextFiles:
    """The next keys and the next journal.db of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def database(self) -> Path:
        """Where the next journal.db is made."""
        return self._folder / DATABASE

    def has_database(self) -> bool:
        """Say whether the next journal.db still has its own name, so has not become the journal."""
        return os.path.lexists(self.database)

    def are_there(self) -> bool:
        """Say whether a replacement of the data key has begun and not been settled."""
        return any(os.path.lexists(self._folder / name) for name in _NAMES)

    def refuse_folders(self) -> None:
        """Refuse what cannot be removed from where the next files will be.

        Raises:
            JournalError: a folder has the name of one of them.
        """
        for name in _NAMES:
            if (self._folder / name).is_dir() and not (self._folder / name).is_symlink():
                raise JournalError(
                    f"In this journal’s folder lies a folder called {name}, where Afterword keeps "
                    "a file of its own while keys are changed. Nothing was changed. Move that "
                    "folder elsewhere and try again."
                )

    def write_keys(self, data: bytes) -> None:
        """Begin: what opens the next journal.db is on the disk before there is one.

        Raises:
            OSError: nothing was changed.
        """
        write_durably(self._folder / KEYS, data)

    def put_database_in_place(self) -> bool:
        """Let the next journal.db be the journal; say whether the disk has confirmed it.

        Raises:
            OSError: nothing was changed.
        """
        path = self._folder / connection.NAME
        _refuse_unfinished(path.with_name(f"{connection.NAME}-journal"))
        with synced_names(self._folder) as sync:
            self.database.replace(path)
            try:
                sync()
            except OSError:
                return False
        return True

    def roll_back(self) -> None:
        """Remove what was made ready: the keys in force open the journal."""
        # A folder that cannot be written can still be read: it is settled another time.
        for name in _NAMES:
            with contextlib.suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)
        with contextlib.suppress(OSError), synced_names(self._folder) as sync:
            sync()

    def roll_forward(self) -> bool:
        """Put the next keys into force, for the journal is theirs; say whether all is done."""
        try:
            # A crash must not keep the keys and lose the journal that they are for.
            with synced_names(self._folder) as sync:
                sync()
            data = read_small(self._folder / KEYS, key_file.LARGEST_BYTES)
            for name in key_file.NAMES:
                write_durably(self._folder / name, data)
        except (OSError, NotASmallFile):
            return False
        self.roll_back()
        return True


def superseding(folder: Path, header: KeyHeader, *, floor_checked: bool) -> KeyHeader | None:
    """Give the later keys that this journal.db begins as, if a header's own no longer open it.

    Nothing proves those keys before they open; so this only chooses the words of a refusal.
    """
    with contextlib.suppress(OSError):
        later = [
            other
            for other in _headers(folder, floor_checked=floor_checked)
            if other.vault == header.vault
            and other.generation > header.generation
            and other.salt != header.salt
        ]
        salt = connection.salt_in(folder / connection.NAME) if later else b""
        return next((other for other in later if other.salt == salt), None)
    return None


def salts_in_force(folder: Path) -> frozenset[bytes]:
    """Give the salts that copies of this journal begin with now, or will once it is replaced.

    The key files name them; journal.db is not asked, for it may be open.
    """
    found: list[bytes] = []
    for name in (KEYS, *key_file.NAMES):
        with contextlib.suppress(OSError, KeyFileDamaged, JournalTooNew):
            found.append(read_header(folder / name, floor_checked=False).salt)
            if name == KEYS:
                break
    return frozenset(found)


def is_settled(folder: Path, header: KeyHeader, data_key: bytes) -> bool:
    """Say whether next keys, written under this data key, have long been followed by others.

    A program that copies folders may bring back a file that was removed: to put it into force
    would bring back a retired passphrase.
    """
    for name in key_file.NAMES:
        with contextlib.suppress(OSError, KeyFileDamaged, JournalTooNew):
            other = read_header(folder / name, floor_checked=False)
            is_later = other.generation >= header.generation and other != header
            if is_later and key_file.is_genuine(other, data_key):
                return True
    return False


def _headers(folder: Path, *, floor_checked: bool) -> Iterator[KeyHeader]:
    for name in (*key_file.NAMES, KEYS):
        with contextlib.suppress(OSError, KeyFileDamaged, JournalTooNew):
            yield read_header(folder / name, floor_checked=floor_checked)


def _refuse_unfinished(rollback_journal: Path) -> None:
    """Refuse to put a database before a rollback journal that is another's."""
    with contextlib.suppress(FileNotFoundError):
        if rollback_journal.lstat().st_size:
            raise OSError("the journal was not closed cleanly")
