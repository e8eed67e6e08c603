"""A filter: a chip that opens a menu of values, and is on while one of them is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.look import Look
from app.ui.parts.chip import Chip

_LONGEST_IN_MENU = 60


class FilterChip(Chip):
    """Shows its name while it is off, and the chosen value with a tick while it is on."""

    value_changed = Signal(object)  # the chosen value; None means that the filter is off
    longest = 26  # characters

    def __init__(self, look: Look, name: str, every: str, parent: QWidget | None = None) -> None:
        self._name, self._every = name, every
        self._value: object = None
        self._options: list[tuple[object, str]] = []
        self._menu = QMenu()
        super().__init__(look, name, parent, is_checkable=True, menu=self._menu)
        self._menu.setParent(self, self._menu.windowFlags())
        self._menu.setAccessibleName(name)
        self._group: QActionGroup | None = None
        self.set_options(())

    @property
    def value(self) -> object:
        """The chosen value, or None."""
        return self._value

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other values, each with its words; the chosen one stays while it is offered."""
        self._options = [(None, self._every), *options]
        self._menu.clear()
        if self._group is not None:
            self._group.deleteLater()
        self._group = QActionGroup(self._menu)
        self._group.triggered.connect(self._on_triggered)
        for number, (_value, words) in enumerate(self._options):
            action = self._menu.addAction(_shortened(words, _LONGEST_IN_MENU).replace("&", "&&"))
            action.setCheckable(True)
            action.setData(number)
            self._group.addAction(action)
            if number == 0 and options:
                self._menu.addSeparator()
        if all(value != self._value for value, _words in self._options):
            self.choose(None)
        self._show()

    def set_value(self, value: object) -> None:
        """Choose without telling anyone."""
        self._value = value
        self._show()

    def choose(self, value: object) -> None:
        """Choose as a person does, and say so."""
        if value != self._value:
            self.set_value(value)
            self.value_changed.emit(value)

    def words_for(self, value: object) -> str:
        """Give the words for a value; for one that is not offered, what the filter is about."""
        return dict(self._options).get(value, self._name)

    def _on_triggered(self, action: QAction) -> None:
        self.choose(self._options[int(action.data())][0])
        self._show()

    def _show(self) -> None:
        words = self.words_for(self._value)
        is_on = self._value is not None
        self.setChecked(is_on)
        self.set_words(_shortened(words, self.longest) if is_on else self._name)
        self.set_trailing_icon("" if is_on else "chevron-down")
        name = self.tr("{filter}: {value}").format(filter=self._name, value=words)
        self.setAccessibleName(name if is_on else self._name)
        for action in self._menu.actions():
            if action.data() is not None:
                action.setChecked(self._options[int(action.data())][0] == self._value)

    # Qt overrides

    def nextCheckState(self) -> None:
        """Leave the mark to the value: pressing only opens the menu."""


def _shortened(words: str, longest: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
