"""The one connection to journal.db: how it is opened, checked, set and written through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from sqlcipher3 import dbapi2

from app.domain.errors import DiskFull, JournalDamaged
from app.vault import migrations
from app.vault.faults import damaged, told_plainly
from app.vault.file_check import StandingFile, check_file
from app.vault.recipe import keyed, set_up
from app.vault.reserve import Reserve
from app.vault.salt_healing import heal_salt

NAME = "journal.db"
SALT_BYTES = 16

_APPLICATION_ID = 0x41667477
_PAGES_AT_ONCE = 256
_STEPS_BETWEEN_LOOKS = 100
_T = TypeVar("_T")
RawKey = tuple[bytes, bytes]
Row = tuple[Any, ...]


class DoesNotDecrypt(JournalDamaged):
    """The first page does not read with this key: it is damaged, or the key is another's."""


class Database:
    """One connection, used by one thread, through which every read and write goes."""

    def __init__(
        self,
        connection: Any,
        reserve: Reserve,
        raw_key: RawKey,
        standing: StandingFile | None = None,
    ) -> None:
        self._connection = connection
        self._standing = standing  # none for a copy, which is only looked at
        self.raw_key = raw_key  # what a copy of this database is made with
        self._reserve = reserve
        self._is_damaged = False
        self._is_closed = False
        self._file: BinaryIO | None = None
        self._when_undone: list[Callable[[], None]] = []
        self._when_written: list[Callable[[], None]] = []

    @property
    def is_closed(self) -> bool:
        """Say whether the connection has been closed."""
        return self._is_closed

    def when_undone(self, forget: Callable[[], None]) -> None:
        """Have this called when a transaction is undone: what it wrote must not be recalled."""
        self._when_undone.append(forget)

    def when_written(self, note: Callable[[], None]) -> None:
        """Have this called when a transaction has reached the disk."""
        self._when_written.append(note)

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """Read every row of a query."""
        with told_plainly():
            return list(self._connection.execute(statement, values))

    def rows_while(self, statement: str, goes_on: Callable[[], bool]) -> list[Row] | None:
        """Read every row of a long query, or None where it was told not to go on."""
        is_stopped = False

        def look() -> int:
            nonlocal is_stopped
            is_stopped = is_stopped or not goes_on()
            return int(is_stopped)

        self._connection.set_progress_handler(look, _STEPS_BETWEEN_LOOKS)
        try:
            with told_plainly():
                return list(self._connection.execute(statement))
        except dbapi2.OperationalError:
            if is_stopped:
                return None
            raise
        finally:
            self._connection.set_progress_handler(None, 0)

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

    def write(self, work: Callable[[], _T], *, uses_reserve: bool = True) -> _T:
        """Run work in one transaction; when this returns, its changes are on the disk.

        A full disk gets back the room that was kept for it, once, and then work runs again, if it
        is work that may use that room; once there is room enough the same room is kept again.

        Raises:
            NotSaved: nothing was changed.
            JournalDamaged: nothing was changed, nor will be through this connection.
        """
        if self._is_damaged:
            raise damaged()
        if self._standing is None:
            return self._written(work, uses_reserve=uses_reserve)
        self._standing.refuse_moved()
        result = self._written(work, uses_reserve=uses_reserve)
        for note in self._when_written:
            note()
        self._reserve.keep_again()
        return result

    def _written(self, work: Callable[[], _T], *, uses_reserve: bool) -> _T:
        try:
            return self._transaction(work)
        except DiskFull:
            if not uses_reserve or not self._reserve.release():
                raise
            return self._transaction(work)
        except JournalDamaged:
            # After one bad page this connection's answers cannot be relied on.
            self._is_damaged = True
            raise

    def copy_into(self, target: Any, told: Callable[[int, int], None]) -> None:
        """Copy every page into another connection; told is given how many are left, and all."""
        if self._connection.in_transaction:
            # The copy would wait for the transaction, and the transaction for the copy, for ever.
            raise ValueError("nothing is copied from inside a transaction")
        with told_plainly():
            self._connection.backup(
                target, pages=_PAGES_AT_ONCE, progress=lambda _code, left, whole: told(left, whole)
            )

    def opened_file(self) -> BinaryIO:
        """Open the file itself, to read it past SQLCipher; closed earlier it would end the lock."""
        if self._file is None:
            if self._standing is None:
                raise ValueError("a copy is read through SQLCipher alone")
            self._file = self._standing.path.open("rb")
        return self._file

    def close(self) -> None:
        """Close the connection; the key is wiped from it."""
        self._connection.close()
        self._is_closed = True
        if self._file is not None:
            self._file.close()

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
        connection = keyed(path, data_key, salt)
        try:
            set_up(connection)
            connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            migrations.migrate(connection)
            connection.execute("INSERT INTO vault VALUES (1, ?)", (vault,))
        finally:
            connection.close()


def open_database(
    path: Path,
    raw_key: tuple[bytes, bytes],
    vault: str | None,
    before_migration: Callable[[Database], None] | None = None,
) -> Database:
    """Open journal.db by its data key and salt, having checked that it is ours and whole in front.

    Before its format is brought up to date, before_migration is called with it.

    Raises:
        DoesNotDecrypt: the first page does not read with this key.
        JournalError: damaged, too new, or in use by another process; nothing was changed.
    """
    check_file(path)
    is_salt_whole = salt_in(path) == raw_key[1]
    with told_plainly():
        connection = keyed(path, *raw_key)
        database = Database(connection, Reserve(path.parent), raw_key, StandingFile(path))
        try:
            check_first_page(connection)
            check_ours(connection, vault)
            set_up(connection)
            if before_migration and migrations.is_due(connection):
                before_migration(database)
            migrations.migrate(connection)
            if not is_salt_whole:
                heal_salt(connection)
        except BaseException:
            connection.close()
            raise
    return database


def check_first_page(connection: Any) -> None:
    """Read the first page; raise DoesNotDecrypt where it does not read with this key."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        if error.sqlite_errorname == "SQLITE_NOTADB":
            raise DoesNotDecrypt(str(damaged())) from None
        raise


def check_ours(connection: Any, vault: str | None) -> None:
    """Refuse a database that is no journal, not as we made it, too new, or another vault's."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION_ID:
        raise JournalDamaged(f"The file {NAME} is not a journal. Nothing was changed.")
    migrations.check_schema(connection)
    inside = connection.execute("SELECT id FROM vault").fetchone()
    if inside is None or (vault is not None and inside[0] != vault):
        raise JournalDamaged(
            "The key files and the journal in this folder do not belong together. "
            "Nothing was changed."
        )
