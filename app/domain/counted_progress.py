"""Progress of work that is counted in steps, told now and then."""

from __future__ import annotations

from app.domain.progress import Progress

_TOLD_EVERY = 20


class CountedProgress:
    """Counts steps and tells the share of them that is done."""

    def __init__(self, progress: Progress, whole: int) -> None:
        self._progress = progress
        self._whole = max(1, whole)
        self._done = self._told = 0

    def step(self, count: int = 1) -> None:
        """Count so many steps more.

        Raises:
            Cancelled: the progress said so.
        """
        self._done += count
        if self._done - self._told >= _TOLD_EVERY:
            self._told = self._done
            self._progress(min(1, self._done / self._whole))
