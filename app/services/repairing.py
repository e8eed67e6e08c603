"""Checking a journal, and mending what was damaged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.progress import Progress, unwatched
from app.domain.repair import CheckReport, SalvageReport
from app.domain.secret import Secret
from app.services.ports import FormShelf
from app.services.repair_ports import CheckedVault, Salvager


@dataclass(frozen=True, slots=True)
class Repairing:
    """What a person can do about damage."""

    salvager: Salvager
    shelf: FormShelf

    def check(self, vault: CheckedVault, progress: Progress = unwatched) -> CheckReport:
        """Say everything that is wrong with an open journal, and what to do about it.

        Raises:
            Cancelled: the person stopped it.
            NotSaved, NotEnoughMemory: the computer refused it; that is no damage.
        """
        return vault.check(progress)

    def check_closed(
        self, folder: Path, secret: Secret, progress: Progress = unwatched
    ) -> CheckReport:
        """Say what is damaged in a journal that does not open any more for its damage.

        Raises:
            JournalError: one of its kinds; nothing was changed.
            Cancelled: nothing was changed.
        """
        return self.salvager.damage(folder, secret, progress)

    def rebuild_index(self, vault: CheckedVault, progress: Progress = unwatched) -> None:
        """Make the search index and the list of actions anew; the writing is not touched.

        Raises:
            JournalDamaged: a damaged page forbids it: salvage instead. Nothing was changed.
            Cancelled, NotSaved: nothing was changed.
        """
        vault.rebuild_index(progress)

    def salvage(
        self, folder: Path, secret: Secret, new_folder: Path, progress: Progress = unwatched
    ) -> SalvageReport:
        """Bring everything that still reads in a closed journal into a new one.

        The damaged folder is left as it is. The same passphrase and words open the new journal.

        Raises:
            JournalError: one of its kinds; nothing was changed.
            Cancelled: nothing was changed.
        """
        return self.salvager.salvage((folder, new_folder), secret, self.shelf.forms(), progress)
