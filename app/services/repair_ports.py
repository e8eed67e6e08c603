"""What checking and mending a journal need from the vault, named as Protocols."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from app.domain.form import FormDefinition
from app.domain.progress import Progress
from app.domain.repair import CheckReport, SalvageReport
from app.domain.secret import Secret


class CheckedVault(Protocol):
    """An open journal that can be checked, and whose lists can be made anew."""

    def check(self, progress: Progress) -> CheckReport:
        """Check every page, the record of changes and the lists made from them.

        Raises:
            Cancelled: the person stopped it.
            NotSaved, NotEnoughMemory: the computer refused it; that is no damage.
        """
        ...

    def rebuild_index(self, progress: Progress) -> None:
        """Make the search index and the list of actions anew from what was written.

        Raises:
            JournalDamaged: a damaged page forbids it; nothing was changed.
            Cancelled, NotSaved: nothing was changed.
        """
        ...


class Salvager(Protocol):
    """Brings back what still reads in a closed, damaged journal."""

    def damage(self, folder: Path, secret: Secret, progress: Progress) -> CheckReport:
        """Say what is damaged in a closed journal that does not open for its damage.

        Raises:
            JournalError: one of its kinds; nothing was changed.
            Cancelled: nothing was changed.
        """
        ...

    def salvage(
        self,
        folders: tuple[Path, Path],
        secret: Secret,
        forms: Sequence[FormDefinition],
        progress: Progress,
    ) -> SalvageReport:
        """Salvage the first folder's journal into the second, which must be new or empty.

        The forms take the place of lost ones.

        Raises:
            JournalError: one of its kinds; neither folder was changed.
            Cancelled: neither folder was changed.
        """
        ...
