"""Everything that still reads in a damaged journal, brought into a new one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.progress import Progress
from app.domain.repair import SalvageReport
from app.domain.secret import Secret
from app.ui.dialogs.secret_dialog import SecretWords
from app.ui.errands.errand import Errand
from app.ui.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class _Salvaged:
    folder: Path
    report: SalvageReport


class Salvaging(Errand):
    """The journal must be closed; its folder is only read."""

    def __init__(self, surroundings: Surroundings, page: QWidget, folder: Path) -> None:
        """Stand ready for the journal in this folder."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("Nothing was salvaged")
        self._folder = folder

    def begin(self) -> None:
        """Ask where the new journal goes, then what opens this one."""
        name = self.tr("{name} salvaged").format(name=self._folder.name)
        folder = self.ask_new_folder(self._folder.with_name(name))
        if folder is None:
            return
        words = SecretWords(
            title=self.tr("Salvage what still reads"),
            meaning=self.tr(
                "Everything that still reads comes into the new journal, and what could not be "
                "read is named. The damaged one stays as it is."
            ),
            go_on=self.tr("Salvage"),
            under_way=self.tr("Salvaging…"),
        )
        self.ask_secret(words, partial(self._work, folder), self._on_salvaged)

    def _work(self, folder: Path, secret: Secret, progress: Progress) -> _Salvaged:
        report = self.workshop.repairing.salvage(self._folder, secret, folder, progress)
        return _Salvaged(folder, report)

    def _on_salvaged(self, salvaged: _Salvaged) -> None:
        lead, *others = salvaged.report.sentences
        name = self.tr("The new journal is called “{name}”.").format(name=salvaged.folder.name)
        dialog = self.tell(self.tr("Salvaged"), lead, ("", name, *others))
        if not salvaged.report.lost_nothing:
            dialog.told.set_tone("warning")
        self.offer_to_open(dialog, salvaged.folder)
