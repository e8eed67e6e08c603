"""What opens the journal that is open: its key file as it is now, or as it was last read.

The journal's folder may be gone, pulled out with its disk; then what was read of it still tells
the passphrase that was in force, and goes into a copy that is made elsewhere.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from app.domain.errors import JournalTooNew, WrongRecoveryWords
from app.domain.secret import RecoveryWords, Secret
from app.vault import key_file, keys, recovery_words
from app.vault.connection import Database, RawKey
from app.vault.key_file import KeyFileDamaged, KeyHeader
from app.vault.revisions import vault_id_in
from app.vault.unlocking import read_header


class PresentKeys:
    """Knows the keys of one open journal."""

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._data_key, self._salt = database.raw_key
        self._last_read: KeyHeader | None = None
        self.vault = vault_id_in(database)
        self.header()

    def header(self) -> KeyHeader | None:
        """Give the newest key file that the holder of the data key wrote.

        It may have been changed since the journal was opened.
        """
        self._last_read = genuine_header(self._folder, self._data_key) or self._last_read
        return self._last_read

    def raw_key_of_copy(self) -> RawKey:
        """Give what a copy that goes with the key file is keyed by: the salt named in it."""
        header = self.header()
        return self._data_key, header.salt if header else self._salt

    def open_with(self, secret: Secret) -> bool:
        """Say whether this secret opens the journal.

        Raises:
            NotEnoughMemory: it could not be tried.
        """
        if isinstance(secret, RecoveryWords):
            with contextlib.suppress(WrongRecoveryWords):
                return recovery_words.data_key_of(secret.text) == self._data_key
            return False
        header = self.header()
        return header is not None and keys.unwrapped(header, secret.text) == self._data_key


def genuine_header(folder: Path, data_key: bytes) -> KeyHeader | None:
    """Read the newest key file in a folder that the holder of this data key wrote."""
    headers = []
    for name in key_file.NAMES:
        with contextlib.suppress(OSError, KeyFileDamaged, JournalTooNew):
            header = read_header(folder / name, floor_checked=False)
            if key_file.is_genuine(header, data_key):
                headers.append(header)
    return max(headers, key=lambda header: header.generation, default=None)
