"""After a session that was not closed, looks at every page of the journal while nobody waits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.left_open import CheckStep
from app.services.ports import SteppedCheck
from app.services.workshop import Desk
from app.ui.lane import Lane

_BEFORE_MS = 3_000
_BETWEEN_MS = 200
_GIVING_WAY_MS = 2_000


class AfterCrash(QObject):
    """Goes step by step and lets whatever else is to be done go first. Only damage is told."""

    damage_found = Signal()

    def __init__(self, lane: Lane, desk: Desk, parent: QObject) -> None:
        """Begin a little later: the person comes first."""
        super().__init__(parent)
        self._lane = lane
        self._check: SteppedCheck = desk.vault.crash_check()
        self.is_over = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._next.start(_BEFORE_MS)

    def _go_on(self) -> None:
        job = self._lane.job()
        job.succeeded.connect(self._on_step)
        job.failed.connect(self._on_refused)
        work = partial(self._check.go_on, self._lane.progress_unless_waited_for)
        self._lane.start(job, work)

    def _on_step(self, step: CheckStep) -> None:
        if step is CheckStep.MORE:
            self._next.start(_BETWEEN_MS)
            return
        self.is_over = True
        if step is CheckStep.DAMAGED:
            self.damage_found.emit()

    def _on_refused(self, _error: object) -> None:
        # Something else was waiting, or the disk does not answer now: that is no damage.
        self._next.start(_GIVING_WAY_MS)
