"""One setting: its name, one line of what it means, and its control at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.divider import Divider
from app.ui.parts.label import Label

_Direction = QBoxLayout.Direction
_GAP, _AROUND = 24, 15
_WORDS_CHARACTERS = 36


class SettingRow(QWidget):
    """The control goes under the words where the row is narrow."""

    def __init__(
        self, look: Look, name: str, meaning: str, control: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._control = look, control
        self._name = Label(look, name, "body_strong")
        self._meaning = Label(look, meaning, "small", "text_muted")
        for label in (self._name, self._meaning):
            label.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._meaning)
        words.addStretch(1)
        self._row = QBoxLayout(_Direction.LeftToRight)
        self._row.setContentsMargins(0, _AROUND, 0, _AROUND)
        self._row.setSpacing(_GAP)
        self._row.addLayout(words, 1)
        self._row.addWidget(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        self._line = Divider(look)
        column.addWidget(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._fold)
        self._name_control(name, meaning)
        self._fold()

    def hide_line(self) -> None:
        """Have no line under it, where another follows at once."""
        self._line.hide()

    def set_meaning(self, meaning: str) -> None:
        """Say something else under the name."""
        self._meaning.setText(meaning)

    def _name_control(self, name: str, meaning: str) -> None:
        control = self._control.focusProxy() or self._control
        if not control.accessibleName():
            control.setAccessibleName(name)
        if not control.accessibleDescription():
            control.setAccessibleDescription(meaning)

    def _fold(self) -> None:
        words = self._look.theme.character_px("body") * _WORDS_CHARACTERS
        is_wide = self.width() >= words + _GAP + self._control.sizeHint().width()
        self._row.setDirection(_Direction.LeftToRight if is_wide else _Direction.TopToBottom)
        self._row.setSpacing(_GAP if is_wide else self._look.space("s"))
        side = Qt.AlignmentFlag.AlignRight if is_wide else Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self._control, side | Qt.AlignmentFlag.AlignTop)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Ask for the control's width only, for the row can fold."""
        wide = max(self._control.minimumSizeHint().width(), self._name.minimumSizeHint().width())
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        self._fold()
        super().resizeEvent(event)
