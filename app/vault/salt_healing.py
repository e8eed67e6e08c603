"""Puts the salt back in front of journal.db, where tools look for it."""

from __future__ import annotations

from typing import Any

from sqlcipher3 import dbapi2

_REFUSED_WRITES = ("SQLITE_READONLY", "SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_IOERR")


def heal_salt(connection: Any) -> None:
    """Write the first page again, which begins with the salt."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    try:
        connection.execute(f"PRAGMA user_version = {version}")
    except dbapi2.OperationalError as error:
        # A disk that cannot be written can still be read.
        if not error.sqlite_errorname.startswith(_REFUSED_WRITES):
            raise
