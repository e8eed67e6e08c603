"""The files that lie in a journal's folder only while its data key is being replaced.

keys-next.json is written first and removed last. The journal's own file decides what holds: if
the keys in force open it, nothing has happened yet; if the next ones do, all of it has.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import JournalTooNew
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

    def are_there(self) -> bool:
        """Say whether a replacement of the data key has begun and not been settled."""
        return any(os.path.lexists(self._folder / name) for name in _NAMES)

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
        with contextlib.suppress(OSError):
            for name in _NAMES:
                (self._folder / name).unlink(missing_ok=True)
            with synced_names(self._folder) as sync:
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
    """Give the later keys that this journal.db belongs to, if a header's own no longer open it.

    Nothing proves those keys before they open; so this only chooses the words of a refusal.
    """
    with contextlib.suppress(OSError):
        salt = connection.salt_in(folder / connection.NAME)
        for other in _headers(folder, floor_checked=floor_checked):
            is_later = other.vault == header.vault and other.generation > header.generation
            if is_later and other.salt == salt != header.salt:
                return other
    return None


def _headers(folder: Path, *, floor_checked: bool) -> Iterator[KeyHeader]:
    for name in (*key_file.NAMES, KEYS):
        with contextlib.suppress(OSError, KeyFileDamaged, JournalTooNew):
            yield read_header(folder / name, floor_checked=floor_checked)


def _refuse_unfinished(rollback_journal: Path) -> None:
    """Refuse to put a database before a rollback journal that is another's."""
    with contextlib.suppress(FileNotFoundError):
        if rollback_journal.lstat().st_size:
            raise OSError("the journal was not closed cleanly")
