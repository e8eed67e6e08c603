"""Long work as both sides see it: the lane tells how far it is, the window may stop it."""

from __future__ import annotations

from threading import Event

from app.domain.errors import Cancelled
from app.domain.progress import Progress


class Watch:
    """Handed to the work as its progress; it may be read and stopped from another thread."""

    def __init__(self, on_the_way: Progress) -> None:
        """Also ask whoever else may stop the work: the lane, when the window is being locked."""
        self._on_the_way = on_the_way
        self._stopped = Event()
        self.share = 0.0

    @property
    def is_stopped(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask the work to stop at its next step; it leaves nothing half-done."""
        self._stopped.set()

    def tell(self, share: float) -> None:
        """Be the progress of the work.

        Raises:
            Cancelled: it was asked to stop.
        """
        self.share = share
        if self._stopped.is_set():
            raise Cancelled
        self._on_the_way(share)
