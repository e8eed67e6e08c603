"""What the services need for bringing in, named as Protocols."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.domain.arrivals import Arrival, KnownAgain, PastImport
from app.domain.incoming import Incoming, SourceKind
from app.domain.progress import Progress


class SourceReader(Protocol):
    """Reads what exists elsewhere."""

    def read(self, path: Path, kind: SourceKind | None, progress: Progress) -> Incoming:
        """Read a file or folder; without a kind, find out which it is.

        Raises:
            NotBroughtIn: it cannot be read as what it is; names what and where.
            Cancelled: the person stopped it.
        """
        ...


class ImportShelf(Protocol):
    """What came into one open journal from elsewhere."""

    def known(self, fingerprints: Collection[bytes]) -> KnownAgain:
        """Give those of these that the journal holds already, apart from those in its bin; one
        whose reflection is gone for good is not known any more.
        """
        ...

    def put(
        self,
        import_id: str,
        name: str,
        arrivals: Sequence[Arrival],
        at: datetime,
        progress: Progress,
    ) -> None:
        """Store every arrival from the source of this name as a reflection, all of them or none.

        Raises:
            NotSaved, Cancelled: nothing was changed.
        """
        ...

    def last(self) -> PastImport | None:
        """Give the newest bringing in that was not undone, with what is still there of it."""
        ...

    def undo(self, import_id: str, at: datetime, progress: Progress) -> tuple[int, int]:
        """Take out again, for good, what came in at once and was not touched since, and stop
        knowing that; give how many went, and how many stay because they were changed, are held, or
        have a link, a follow-up or a review date.

        Raises:
            NotSaved, Cancelled: nothing was changed.
        """
        ...
