"""macOS: the window server is asked now and then whether the screen is locked. Not tried.

Its notification would need a class of the Objective-C runtime; asking needs three calls of C. That
the computer was asleep is told by the gap in the clock.
"""

from __future__ import annotations

import contextlib
from ctypes import CDLL, c_char_p, c_uint32, c_void_p

from PySide6.QtCore import QObject, QTimer

from app.ui.session_watch import SessionWatch

_ASK_MS = 2_000
_FRAMEWORKS = "/System/Library/Frameworks"
_UTF_8 = 0x08000100
_LOCKED = b"CGSSessionScreenIsLocked"


class PollingWatch(SessionWatch):
    """Asks every two seconds and tells when the answer becomes yes."""

    def __init__(self, parent: QObject) -> None:
        """Begin to ask."""
        super().__init__(parent)
        self._was_locked = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._ask)
        self._timer.start(_ASK_MS)

    def _ask(self) -> None:
        is_locked = False
        with contextlib.suppress(OSError, AttributeError):
            is_locked = _is_screen_locked()
        if is_locked and not self._was_locked:
            self.locked.emit()
        self._was_locked = is_locked


def _is_screen_locked() -> bool:
    core = CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
    graphics = CDLL(f"{_FRAMEWORKS}/ApplicationServices.framework/ApplicationServices")
    graphics.CGSessionCopyCurrentDictionary.restype = c_void_p
    core.CFStringCreateWithCString.restype = c_void_p
    core.CFStringCreateWithCString.argtypes = [c_void_p, c_char_p, c_uint32]
    core.CFDictionaryContainsKey.argtypes = [c_void_p, c_void_p]
    core.CFRelease.argtypes = [c_void_p]
    session = graphics.CGSessionCopyCurrentDictionary()
    if not session:
        return False
    key = core.CFStringCreateWithCString(None, _LOCKED, _UTF_8)
    # The key is there only while the screen is locked.
    is_locked = bool(core.CFDictionaryContainsKey(session, key))
    core.CFRelease(key)
    core.CFRelease(session)
    return is_locked
