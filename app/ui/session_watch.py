"""Tells when the person has left: the screen is locked, the computer goes to sleep.

Each system says so in its own way, behind one small interface. Where none of them speaks, a gap
in the clock still tells that the computer was asleep.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_LOOK_MS = 5_000
_ASLEEP_SECONDS = 30


class SessionWatch(QObject):
    """Watches one thing that tells."""

    locked = Signal()


class GapWatch(SessionWatch):
    """Finds out afterwards that the computer was asleep: far more time passed than was waited."""

    def __init__(self, parent: QObject) -> None:
        """Look at the clock every few seconds."""
        super().__init__(parent)
        self._seen = time.time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """Compare the clock with the last look; a clock set forward locks too, which is safe."""
        now = time.time()
        passed, self._seen = now - self._seen, now
        if passed > _ASLEEP_SECONDS + _LOOK_MS / 1000:
            self.locked.emit()


def watches_for(window: QWidget) -> list[SessionWatch]:
    """Begin every watch that this system offers; the window owns them."""
    watches: list[SessionWatch] = [GapWatch(window)]
    if sys.platform == "win32":
        from app.ui.session_watch_windows import MessageWatch

        watches.append(MessageWatch(window))
    elif sys.platform == "darwin":
        from app.ui.session_watch_macos import PollingWatch

        watches.append(PollingWatch(window))
    else:
        from app.ui.session_watch_dbus import BusWatch

        watches.append(BusWatch(window))
    return watches
