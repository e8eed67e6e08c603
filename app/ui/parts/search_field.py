"""The field to search by words: an icon before them and a cross that clears them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

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
        # Both are set in place here: a layout would do the whole page's anew with the first letter.
        self._icon = IconLabel(look, "search", "text", "m", self)
        self.clear_button = InsideButton(look, "", "flat", "x", is_small=True, parent=self)
        self.clear_button.setAccessibleName(self.tr("Clear the search"))
        self.clear_button.setToolTip(self.tr("Clear the search"))
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.hide()
        self.textChanged.connect(self._show_cross)
        self.clear_button.clicked.connect(self._on_cleared)
        look.changed.connect(self._make_room)
        self._make_room()

    def set_quietly(self, text: str) -> None:
        """Hold other words without telling anyone."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self._show_cross(text)

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
        self._place()

    def _place(self) -> None:
        icon, cross = self._icon.sizeHint(), self.clear_button.sizeHint()
        lefts = (_BEFORE_ICON, self.width() - _EDGE_ROOM - cross.width())
        for widget, size, left in zip(
            (self._icon, self.clear_button), (icon, cross), lefts, strict=True
        ):
            top = (self.height() - size.height()) // 2
            widget.setGeometry(QRect(QPoint(left, top), size))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the icon at one end and the cross at the other."""
        super().resizeEvent(event)
        self._place()

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
