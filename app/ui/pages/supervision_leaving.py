"""The ways in which a summary leaves the journal: printed, saved, or in the organisation's form."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.services.file_kind import FileKind
from app.services.preparing import Preparing
from app.services.workshop import Desk
from app.summary.document import Document
from app.summary.preparation import Preparation
from app.ui.errands.word_forms import WordFormErrand
from app.ui.pages.supervision_foot import WORD_FORM
from app.ui.paper_leaving import PaperLeaving
from app.ui.surroundings import Surroundings

SUGGESTED_NAME = "supervision-summary"


class SummaryLeaving(PaperLeaving):
    """Writes what a preparation decides; it is never shown itself."""

    def __init__(self, surroundings: Surroundings, desk: Desk, page: QWidget) -> None:
        """Stand behind a page: dialogs open over it."""
        super().__init__(surroundings, page, desk.release_check)
        self._preparing = desk.preparing
        self.word_forms = WordFormErrand(surroundings, desk, page)

    def save(self, preparation: Preparation, kind: str) -> None:
        """Ask for a path and write a file of this kind; or fill the organisation's form."""
        if kind == WORD_FORM:
            self.word_forms.begin(preparation)
            return
        make = partial(_document, self._preparing, preparation)
        self.save_paper(make, SUGGESTED_NAME, FileKind(kind))


def _document(preparing: Preparing, preparation: Preparation) -> Document:
    return preparing.prepared(preparation).document
