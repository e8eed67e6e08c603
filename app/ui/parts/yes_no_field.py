"""Yes, no or not applicable, with the evidence for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.answer import YES_NO_VERDICTS, YesNo, verdict_words
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.choice_field import ChoiceField

_EVIDENCE_LINES = 2


class YesNoField(QWidget):
    """Three round buttons and a box."""

    value_changed = Signal(object)

    def __init__(self, look: Look, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_word = {verdict_words(verdict): verdict for verdict in YES_NO_VERDICTS}
        self.choice = ChoiceField(look, tuple(self._by_word), name, self, is_in_line=True)
        self.evidence = AnswerBox(look, self.tr("What tells you so?"), self)
        self.evidence.set_least_lines(_EVIDENCE_LINES)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_name(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        column.addWidget(self.choice)
        column.addWidget(self.evidence)
        self.choice.option_changed.connect(self._on_changed)
        self.evidence.text_changed.connect(self._on_changed)

    def set_name(self, name: str) -> None:
        """Name the question for those who cannot see it."""
        self.choice.setAccessibleName(name)
        evidence = self.tr("Evidence: {question}").format(question=name)
        self.evidence.setAccessibleName(evidence if name else self.tr("Evidence"))

    @property
    def value(self) -> YesNo:
        """The verdict and its evidence."""
        return YesNo(self._by_word.get(self.choice.option), self.evidence.text)

    def set_value(self, value: YesNo) -> None:
        """Show a reply without telling anyone."""
        self.choice.set_option(verdict_words(value.verdict))
        self.evidence.set_text(value.evidence)

    def _on_changed(self, _part: str) -> None:
        self.value_changed.emit(self.value)
