"""Several of the options, each a box to tick with its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.check_line import CheckLine


class ChoicesField(QWidget):
    """Gives what is ticked in the order of the options, whatever was ticked first."""

    options_changed = Signal(object)  # tuple of words

    def __init__(
        self, look: Look, options: Sequence[str], name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.lines = tuple(CheckLine(look, option, self) for option in options)
        self._options = tuple(options)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self.lines:
            line.setAccessibleDescription(name)
            column.addWidget(line)
            line.clicked.connect(self._on_clicked)

    @property
    def options(self) -> tuple[str, ...]:
        """What is ticked."""
        both = zip(self._options, self.lines, strict=True)
        return tuple(option for option, line in both if line.isChecked())

    def set_options(self, options: Sequence[str]) -> None:
        """Tick these without telling anyone."""
        for option, line in zip(self._options, self.lines, strict=True):
            line.setChecked(option in options)

    def _on_clicked(self) -> None:
        self.options_changed.emit(self.options)
