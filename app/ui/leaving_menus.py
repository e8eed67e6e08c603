"""Escape leaves the menus at once: Qt would stay on the bar, where Enter opens one again."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar


class LeavingMenus(QObject):
    """Watches the menus of one bar."""

    def __init__(self, bar: QMenuBar) -> None:
        """Watch what is joined."""
        super().__init__(bar)
        self._bar = bar

    def join(self, menu: QMenu) -> None:
        """Watch this menu too."""
        menu.installEventFilter(self)

    def _leave(self) -> None:
        if QApplication.activePopupWidget() is None and self._bar.activeAction() is not None:
            # Only by this key does the bar give the focus back to where it was.
            kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(self._bar, QKeyEvent(kind, Qt.Key.Key_Escape, none))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the bar as well, once the menu has closed."""
        is_key = event.type() == QEvent.Type.KeyPress
        if is_key and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            QTimer.singleShot(0, self, self._leave)
        return False
