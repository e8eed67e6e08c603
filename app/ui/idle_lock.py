"""Locks the journal when nothing has happened for a while; never while keys are pressed."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.settings import Settings
from app.ui.window import Window

_A_MINUTE_MS = 60_000
# Copying 24 words by hand moves neither keys nor mouse.
_LEAST_MINUTES_FOR_WORDS = 30
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
        self._timer.timeout.connect(self._lock)
        self._window = window
        self._quiet = QElapsedTimer()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._begin_again()

    def _lock(self) -> None:
        quiet_minutes = self._quiet.elapsed() / _A_MINUTE_MS
        is_copying = self._window.folder_of_shown_words() is not None
        if is_copying and quiet_minutes < _LEAST_MINUTES_FOR_WORDS:
            self._timer.start(_A_MINUTE_MS)
        else:
            self._window.lock()

    def _begin_again(self) -> None:
        self._quiet.start()
        self._timer.start(self._settings.lock_after_minutes * _A_MINUTE_MS)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to wait again at each sign of life."""
        if event.type() in _SIGNS_OF_LIFE:
            self._begin_again()
        return False
