"""Locks the journal when nothing has happened for a while; never while keys are pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.settings import Settings
from app.ui.window import Window

_A_MINUTE_MS = 60_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleLock(QObject):
    """Watches the whole application for signs of life."""

    def __init__(self, settings: Settings, window: Window) -> None:
        """Watch, and lock this window."""
        super().__init__(window)
        self._settings = settings
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(window.lock)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._begin_again()

    def _begin_again(self) -> None:
        self._timer.start(self._settings.lock_after_minutes * _A_MINUTE_MS)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to wait again at each sign of life."""
        if event.type() in _SIGNS_OF_LIFE:
            self._begin_again()
        return False
