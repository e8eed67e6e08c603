"""Work that is done bit by bit while nobody types."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE_MS = 500  # after the last key
_TURN_S = 0.004  # of one turn of the event loop; a key that comes meanwhile waits no longer


class IdleWork(QObject):
    """Calls for the next bit until there is none; every key puts it off."""

    paused = Signal()  # nobody has typed for a while

    def __init__(self, next_bit: Callable[[], bool], parent: QObject) -> None:
        """Take what does one bit, some milliseconds long, and says whether it did any."""
        super().__init__(parent)
        self._next_bit = next_bit
        self._pause, self._turn = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._pause, _PAUSE_MS), (self._turn, 0)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
        self._pause.timeout.connect(self._on_paused)
        self._turn.timeout.connect(self._work)

    @property
    def is_putting_off(self) -> bool:
        """Whether somebody typed a moment ago."""
        return self._pause.isActive()

    def put_off(self) -> None:
        """Wait for a pause in the typing, then go on."""
        self._turn.stop()
        self._pause.start()

    def go_on(self) -> None:
        """Go on at the next turn, unless somebody is typing."""
        if not self._pause.isActive():
            self._turn.start()

    def stop(self) -> None:
        """Do nothing any more until it is asked again."""
        self._pause.stop()
        self._turn.stop()

    def _on_paused(self) -> None:
        self.paused.emit()
        self._turn.start()

    def _work(self) -> None:
        until = perf_counter() + _TURN_S
        while self._next_bit():
            if perf_counter() >= until:
                self._turn.start()
                return
