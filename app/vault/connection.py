"""The one connection to journal.db: how it is opened, checked, set and written through."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2

from app.domain.errors import DiskFull, JournalDamaged
from app.vault import migrations
from app.vault.faults import damaged, told_plainly
from app.vault.reserve import Reserve

NAME = "journal.db"
SALT_BYTES = 16

_APPLICATION_ID = 0x41667477
_LEAST_BYTES = 8192
_BESIDE = ("-journal", "-wal", "-shm")
_REFUSED_WRITES = ("SQLITE_READONLY", "SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_IOERR")
_RAW_KEY = re.compile("[0-9a-f]{96}")
_SETTINGS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "foreign_keys = ON",
    "cache_size = -16000",
)

_T = TypeVar("_T")
Row = tuple[Any, ...]


class DoesNotDecrypt(JournalDamaged):
    """The first page does not read with this key: it is damaged, or the key is another's."""


class Database:
    """One connection, used by one thread, through which every read and write goes."""

    def __init__(self, connection: Any, reserve: Reserve) -> None:
        self._connection = connection
        self._reserve = reserve
        self._is_damaged = False
        self._is_closed = False
        self._when_undone: list[Callable[[], None]] = []

    @property
    def is_closed(self) -> bool:
        """Say whether the connection has been closed."""
        return self._is_closed

    def when_undone(self, forget: Callable[[], None]) -> None:
        """Have this called when a transaction is undone: what it wrote must not be recalled."""
        self._when_undone.append(forget)

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """Read every row of a query."""
        with told_plainly():
            return list(self._connection.execute(statement, values))

    def each_row(self, statement: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """Read the rows of a query one by one."""
        with told_plainly():
            yield from self._connection.execute(statement, values)

    def row(self, statement: str, values: Sequence[Any] = ()) -> Row | None:
        """Read the first row of a query, or None."""
        with told_plainly():
            found: Row | None = self._connection.execute(statement, values).fetchone()
            return found

    def run(self, statement: str, values: Sequence[Any] = ()) -> int:
        """Run a statement that changes something; give the id of the row it inserted last."""
        with told_plainly():
            return int(self._connection.execute(statement, values).lastrowid or 0)

    def write(self, work: Callable[[], _T]) -> _T:
        """Run work in one transaction; when this returns, its changes are on the disk.

        A full disk gets back the room that was kept for it, once, and then work runs again.

        Raises:
            NotSaved: nothing was changed.
            JournalDamaged: nothing was changed, nor will be through this connection.
        """
        if self._is_damaged:
            raise damaged()
        try:
            return self._transaction(work)
        except DiskFull:
            if not self._reserve.release():
                raise
            return self._transaction(work)
        except JournalDamaged:
            # After one bad page this connection's answers cannot be relied on.
            self._is_damaged = True
            raise

    def close(self) -> None:
        """Close the connection; the key is wiped from it."""
        self._connection.close()
        self._is_closed = True

    def _transaction(self, work: Callable[[], _T]) -> _T:
        with told_plainly():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                result = work()
                self._connection.execute("COMMIT")
            except BaseException:
                for forget in self._when_undone:
                    forget()
                # A full disk has rolled back already.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        return result


def check_file(path: Path) -> None:
    """Refuse a file that would open as an empty journal with any key, and strange neighbours.

    Raises:
        JournalDamaged: it is missing or far too small, or what lies beside it is not a file.
    """
    if not path.is_file():
        raise JournalDamaged(
            f"The file {NAME} is missing from this journal’s folder. Nothing was changed. "
            "Look for it in a copy of the folder."
        )
    if path.stat().st_size < _LEAST_BYTES:
        raise JournalDamaged(
            f"The file {NAME} has been cut off, so the writing in it is not there. "
            "Nothing was changed. Look for a copy of the folder."
        )
    for ending in _BESIDE:
        _check_beside(path.with_name(NAME + ending))


def _check_beside(path: Path) -> None:
    """Refuse a pipe, link or folder where the database would wait for it or follow it."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise JournalDamaged(
            f"In this journal’s folder {path.name} is not an ordinary file, so it was not "
            "trusted. Nothing was changed. Move it elsewhere and try again."
        )


def salt_in(path: Path) -> bytes:
    """Give the salt that the file begins with.

    Never call this while the journal is open: closing the file would drop the database's lock.
    """
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def make_database(path: Path, data_key: bytes, salt: bytes, vault: str) -> None:
    """Make a new, empty database for the vault with this id."""
    path.touch(mode=0o600, exist_ok=False)
    with told_plainly():
        connection = _keyed(path, data_key, salt)
        try:
            _set(connection)
            connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            migrations.migrate(connection)
            connection.execute("INSERT INTO vault VALUES (1, ?)", (vault,))
        finally:
            connection.close()


def open_database(path: Path, raw_key: tuple[bytes, bytes], vault: str | None) -> Database:
    """Open journal.db by its data key and salt, having checked that it is ours and whole in front.

    Raises:
        DoesNotDecrypt: the first page does not read with this key.
        JournalError: damaged, too new, or in use by another process; nothing was changed.
    """
    check_file(path)
    is_salt_whole = salt_in(path) == raw_key[1]
    with told_plainly():
        connection = _keyed(path, *raw_key)
        try:
            _check_first_page(connection)
            _check_ours(connection, vault)
            _set(connection)
            migrations.migrate(connection)
            if not is_salt_whole:
                _heal_salt(connection)
        except BaseException:
            connection.close()
            raise
    return Database(connection, Reserve(path.parent))


def _keyed(path: Path, data_key: bytes, salt: bytes) -> Any:
    raw_key = data_key.hex() + salt.hex()
    if not _RAW_KEY.fullmatch(raw_key):
        # SQLCipher would take a malformed key for a passphrase, without a word.
        raise ValueError("a raw key is 96 hex digits")
    connection = dbapi2.connect(
        path.absolute().as_uri() + "?mode=rw", uri=True, isolation_level=None, timeout=0
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute("PRAGMA cipher_memory_security = ON")
    connection.execute(f"PRAGMA key = \"x'{raw_key}'\"")
    return connection


def _check_first_page(connection: Any) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        if error.sqlite_errorname == "SQLITE_NOTADB":
            raise DoesNotDecrypt(str(damaged())) from None
        raise


def _check_ours(connection: Any, vault: str | None) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION_ID:
        raise JournalDamaged(f"The file {NAME} is not a journal. Nothing was changed.")
    migrations.check_schema(connection)
    inside = connection.execute("SELECT id FROM vault").fetchone()
    if inside is None or (vault is not None and inside[0] != vault):
        raise JournalDamaged(
            "The key files and the journal in this folder do not belong together. "
            "Nothing was changed."
        )


def _set(connection: Any) -> None:
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    # Takes the lock now, and exclusive locking keeps it: a second process is refused at once.
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _heal_salt(connection: Any) -> None:
    """Write the first page again, which puts the salt back where tools look for it."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    try:
        connection.execute(f"PRAGMA user_version = {version}")
    except dbapi2.OperationalError as error:
        # A disk that cannot be written can still be read.
        if not error.sqlite_errorname.startswith(_REFUSED_WRITES):
            raise
