"""A drop-down list that does not change under a passing wheel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
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
    """Leaves the wheel to the page."""

    # Qt overrides

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
