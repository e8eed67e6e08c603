"""How something long tells how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

# Called with the share that is done, 0 to 1. It may raise Cancelled: then nothing is left behind.
Progress = Callable[[float], None]


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """Give the progress of one part of longer work, which runs from start to end of the whole."""

    def told(share: float) -> None:
        progress(start + (end - start) * share)

    return told


def unwatched(_share: float) -> None:
    """Take no notice: for work that nobody waits for."""
