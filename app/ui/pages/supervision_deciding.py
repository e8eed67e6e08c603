"""What the person decides on the supervision page, and the questions that it takes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.services.offered import Offer, OfferedReflection
from app.services.preparing import Preparing
from app.summary.choice import AnswerPlace, SummaryPart
from app.summary.document import PrintSize
from app.summary.preparation import Preparation
from app.summary.preset import Preset
from app.summary.wording import Wording
from app.ui.dialogs.answer_lines import AnswerLines
from app.ui.dialogs.choose_answers import ChooseAnswersDialog
from app.ui.dialogs.edit_wants import EditWantsDialog
from app.ui.errands.wording import WordingErrand, WordingWish
from app.ui.surroundings import Surroundings


class SummaryDeciding(QObject):
    """Holds the decisions; each change makes another preparation."""

    changed = Signal()
    failed = Signal(object)  # AppError

    def __init__(self, surroundings: Surroundings, preparing: Preparing, page: QWidget) -> None:
        """Begin with nothing decided."""
        super().__init__(page)
        self._look, self._page = surroundings.look, page
        self.preparation = Preparation()
        self.offer: Offer | None = None
        self._dialog: ChooseAnswersDialog | EditWantsDialog | None = None
        self.wording = WordingErrand(surroundings, preparing, self._in_front, page)
        self.wording.worded.connect(self._on_worded)
        self.wording.failed.connect(self.failed)

    def decided(self) -> Preparation:
        """Give what is decided now."""
        return self.preparation

    def offered(self, key: str) -> OfferedReflection | None:
        """Give what is offered under a row: a reflection, or what the session brings."""
        if self.offer is None:
            return None
        if key == SummaryPart.WELLBEING.value:
            return self.offer.session.wellbeing
        return next((each for each in self.offer.reflections if each.id == key), None)

    def set_part(self, part: SummaryPart, is_in: bool) -> None:
        """Put a part in or leave it out."""
        self._change(self.preparation.having(part, is_in=is_in))

    def set_chosen(self, reflection_id: str, is_chosen: bool) -> None:
        """Put a reflection in or leave it out."""
        self._change(self.preparation.choosing(reflection_id, is_chosen=is_chosen))

    def leave_out(self, row: str) -> None:
        """Leave out a row, whichever it is."""
        if row in {part.value for part in SummaryPart}:
            self.set_part(SummaryPart(row), is_in=False)
        else:
            self.set_chosen(row, is_chosen=False)

    def move(self, row: str, place: int) -> None:
        """Put a row at a place on the page."""
        self._change(self.preparation.moved(row, place))

    def set_large(self, is_large: bool) -> None:
        """Print large, or not."""
        size = PrintSize.LARGE if is_large else PrintSize.NORMAL
        self._change(replace(self.preparation, print_size=size))

    def set_black_and_white(self, is_black_and_white: bool) -> None:
        """Print without greys, or with them."""
        self._change(replace(self.preparation, is_black_and_white=is_black_and_white))

    def lay_out(self, preset: Preset) -> None:
        """Lay the summary out as a preset says."""
        self._change(preset.applied_to(self.preparation))

    def ask_wants(self) -> None:
        """Ask what is wanted from the session."""
        if self.offer is not None:
            dialog = EditWantsDialog(self._look, self.offer.session, self.preparation, self._page)
            dialog.wants_changed.connect(self._set_wants)
            self._open(dialog)

    def ask_answers(self, key: str) -> None:
        """Ask which answers of a row go in."""
        offered = self.offered(key)
        if offered is not None:
            self._open(ChooseAnswersDialog(self._look, offered, self.preparation, self._page))

    def _open(self, dialog: ChooseAnswersDialog | EditWantsDialog) -> None:
        self._dialog = dialog
        dialog.answers_chosen.connect(self._use_answers)
        dialog.wording_asked.connect(self._ask_wording)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _set_wants(self, wants: tuple[str, ...], topics_left_out: frozenset[str]) -> None:
        self._change(replace(self.preparation, wants=wants, topics_left_out=topics_left_out))

    def _use_answers(self, answers: AnswerLines) -> None:
        self._change(answers.decided(self.preparation))

    def _ask_wording(self, place: AnswerPlace) -> None:
        wording = self.preparation.wording.get(place)
        wish = WordingWish(place, self._question(place), wording.words if wording else "")
        self.wording.ask(wish)

    def _in_front(self) -> QWidget:
        return self._dialog or self._page

    def _on_worded(self, place: AnswerPlace, wording: Wording | None) -> None:
        if self._dialog is not None:
            self._dialog.show_worded(place, is_worded=wording is not None)
        self._change(self.preparation.worded(place, wording))

    def _question(self, place: AnswerPlace) -> str:
        if self.offer is None:
            return ""
        session = self.offer.session
        sources = (*self.offer.reflections, session.prepared, session.wellbeing)
        answers = (
            answer
            for source in sources
            if source is not None and source.id == place[0]
            for answer in (*source.shared, *source.unmarked)
        )
        return next((each.question for each in answers if each.prompt_key == place[1]), "")

    def _change(self, preparation: Preparation) -> None:
        self.preparation = preparation
        self.changed.emit()
