"""Labelled fields of the studio: a line, several lines, a choice; each tells its own trouble."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.drop_down import drop_down
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField

_LEAST_LINES = 2


class Field(Protocol):
    """What can tell a trouble beside itself and take the focus."""

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it away."""
        ...

    def setFocus(self) -> None:
        """Take the focus."""
        ...


class _Labelled(QWidget):
    """A label and its explanation above a control, and a sentence of trouble below."""

    def __init__(self, look: Look, label: str, meaning: str) -> None:
        super().__init__()
        self._look, self._meaning_words = look, meaning
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._label = Label(look, label, "small_strong", "text_muted", self)
        self._meaning = Label(look, meaning, "small", "text_muted", self)
        self._meaning.setWordWrap(True)
        self._meaning.setVisible(bool(meaning))
        self._trouble_icon = IconLabel(look, "circle-alert", "danger", "s", self)
        self._trouble_icon.stand_beside("small")
        self._trouble = Label(look, "", "small", "danger", self)
        self._trouble.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._label)
        self._column.addWidget(self._meaning)

    def _put(self, control: QWidget) -> None:
        self._control = control
        self._label.setBuddy(control)
        self.setFocusProxy(control)
        control.setAccessibleName(self._label.text())
        control.setAccessibleDescription(self._meaning_words)
        left = isinstance(control, AnswerBox)
        side = Qt.AlignmentFlag(0) if left else Qt.AlignmentFlag.AlignLeft
        self._column.addWidget(control, 0, side)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._trouble_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._trouble, 1)
        self._column.addLayout(row)
        self.set_error("")

    def set_meaning(self, words: str) -> None:
        """Explain it otherwise."""
        self._meaning_words = words
        self._meaning.setText(words)
        self._meaning.setVisible(bool(words))
        self._control.setAccessibleDescription(words)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it away."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self._trouble_icon.setVisible(bool(sentence))
        self._control.setAccessibleDescription(sentence or self._meaning_words)

    @property
    def error(self) -> str:
        """The sentence of trouble, if there is one."""
        return self._trouble.text()


class LineField(TextField):
    """One line with its explanation at the right of its label."""


class LinesField(_Labelled):
    """Several lines of plain writing."""

    text_changed = Signal(str)

    def __init__(self, look: Look, label: str, meaning: str = "") -> None:
        """Make an empty box."""
        super().__init__(look, label, meaning)
        self.box = AnswerBox(look)
        self.box.set_least_lines(_LEAST_LINES)
        self._put(self.box)
        self.box.text_changed.connect(self.text_changed)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.box.text

    def set_text(self, text: str) -> None:
        """Fill the box without telling anyone."""
        if text != self.box.text:
            self.box.set_text(text)


class PickField(_Labelled):
    """One of several values, each with its words."""

    value_changed = Signal(object)

    def __init__(self, look: Look, label: str, meaning: str = "") -> None:
        """Make it without values."""
        super().__init__(look, label, meaning)
        self._values: list[object] = []
        self.box = drop_down(label)
        self._put(self.box)
        self.box.activated.connect(self._on_activated)

    def set_values(self, values: Sequence[tuple[object, str]]) -> None:
        """Offer these values, in this order."""
        self._values = [value for value, _ in values]
        words = [words for _, words in values]
        if words != [self.box.itemText(at) for at in range(self.box.count())]:
            self.box.clear()
            self.box.addItems(words)

    @property
    def value(self) -> object:
        """The chosen value."""
        at = self.box.currentIndex()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose without telling anyone."""
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _on_activated(self, _at: int) -> None:
        self.value_changed.emit(self.value)
