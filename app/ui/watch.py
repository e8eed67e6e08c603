"""Long work as both sides see it: the lane tells how far it is, the window may stop it."""

from __future__ import annotations

from threading import Lock

from app.domain.errors import Cancelled
from app.domain.progress import Progress, Step


class Watch:
    """Handed to the work as its progress; it may be read and stopped from another thread."""

    def __init__(self, on_the_way: Progress) -> None:
        """Also ask whoever else may stop the work: the lane, when the window is being locked."""
        self._on_the_way = on_the_way
        self._either = Lock()  # to stop it and to begin what cannot be stopped exclude each other
        self.is_stopped = False
        self.share = 0.0
        self.step: Step | None = None

    @property
    def can_stop(self) -> bool:
        """Whether stopping still leaves everything as it was."""
        return self.step is None or self.step.can_stop

    def stop(self) -> bool:
        """Ask the work to stop at its next step; say whether it is not too late for that."""
        with self._either:
            self.is_stopped = self.is_stopped or self.can_stop
            return self.is_stopped

    def tell(self, share: float, step: Step | None = None, /) -> None:
        """Be the progress of the work.

        Raises:
            Cancelled: it was asked to stop.
        """
        with self._either:
            self.share = share
            if not self.can_stop:
                return
            if self.is_stopped:
                raise Cancelled
            self._on_the_way(share)
            self.step = step or self.step
