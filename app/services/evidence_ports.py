"""What the services need for files that are kept with reflections, named as a Protocol."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.domain.answer import EvidenceFile
from app.domain.progress import Progress


class EvidenceShelf(Protocol):
    """The files of one open journal."""

    def add(self, reflection_id: str, path: Path, at: datetime, progress: Progress) -> EvidenceFile:
        """Store a file for a reflection, which need not have been saved yet; all of it, or nothing.

        Raises:
            FileNotTaken: it is no file, empty, too large, or does not keep still.
            OnHold, InBin, NoSuchReflection, NotSaved, Cancelled: nothing was changed.
        """
        ...

    def read(self, file: EvidenceFile, progress: Progress) -> bytes:
        """Give what a file holds, just as it was added.

        Raises:
            FileDamaged: it does not read back so.
            Cancelled: the person stopped it.
        """
        ...

    def used_bytes(self) -> int:
        """Say how much all files of the journal have together."""
        ...

    def sweep(self) -> int:
        """Remove what no version refers to, but for what was added since the opening; say how many.

        Raises:
            JournalDamaged, NotSaved: nothing was changed.
        """
        ...
