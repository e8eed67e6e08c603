"""Saving a copy of a file that is kept with a reflection, after saying what a copy is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.answer import EvidenceFile
from app.services.evidence import COPY_WARNING, KeptFiles
from app.ui.dialogs.confirming import Confirming, Question
from app.ui.errands.errand import Errand
from app.ui.surroundings import Surroundings


class CopyingFiles(Errand):
    """Warns, asks where, and writes the copy; no file is ever opened in another program."""

    def __init__(self, surroundings: Surroundings, page: QWidget, files: KeptFiles) -> None:
        """Stand ready over this page, for the files of the journal that is open."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("Save a copy")
        self._files = files
        self._file: EvidenceFile | None = None
        self._target: Path | None = None

    def ask(self, file: EvidenceFile) -> None:
        """Say what a copy is, and go on if the person does."""
        self._file = file
        question = Question(
            self.tr("Save a copy outside the journal?"),
            (COPY_WARNING,),
            self.tr("Cancel"),
            self.tr("Save a copy…"),
        )
        dialog = Confirming(self.surroundings.look, question, file, self.page)
        dialog.accepted.connect(self._ask_where)
        dialog.open()

    def _ask_where(self) -> None:
        file, self._file = self._file, None
        if file is None:
            return
        kind = self.tr("All files (*)")
        self._target = self.surroundings.asker.save_path(self.page, self.title, file.name, kind)
        if self._target is not None:
            work = partial(self._files.save_copy, file, self._target)
            self.run(self.tr("Saving a copy"), work, self._on_copied)

    def _on_copied(self, _result: object) -> None:
        if self._target is not None:
            lead = self.tr("Saved as {name}.").format(name=self._target.name)
            told = self.tr("A file outside the journal is not encrypted.")
            dialog = self.tell(self.title, lead, (told,))
            dialog.add_ways()
            dialog.open()
