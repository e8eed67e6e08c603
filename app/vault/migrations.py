"""Brings a database from one format to the next, each step wholly or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from app.domain.errors import JournalDamaged, JournalTooNew

# Tables that the full-text indexes make for themselves; another release may word them otherwise.
_INDEX_TABLES = ("word_index_", "phrase_index_")


@cache
def steps() -> tuple[tuple[int, str], ...]:
    """Give each step's number and statements, in order."""
    folder = files("app.vault") / "schema"
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".sql")]
    return tuple(
        (int(entry.name[:4]), entry.read_text(encoding="utf-8"))
        for entry in sorted(found, key=lambda entry: entry.name)
    )


def newest_version() -> int:
    """Give the format that this program writes."""
    return steps()[-1][0]


def check_schema(connection: Any) -> None:
    """Refuse a later format, and tables, triggers or views that we did not make.

    Raises:
        JournalTooNew, JournalDamaged: nothing was changed.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > newest_version():
        raise JournalTooNew
    if version < 1 or _schema_of(connection) != _expected_schema(version):
        raise JournalDamaged(
            "The inside of this journal’s file is not as this program made it, "
            "so it was not trusted. Nothing was changed."
        )


def is_due(connection: Any) -> bool:
    """Say whether a journal that is there already has steps to come."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return bool(0 < version < newest_version())


def migrate(connection: Any) -> None:
    """Run every step that the database has not had yet."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for number, statements in steps():
        if number > version:
            _run_step(connection, number, statements)


def _run_step(connection: Any, number: int, statements: str) -> None:
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{statements}\nPRAGMA user_version = {number};\nCOMMIT;"
        )
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@cache
def _expected_schema(version: int) -> frozenset[tuple[Any, ...]]:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:", isolation_level=None)
    try:
        for number, statements in steps():
            if number <= version:
                _run_step(connection, number, statements)
        return _schema_of(connection)
    finally:
        connection.close()


def _schema_of(connection: Any) -> frozenset[tuple[Any, ...]]:
    return frozenset(_schema_rows(connection))


def _schema_rows(connection: Any) -> Iterator[tuple[Any, ...]]:
    for kind, name, table, text in connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master"
    ):
        is_index_table = kind == "table" and str(name).startswith(_INDEX_TABLES)
        yield (kind, name, table, None if is_index_table else text)
