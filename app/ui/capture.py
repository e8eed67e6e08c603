"""Keeps the windows out of screenshots, recordings and Recall, where the system can do that.

Windows and macOS can; X11 cannot, and Wayland asks the person itself.
"""

from __future__ import annotations

import contextlib
import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.settings import Settings

_SHOWN, _LEFT_OUT = 0x00, 0x11  # WDA_NONE, WDA_EXCLUDEFROMCAPTURE
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly


def can_hide_from_capture() -> bool:
    """Say whether this system can leave a window out of screenshots."""
    return QGuiApplication.platformName() in ("windows", "cocoa")


def hide_from_capture(window: QWidget, *, is_hidden: bool) -> None:
    """Leave one window that is shown out of screenshots, or let it in again."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            from ctypes import WinDLL

            affinity = _LEFT_OUT if is_hidden else _SHOWN
            WinDLL("user32").SetWindowDisplayAffinity(int(window.winId()), affinity)
        elif sys.platform == "darwin":
            _set_sharing(int(window.winId()), _SHARING_NONE if is_hidden else _SHARING_READ_ONLY)


def hide_shown_from_capture(*, is_hidden: bool) -> None:
    """Do so for all windows that are shown now; those to come are seen to as they are shown."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            hide_from_capture(window, is_hidden=is_hidden)


def _set_sharing(view: int, sharing: int) -> None:
    from ctypes import CDLL, CFUNCTYPE, c_char_p, c_long, c_void_p, cast

    runtime = CDLL("/usr/lib/libobjc.A.dylib")
    name = CFUNCTYPE(c_void_p, c_char_p)(("sel_registerName", runtime))
    send = cast(runtime.objc_msgSend, c_void_p).value
    assert send is not None
    window = CFUNCTYPE(c_void_p, c_void_p, c_void_p)(send)(view, name(b"window"))
    if window:
        CFUNCTYPE(None, c_void_p, c_void_p, c_long)(send)(window, name(b"setSharingType:"), sharing)


class CaptureShield(QObject):
    """Does so for every window and dialog as it is shown, while the setting is on."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        """Watch over all windows; on a system without it, watch nothing."""
        super().__init__(parent)
        self._settings = settings
        application = QGuiApplication.instance()
        if can_hide_from_capture() and application is not None:
            application.installEventFilter(self)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide a window in the moment it is shown."""
        is_shown = event.type() == QEvent.Type.Show
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            hide_from_capture(watched, is_hidden=self._settings.is_hidden_from_capture)
        return False
