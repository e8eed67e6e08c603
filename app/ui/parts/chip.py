"""Chips: themes and filters, each a small word in a round edge."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.look import Look
from app.ui.parts.face_button import Face, FaceButton, Shape

_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Chip(FaceButton):
    """A chip that is pressed, ticked, opened as a menu, or removed."""

    removed = Signal()

    def __init__(  # noqa: PLR0913 - each is a word in the call and has its default
        self,
        look: Look,
        text: str,
        parent: QWidget | None = None,
        *,
        is_checkable: bool = False,
        is_removable: bool = False,
        icon: str = "",
        menu: QMenu | None = None,
    ) -> None:
        self._is_removable = is_removable
        super().__init__(look, text, parent)
        self.setCheckable(is_checkable)
        self.set_icon(icon)
        if menu is not None:
            self.setMenu(menu)
            self.set_trailing_icon("chevron-down")
        if is_removable:
            self.set_trailing_icon("x")
            self.setAccessibleDescription(self.tr("Press Delete to remove."))
            self.clicked.connect(self.removed)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, is_on: bool) -> None:
        self.set_icon("check" if is_on else "")

    def _shape(self) -> Shape:
        height = self._look.px("chip")
        return Shape(height, 10, height // 2, "s", "xs", 6)

    def _face(self) -> Face:
        if not self.isEnabled():
            return Face("text_disabled", "", "control_border_disabled", style="small")
        if self.isChecked():
            return Face("accent", "accent_tint", "accent", 2, "small_strong")
        over = self.underMouse() or self.isDown()
        return Face("text", "hover" if over else "raised", "control_border", style="small")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove by Delete or Backspace."""
        if self._is_removable and event.key() in _REMOVE_KEYS:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove only by the cross, so that a stray click loses nothing."""
        near_cross = event.position().x() > self.width() - self.height() * 1.1
        if self._is_removable and not near_cross:
            self.setDown(False)
            return
        super().mouseReleaseEvent(event)
