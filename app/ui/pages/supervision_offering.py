"""Asks on the lane what is on offer; what was decided meanwhile is asked with again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.services.offered import Offer
from app.services.preparing import Preparing
from app.summary.preparation import Preparation
from app.ui.lane import Lane


class OfferAsking(QObject):
    """Only the answer to the last question counts."""

    came = Signal(object)  # Offer
    failed = Signal(object)  # AppError

    def __init__(
        self,
        lane: Lane,
        preparing: Preparing,
        decided: Callable[[], Preparation],
        parent: QObject,
    ) -> None:
        """Decided gives what stands now."""
        super().__init__(parent)
        self._lane, self._preparing, self._decided = lane, preparing, decided
        self._number = 0

    def ask(self) -> None:
        """Ask what is on offer for what is decided now."""
        self._number += 1
        job = self._lane.job()
        job.succeeded.connect(self._on_offer)
        job.failed.connect(self.failed)
        work = partial(_numbered_offer, self._preparing, self._decided(), self._number)
        self._lane.start(job, work)

    def _on_offer(self, numbered: tuple[int, Preparation, Offer]) -> None:
        number, asked_with, offer = numbered
        if number != self._number:
            return
        if self._decided() is not asked_with:
            self.ask()  # something was decided meanwhile
            return
        self.came.emit(offer)


def _numbered_offer(
    preparing: Preparing, preparation: Preparation, number: int
) -> tuple[int, Preparation, Offer]:
    return number, preparation, preparing.offer(preparation)
