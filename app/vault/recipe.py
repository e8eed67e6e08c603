"""The recipe by which SQLCipher opens journal.db; the order matters."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from app.vault.file_address import address_of, refuse_too_long

_RAW_KEY = re.compile("[0-9a-f]{96}")
_SETTINGS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "mmap_size = 0",
    "foreign_keys = ON",
    "cache_size = -16000",
)

# The cache gives up what was used least, which is always the newest: once searches of many shapes
# have filled it, each statement of a save would be compiled anew. So it must never be full.
_STATEMENTS_KEPT = 1000


def keyed(path: Path, data_key: bytes, salt: bytes, *, mode: str = "rw") -> Any:
    """Connect to a database that is there, by its data key and salt; nothing is read yet."""
    raw_key = data_key.hex() + salt.hex()
    if not _RAW_KEY.fullmatch(raw_key):
        # SQLCipher would take a malformed key for a passphrase, without a word.
        raise ValueError("a raw key is 96 hex digits")
    refuse_too_long(path)
    connection = dbapi2.connect(
        address_of(path.absolute(), mode),
        uri=True,
        isolation_level=None,
        timeout=0,
        cached_statements=_STATEMENTS_KEPT,
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute("PRAGMA cipher_memory_security = ON")
    connection.execute(f"PRAGMA key = \"x'{raw_key}'\"")
    return connection


def set_up(connection: Any) -> None:
    """Give a connection the settings that the journal is written with, and its lock."""
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    # Takes the lock now, and exclusive locking keeps it: a second process is refused at once.
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
