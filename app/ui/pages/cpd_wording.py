"""One field in prose: the reflection's words, or others for CPD alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.regulator import RegulatorField
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.button import LinkRow
from app.ui.parts.label import Label


class WordingField(QWidget):
    """Label, box, what it is filled from, and the way back to the reflection's words."""

    changed = Signal()

    def __init__(
        self, look: Look, field: RegulatorField, from_answers: str, own: str | None
    ) -> None:
        """Show the reflection's words, or the person's own for CPD where there are any."""
        super().__init__()
        self._from_answers = from_answers
        name = Label(look, field.label, "small_strong", "text_muted")
        name.setWordWrap(True)
        self.count = Label(look, "", "small", "text_muted")
        self.box = AnswerBox(look)
        self.box.setAccessibleName(field.label)
        self.box.setAccessibleDescription(field.help)
        self.box.set_text(from_answers if own is None else own)
        self.from_where = Label(look, "", "small", "text_muted")
        self.from_where.setWordWrap(True)
        self.again = LinkRow(look, self.tr("Use the reflection’s words again"), is_small=True)
        self.lack = Label(look, self.tr("Still to say."), "small_strong", "warning")
        self._lay_out(look, name, field.help)
        self.box.text_changed.connect(self._on_changed)
        self.again.clicked.connect(self._use_answers)
        self._show_state()

    def _lay_out(self, look: Look, name: Label, about: str) -> None:
        top = QHBoxLayout()
        top.addWidget(name, 1)
        top.addWidget(self.lack, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self.from_where, 1)
        foot.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        if about:
            hint = Label(look, about, "small", "text_muted")
            hint.setWordWrap(True)
            column.addWidget(hint)
        column.addWidget(self.box)
        column.addLayout(foot)

    def own_words(self) -> str | None:
        """Give the words for CPD alone; None where the reflection's own stand there."""
        words = self.box.text
        return None if words.strip() == self._from_answers.strip() else words

    def tell_lack(self, *, is_lacking: bool) -> None:
        """Say whether the regulator asks for words here and has none."""
        self.lack.setVisible(is_lacking)

    def _use_answers(self) -> None:
        self.box.set_text(self._from_answers)
        self.box.setFocus()
        self._on_changed(self._from_answers)

    def _on_changed(self, _words: str) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        is_own = self.own_words() is not None
        has_words = bool(self._from_answers.strip())
        self.again.setVisible(is_own and has_words)
        count = len(self.box.text.split())
        words = self.tr("1 word") if count == 1 else self.tr("{count} words")
        self.count.setText(words.format(count=f"{count:,}") if count else "")
        if is_own:
            told = self.tr("For CPD alone; your reflection stays as it is.")
        elif has_words:
            told = self.tr("From the answers of your reflection that are marked for CPD.")
        else:
            told = self.tr("No answer that is marked for CPD says this; write it here.")
        self.from_where.setText(told)
