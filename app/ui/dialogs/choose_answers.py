"""Asks which answers of a reflection go into this summary, and in which words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.offered import OfferedReflection
from app.summary.choice import AnswerPlace
from app.summary.preparation import Preparation
from app.ui.dialogs.answer_lines import AnswerLines
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look


class ChooseAnswersDialog(Dialog):
    """One line for each answer; those that are not marked for supervision only when asked for."""

    answers_chosen = Signal(object)  # the AnswerLines, to take the decision from
    wording_asked = Signal(object)  # AnswerPlace

    def __init__(
        self,
        look: Look,
        offered: OfferedReflection,
        preparation: Preparation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("Answers for this summary"), parent)
        intro = self.tr("From “{title}”. What you leave out stays marked for supervision.")
        self.add_text(intro.format(title=offered.title), "body", "text_muted")
        self.answers = AnswerLines(look, offered, preparation)
        self.add_content(self.answers)
        self.back = self.add_button(self.tr("Leave the ticks as they were"), "flat")
        self.use = self.add_button(self.tr("Use these answers"), "primary")
        self.answers.wording_asked.connect(self.wording_asked)
        self.answers.grown.connect(self.show_part)
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)

    def show_worded(self, place: AnswerPlace, *, is_worded: bool) -> None:
        """Say of an answer whether other words stand on the paper."""
        self.answers.show_worded(place, is_worded=is_worded)

    def _use(self) -> None:
        self.answers_chosen.emit(self.answers)
        self.accept()
