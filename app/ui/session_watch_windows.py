"""Windows: the system sends the window a message. Written after its documentation; not tried."""

from __future__ import annotations

import contextlib
import sys
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.session_watch import SessionWatch

_THIS_SESSION = 0
_SESSION_CHANGED, _POWER = 0x02B1, 0x0218  # WM_WTSSESSION_CHANGE, WM_POWERBROADCAST
# Locked, and its console or its remote desk taken away; the computer goes to sleep.
_AWAY = {_SESSION_CHANGED: {0x7, 0x2, 0x4}, _POWER: {0x4}}


def means_away(message: int, what: int) -> bool:
    """Say whether a message tells that the person has left."""
    return what in _AWAY.get(message, ())


class MessageWatch(SessionWatch):
    """Asks for the messages of this session and reads them."""

    def __init__(self, window: QWidget) -> None:
        """Ask on behalf of this window."""
        super().__init__(window)
        self._filter = _Messages(self)
        application = QCoreApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            from ctypes import WinDLL

            with contextlib.suppress(OSError, AttributeError):
                system = WinDLL("wtsapi32")
                system.WTSRegisterSessionNotification(int(window.winId()), _THIS_SESSION)


class _Messages(QAbstractNativeEventFilter):
    def __init__(self, watch: MessageWatch) -> None:
        super().__init__()
        self._watch = watch

    # Qt overrides

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> Any:
        """Read a message and leave it to everybody else."""
        from ctypes.wintypes import MSG

        told = MSG.from_address(int(message))
        if means_away(told.message, told.wParam):
            self._watch.locked.emit()
        return False, 0
