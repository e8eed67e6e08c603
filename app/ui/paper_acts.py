"""Opens the paper of a reflection, its evidence sheet, or the questions of a form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.form import FormDefinition
from app.domain.form_keys import is_own_form
from app.services.papers import Papers, PromptSheets
from app.services.release_check import ReleaseCheck
from app.services.workshop import Desk
from app.summary.document import Document
from app.ui.dialogs.paper_dialog import PaperDialog, PaperOffer, PaperWish
from app.ui.pages.reading_view import ReadingView
from app.ui.surroundings import Surroundings


class ReadingPapers(QObject):
    """The papers of the reflection that is read."""

    def __init__(self, surroundings: Surroundings, desk: Desk, reading: ReadingView) -> None:
        """Act for this reading view."""
        super().__init__(reading)
        self._surroundings, self._papers, self._reading = surroundings, desk.papers, reading
        self._check = desk.release_check
        reading.print_menu.reflection_asked.connect(self._show_reflection)
        reading.print_menu.evidence_sheet_asked.connect(self._show_evidence_sheet)

    def _show_reflection(self) -> None:
        about = self.tr(
            "You choose what goes on the paper. What stays in the journal is only counted."
        )
        reflection_id = self._reflection_id()
        if reflection_id:
            make = partial(_reflection, self._papers, reflection_id)
            title = self.tr("Print this reflection")
            self._open(PaperOffer(title, about, "reflection", make, self._check, has_extent=True))

    def _show_evidence_sheet(self) -> None:
        about = self.tr(
            "What you read and how you use it, from the answers marked for CPD. A published review "
            "is public; beside a child you know, it can show who that child is."
        )
        reflection_id = self._reflection_id()
        if reflection_id:
            make = partial(_evidence_sheet, self._papers, reflection_id)
            title = self.tr("Evidence of a review’s learning")
            self._open(PaperOffer(title, about, "review-learning", make, self._check))

    def _reflection_id(self) -> str:
        reading = self._reading.reading
        return reading.reflection.id if reading is not None else ""

    def _open(self, offer: PaperOffer) -> None:
        PaperDialog(self._surroundings, offer, self._reading).open()


class SheetActs(QObject):
    """The sheet of a form's questions, for a team."""

    def __init__(self, surroundings: Surroundings, page: QWidget, check: ReleaseCheck) -> None:
        """Open over this page."""
        super().__init__(page)
        self._surroundings, self._page, self._check = surroundings, page, check

    def show_sheet(self, form: FormDefinition) -> None:
        """Show the sheet of a form before it is printed."""
        about = self.tr(
            "The questions on one page, to think with in a pair or a team. Nothing that you wrote "
            "is on it. A ring marks what is for thinking on your own."
        )
        make = partial(_sheet, self._surroundings.workshop.prompt_sheets, form)
        # She wrote her own forms, and may have named somebody in them.
        check, stem = (self._check, "prompt-sheet") if is_own_form(form.id) else (None, form.id)
        title = self.tr("Prompt sheet")
        offer = PaperOffer(title, about, stem, make, check, has_large_print=False)
        PaperDialog(self._surroundings, offer, self._page).open()


def _reflection(papers: Papers, reflection_id: str, wish: PaperWish) -> Document:
    return papers.reflection(reflection_id, wish.extent, wish.print_size)


def _evidence_sheet(papers: Papers, reflection_id: str, wish: PaperWish) -> Document:
    return papers.review_learning(reflection_id, wish.print_size)


def _sheet(sheets: PromptSheets, form: FormDefinition, _wish: PaperWish) -> Document:
    return sheets.sheet(form)
