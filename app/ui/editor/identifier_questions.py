"""What is asked before a possible identifier is kept, or replaced everywhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.chip import Chip
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField


class _Question(QWidget):
    """A field, an act and a way back."""

    answered = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._about = Label(look, "", "small", "text_muted", self)
        self._about.setWordWrap(True)
        self.field = TextField(look, "", parent=self)
        self.act = Button(look, "", "primary", parent=self, is_small=True)
        self.back = Button(look, self.tr("Back"), "flat", parent=self, is_small=True)
        self._missing = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._buttons = FlowLayout(gap=look.space("xs"), line_gap=look.space("xs"))
        self._buttons.addWidget(self.act)
        self._buttons.addWidget(self.back)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("s"))
        self._column.addWidget(self.field)
        self._column.addWidget(self._about)
        self._column.addLayout(self._buttons)
        self.act.clicked.connect(self.answer)
        self.field.return_pressed.connect(self.answer)
        self.back.clicked.connect(self.left)

    def answer(self) -> None:
        """Give what stands in the field; nothing is asked for again."""
        words = self.field.text.strip()
        self.field.set_error("" if words else self._missing)
        if words:
            self.answered.emit(words)
        else:
            self.field.edit.setFocus()


class KeepQuestion(_Question):
    """Why the words stay, with a few reasons that are often given."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.field.set_label(self.tr("Why it stays"))
        self.act.set_words(self.tr("Keep"))
        self._missing = self.tr("Write why it stays, or choose a reason.")
        self._about.setText(
            self.tr("It is pointed out again when its sentence changes. The reason stays here.")
        )
        self._chips = QButtonGroup(self)
        self._chips.setExclusive(False)
        reasons = FlowLayout(gap=look.space("xs"), line_gap=look.space("xs"))
        for words in (
            self.tr("A colleague in that role"),
            self.tr("Known to every reader"),
            self.tr("They agreed to it"),
            self.tr("It matters to the story"),
        ):
            chip = Chip(look, words, self)
            chip.setAccessibleName(self.tr("Keep it: {reason}").format(reason=words))
            self._chips.addButton(chip)
            reasons.addWidget(chip)
        self._column.insertLayout(1, reasons)
        self._chips.buttonClicked.connect(self._take)

    def begin(self, words: str) -> None:
        """Ask about other words."""
        self.field.set_text("")
        self.field.set_error("")
        name = self.tr("Why “{words}” stays").format(words=words)
        self.field.edit.setAccessibleName(name)

    def _take(self, chip: Chip) -> None:
        self.field.set_text(chip.words)
        self.field.edit.setFocus()


class RememberQuestion(_Question):
    """The label that is to stand everywhere, and is remembered."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.field.set_label(self.tr("The label, such as “Child A”"))
        self.act.set_words(self.tr("Replace everywhere"))
        self._missing = self.tr("Write the label that is to stand everywhere.")

    def begin(self, words: str, *, is_known: bool) -> None:
        """Ask about other words."""
        if is_known:
            about = self.tr(
                "It is in your people key. Replaces it in every answer of this reflection; others "
                "stay as they are, and the name is replaced on paper."
            )
        else:
            about = self.tr(
                "Replaces “{words}” in every answer of this reflection and puts it into your "
                "people key, which is kept inside the journal. Other reflections stay as they "
                "are; there the name is pointed out, and replaced on paper."
            )
        self._about.setText(about.format(words=words))
        self.field.set_error("")
        self.field.set_text("")
        name = self.tr("The label that stands for “{words}”").format(words=words)
        self.field.edit.setAccessibleName(name)

    def suggest(self, label: str) -> None:
        """Begin with what was written for the one place."""
        self.field.set_text(label.strip())
