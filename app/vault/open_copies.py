"""One open journal as everything that it holds, and a new journal filled with that."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from app.domain.errors import NotBroughtIn
from app.domain.open_copy import CopiedKind, CopiedRecords, CopyOverview
from app.domain.progress import Progress
from app.vault.connection import Database
from app.vault.open_copy_filling import OpenCopyFilling
from app.vault.open_copy_records import OpenCopyRecords
from app.vault.open_copy_tables import COUNTED


class _ForgetAll(Exception):
    """Undoes a transaction that did nothing."""


class OpenCopyShelf:
    """Gives every record, and takes every record into an empty journal."""

    def __init__(self, database: Database, forget: Callable[[], None]) -> None:
        """Take the database, and what makes search and lists forget what they recall."""
        self._database, self._forget = database, forget
        self._records = OpenCopyRecords(database)

    def overview(self) -> CopyOverview:
        """Say how much there is, and where the record of changes begins and ends."""
        return self._records.overview()

    def records(self, kind: CopiedKind) -> Iterator[Any]:
        """Give the records of a kind one by one, in their order.

        Raises:
            JournalDamaged: part of it does not read as it was stored.
        """
        return self._records.records(kind)

    def content(self, record: Any) -> Iterator[bytes]:
        """Give the file that belongs to a record in pieces."""
        return self._records.content(record)

    def is_new(self) -> bool:
        """Say whether nothing was ever written in this journal."""
        return not any(
            self._database.row(f"SELECT 1 FROM {rows} LIMIT 1")  # noqa: S608 - our own names
            for rows in COUNTED.values()
        )

    def refuse_used(self) -> None:
        """Refuse a journal that holds something already.

        Raises:
            NotBroughtIn: it does.
        """
        if not self.is_new():
            raise NotBroughtIn(
                "This journal",
                "It holds something already, and an open copy is never mixed in. "
                "Make a new journal for it.",
            )

    def fill(self, copy: CopiedRecords, progress: Progress) -> None:
        """Put everything of a copy into this journal, which must be new; all of it, or nothing.

        Raises:
            NotBroughtIn: the journal is not new, or a record is none that a journal gives.
            NotSaved, Cancelled: nothing was changed.
        """
        self.refuse_used()
        # What the parts recall of the empty journal must not be taken for what stands there then.
        self._forget_all()
        self._database.write(
            lambda: OpenCopyFilling(self._database, copy, progress).fill(), uses_reserve=False
        )
        progress(1)

    def _forget_all(self) -> None:
        def undo() -> None:
            raise _ForgetAll

        # Every part of the vault forgets when a transaction is undone.
        with contextlib.suppress(_ForgetAll):
            self._database.write(undo)
        self._forget()
