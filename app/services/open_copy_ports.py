"""What the services need to write and read open copies, named as Protocols."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from app.domain.form import FormDefinition
from app.domain.open_copy import CopiedRecords, CopyOverview, FormsOfCopy
from app.domain.progress import Progress


class OpenCopyShelf(CopiedRecords, Protocol):
    """One open journal as everything that it holds."""

    def refuse_used(self) -> None:
        """Refuse a journal that holds something already.

        Raises:
            NotBroughtIn: it does.
        """
        ...

    def fill(self, copy: CopiedRecords, progress: Progress) -> None:
        """Put everything of a copy into this journal, which must be new; all of it, or nothing.

        Raises:
            NotBroughtIn: the journal is not new, or a record is none that a journal gives.
            NotSaved, Cancelled: nothing was changed.
        """
        ...


class CopiedVault(Protocol):
    """The journal that is copied, or filled."""

    @property
    def folder(self) -> Path:
        """The journal's folder."""
        ...

    @property
    def open_copy(self) -> OpenCopyShelf:
        """Everything that it holds."""
        ...

    def form(self, form_id: str, version: int) -> FormDefinition:
        """Give a form version that was kept.

        Raises:
            NoSuchForm: this version was never kept.
        """
        ...


class CopyFolders(Protocol):
    """Writes copies into folders, and reads them."""

    def refuse_occupied(self, folder: Path) -> None:
        """Refuse a place that holds something already.

        Raises:
            ExportError: it does.
        """
        ...

    def write(
        self, folder: Path, records: CopiedRecords, forms: FormsOfCopy, progress: Progress
    ) -> CopyOverview:
        """Write a copy, whole.

        Raises:
            ExportError, JournalDamaged, Cancelled: nothing was left behind.
        """
        ...

    def opened(self, folder: Path, progress: Progress) -> CopiedRecords:
        """Look at a whole copy, and give what it holds.

        Raises:
            NotBroughtIn: it is none, a later version's, or not as it was made.
            Cancelled: the person stopped it.
        """
        ...

    def is_copy(self, folder: Path) -> bool:
        """Say whether a folder says of itself that it is an open copy."""
        ...
