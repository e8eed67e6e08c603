"""Everything out: asks first, for what is written is not encrypted, then writes one folder."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.calendar_words import local_day
from app.domain.open_copy import CopyOverview
from app.services.open_copies import NOT_ENCRYPTED, counted_words
from app.services.workshop import Desk
from app.ui.dialogs.confirming import Confirming, Question
from app.ui.errands.errand import Errand, free_name
from app.ui.surroundings import Surroundings


class OpenCopying(Errand):
    """Writes an open copy where the person says; stopped, it leaves nothing behind."""

    def __init__(self, surroundings: Surroundings, page: QWidget, desk: Desk) -> None:
        """Stand ready to write this journal out."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("Nothing was exported")
        self._desk = desk

    def begin(self) -> None:
        """Say what it means before anything is asked for."""
        question = Question(
            self.tr("Export everything in open formats?"),
            (
                self.tr(
                    "One folder: every reflection as a text that any program opens, your files, "
                    "and the whole record as JSON."
                ),
                NOT_ENCRYPTED,
            ),
            self.tr("Not now"),
            self.tr("Choose a folder…"),
        )
        dialog = Confirming(self.surroundings.look, question, None, self.page)
        dialog.accepted.connect(self._ask_where)  # no dialog of ours stands open then
        dialog.open()

    def _ask_where(self) -> None:
        day = local_day(self.workshop.clock.now()).isoformat()
        beside = self._desk.vault.folder.parent / f"Afterword open copy {day}"
        title = self.tr("Choose a place and a name for the new folder")
        folder = self.surroundings.asker.new_folder(self.page, title, free_name(beside))
        if folder is not None:
            work = partial(self._desk.open_copies.write, folder)
            self.run(self.tr("Exporting everything…"), work, self._on_written)

    def _on_written(self, overview: CopyOverview) -> None:
        lead = self.tr("Written: {counted}.").format(counted=counted_words(overview))
        dialog = self.tell(self.tr("Everything is exported"), lead, (NOT_ENCRYPTED,))
        dialog.add_ways()
        dialog.open()
