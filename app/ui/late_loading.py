"""Loads what an open journal needs once the window is painted, while the person still types."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.surroundings import Surroundings

_PAINTED_AFTER_MS = 40
_BETWEEN_MS = 10
# In this order each one adds little to those before it, so no key that is pressed waits for long.
_PIECES = (
    "app.domain.reflection",
    "app.domain.finding",
    "app.services.home",
    "app.services.workshop",
    "app.ui.parts.card",
    "app.ui.side_bar",
    "app.ui.pages.home_writing",
    "app.ui.pages.home",
    "app.ui.open_view",
)


class LateLoading(QObject):
    """Waits for the first paint; then what draws is loaded here piece by piece, the rest beside."""

    loaded = Signal()

    def __init__(self, surroundings: Surroundings, window: QWidget) -> None:
        """Wait for this window."""
        super().__init__(window)
        self._surroundings = surroundings
        self._left = list(_PIECES)
        self._between_ms = _BETWEEN_MS
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._load_next)
        window.installEventFilter(self)

    def hurry(self) -> None:
        """Leave no more pauses: the passphrase has been given."""
        self._between_ms = 0

    def _begin(self) -> None:
        lane = self._surroundings.lane
        job = lane.job()
        job.succeeded.connect(self._read_forms)
        lane.start(job, self._load_services)
        self._load_next()

    def _read_forms(self) -> None:
        # Beside the lane: while a passphrase is worked on there, this costs nobody any time.
        lane = self._surroundings.lane
        lane.start_beside(lane.job(), self._surroundings.workshop.shelf.forms)

    def _load_next(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
            self._timer.start(self._between_ms)
        else:
            self.loaded.emit()

    def _load_services(self) -> None:
        _ = self._surroundings.workshop

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin a little after the first paint, so that what was painted reaches the screen."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(_PAINTED_AFTER_MS, self, self._begin)
        return False
