"""One field to be pasted: its number, label and words, and the button that copies them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.label import Label

_FEW = 12  # words; under that many the characters are counted


class PasteRow(QWidget):
    """Enter copies and goes on, as Space does."""

    copy_asked = Signal(int)  # its number

    def __init__(self, look: Look, number: int, label: str, words: str) -> None:
        super().__init__()
        self._look, self._number, self.words = look, number, words
        self.button = _CopyButton(look, self.tr("Copy"), "plain", "copy", is_small=True)
        self.button.setAccessibleName(self.tr("Copy: {field}").format(field=label))
        figure = Label(look, str(number), "body", "text_muted")
        name = Label(look, label, "body_strong")
        name.setWordWrap(True)
        self.count = Label(look, self._counted(), "small", "text_muted")
        text = Label(look, words, "prose_small")
        text.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(look.space("s"))
        top.addWidget(name, 1)
        top.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space("m"), look.space("s"), 0, look.space("s"))
        row.setSpacing(look.space("m"))
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.button.clicked.connect(self._on_clicked)
        self.button.focus_changed.connect(self.update)

    def set_copied(self) -> None:
        """Say that it was copied."""
        self.button.set_words(self.tr("Copied"))
        self.button.set_icon("check")

    def _counted(self) -> str:
        words = len(self.words.split())
        if words < _FEW:
            return self.tr("{count} characters").format(count=f"{len(self.words):,}")
        return self.tr("{count} words").format(count=f"{words:,}")

    def _on_clicked(self) -> None:
        self.copy_asked.emit(self._number)

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line under it, and the bar of the current one."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
        if self.button.hasFocus():
            bar = self._look.theme.tokens.size["bar"]
            painter.fillRect(0, 0, bar, self.height(), self._look.colour("accent"))


class _CopyButton(Button):
    """Is pressed by Enter too."""

    focus_changed = Signal()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter, as by Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        """Say so."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.focus_changed.emit()

    def focusOutEvent(self, event: object) -> None:
        """Say so."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.focus_changed.emit()
