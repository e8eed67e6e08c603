"""The tags of one framework to tick; those of another than the regulator's own are folded away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.framework import Framework
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.check_line import CheckLine
from app.ui.parts.label import Label


class FrameworkLines(QWidget):
    """A line for each tag, by its key “framework/tag”."""

    toggled = Signal()

    def __init__(self, look: Look, framework: Framework, ticked: Iterable[str]) -> None:
        """Tick these."""
        super().__init__()
        self.lines: dict[str, CheckLine] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        chosen = frozenset(ticked)
        for tag in framework.tags:
            line = CheckLine(look)
            is_word = not any(letter.isdigit() for letter in tag.key)
            line.set_words(tag.label if is_word else f"{tag.key}  {tag.label}", tag.gist)
            key = f"{framework.id}/{tag.key}"
            line.setChecked(key in chosen)
            line.toggled.connect(self._on_toggled)
            self.lines[key] = line
            column.addWidget(line)

    def ticked(self) -> frozenset[str]:
        """Give the keys that are ticked."""
        return frozenset(key for key, line in self.lines.items() if line.isChecked())

    def _on_toggled(self, _is_on: bool) -> None:
        self.toggled.emit()


class FoldedFramework(QWidget):
    """One line with the framework's name until it is pressed; its tags are built then."""

    toggled = Signal()

    def __init__(self, look: Look, framework: Framework, ticked: Iterable[str]) -> None:
        """Begin folded, counting what is ticked."""
        super().__init__()
        self._look, self._framework = look, framework
        self.keys = frozenset(f"{framework.id}/{tag.key}" for tag in framework.tags)
        self._ticked = self.keys & frozenset(ticked)
        self.lines: FrameworkLines | None = None
        self.is_open = False
        self.toggle = LinkRow(look, "", "chevron-right", is_small=True)
        self._note = Label(look, framework.note, "small", "text_muted")
        self._note.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.toggle)
        self._column.addWidget(self._note)
        self._note.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.toggle.clicked.connect(self._turn)
        self._name()

    def ticked(self) -> frozenset[str]:
        """Give the keys that are ticked, seen or not."""
        return self._ticked if self.lines is None else self.lines.ticked()

    def _turn(self) -> None:
        if self.lines is None:
            self.lines = FrameworkLines(self._look, self._framework, self._ticked)
            self.lines.toggled.connect(self._on_toggled)
            self._column.addWidget(self.lines)
        self.is_open = not self.is_open
        self.lines.setVisible(self.is_open)
        self._note.setVisible(self.is_open and bool(self._framework.note))
        self._name()

    def _on_toggled(self) -> None:
        self._name()
        self.toggled.emit()

    def _name(self) -> None:
        words = self._framework.name
        if count := len(self.ticked()):
            words = self.tr("{name} · {count} ticked").format(name=words, count=count)
        self.toggle.set_words(words)
        self.toggle.set_icon("chevron-down" if self.is_open else "chevron-right")
        state = self.tr("{what}, shown") if self.is_open else self.tr("{what}, folded")
        self.toggle.setAccessibleName(state.format(what=words))
