"""A drop-down list that does not change under a passing wheel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox


def drop_down(name: str) -> QComboBox:
    """Make a drop-down list that does not change under a passing wheel."""
    box = _DropDown()
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


class _DropDown(QComboBox):
    """Leaves the wheel to the page, and keeps the keys that open any such list to itself."""

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        """Take Alt+Down and Alt+Up before a menu does: they open the list."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if is_alt and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
