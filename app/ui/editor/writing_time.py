"""How long one has been writing: counted only while the editor is in front, and shown if wished."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QWidget

_TICK_MS = 5_000
_LONGEST_TICK_MS = 4 * _TICK_MS  # more has passed only where the computer slept
_A_MINUTE_MS = 60_000


class WritingTime(QTimer):
    """Counts from the opening of a reflection; it never rings and asks for nothing."""

    minute_passed = Signal()

    def __init__(self, editor: QWidget) -> None:
        """Count while this is shown in the active window."""
        super().__init__(editor)
        self._editor = editor
        self._passed_ms = 0
        self._since_tick = QElapsedTimer()
        self.setInterval(_TICK_MS)
        self.timeout.connect(self._tick)

    @property
    def minutes(self) -> int:
        """Whole minutes of writing."""
        return self._passed_ms // _A_MINUTE_MS

    def begin(self) -> None:
        """Count from nothing."""
        self._passed_ms = 0
        self._since_tick.start()
        self.start()

    def count(self, milliseconds: int) -> None:
        """Count so much time, if it was spent here."""
        is_here = self._editor.isVisible() and self._editor.isActiveWindow()
        if not is_here or milliseconds > _LONGEST_TICK_MS:
            return
        before = self.minutes
        self._passed_ms += milliseconds
        if self.minutes != before:
            self.minute_passed.emit()

    def _tick(self) -> None:
        self.count(self._since_tick.restart())
