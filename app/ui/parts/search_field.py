"""The field to search by words: an icon before them and a cross that clears them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.look import Look
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.inside_button import InsideButton

_BEFORE_ICON, _EDGE_ROOM = 13, 4
_AFTER_ICON = 8


class SearchField(QLineEdit):
    """Down and Escape lead out of it to the list of what was found."""

    left_downwards = Signal()
    escaped = Signal()  # with no words in the field

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._icon = IconLabel(look, "search", "text", "m")
        self.clear_button = InsideButton(look, "", "flat", "x", is_small=True)
        self.clear_button.setAccessibleName(self.tr("Clear the search"))
        self.clear_button.setToolTip(self.tr("Clear the search"))
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(_BEFORE_ICON, 0, _EDGE_ROOM, 0)
        row.addWidget(self._icon)
        row.addStretch(1)
        row.addWidget(self.clear_button)
        self.textChanged.connect(self._show_cross)
        self.clear_button.clicked.connect(self._on_cleared)
        look.changed.connect(self._make_room)
        self._make_room()

    def clear_quietly(self) -> None:
        """Empty the field without telling anyone."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self._show_cross("")

    def select_all(self) -> None:
        """Take the focus with everything selected, ready to be typed over."""
        self.setFocus()
        self.selectAll()

    def _show_cross(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))

    def _on_cleared(self) -> None:
        self.clear()
        self.setFocus()

    def _make_room(self) -> None:
        self.setFixedHeight(self._look.px("input"))
        left = self._look.theme.icon_px("m") + _AFTER_ICON
        self.setTextMargins(left, 0, self.clear_button.sizeHint().width(), 0)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys that leave the field or clear it."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
