"""Waits for what a person waits for: until a widget has been painted after something happened."""

import time

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest

# Wide enough for every column, though the screen of a run without one is smaller.
WINDOW_SIZE = (1280, 800)
_PATIENCE_MS = 60_000
_SETTLING_MS = 40


class Painted(QObject):
    """Stamps the moment when a widget, and with it all inside, has been painted.

    It looks only after armed(): connect that to the signal after which a paint shows the news.
    """

    def __init__(self, widget, is_done=lambda: True):
        """Watch a widget; a paint after which it is not done yet does not count."""
        super().__init__(widget)
        self._is_done = is_done
        self._is_armed = False
        self._loop = QEventLoop()
        self._stamp = None
        widget.installEventFilter(self)

    def armed(self, *_):
        """Take the next paint."""
        self._is_armed = True

    def milliseconds_after(self, act):
        """Act, wait for the paint, give how long both took."""
        self._stamp = None
        late = QTimer(singleShot=True, interval=_PATIENCE_MS)
        late.timeout.connect(self._loop.quit)
        late.start()
        started = time.perf_counter()
        act()
        while self._stamp is None and late.isActive():
            self._loop.exec()
        if self._stamp is None:
            raise SystemExit("nothing was painted")
        return (self._stamp - started) * 1000

    def _take(self):
        if not self._is_done():
            self._is_armed = True
            return
        self._stamp = time.perf_counter()
        self._loop.quit()

    def eventFilter(self, watched, event):
        if self._is_armed and event.type() == QEvent.Type.Paint:
            self._is_armed = False
            # Once the event loop turns again, everything inside is painted too.
            QTimer.singleShot(0, self._take)
        return False


def settle(lane, rounds=3):
    """Let everything on the lane come back and be painted."""
    for _ in range(rounds):
        lane.wait()
        QTest.qWait(_SETTLING_MS)
