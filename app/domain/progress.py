"""How something long tells how far it is and what it is doing, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

# Called with the share that is done, 0 to 1. It may raise Cancelled: then nothing is left behind.
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of long work in words; one that cannot be stopped does what is not taken back."""

    words: str
    can_stop: bool = True


class SteppedProgress(Protocol):
    """A progress that is also told each step as it begins.

    It may raise Cancelled as any progress may, and for the last time as a step that cannot be
    stopped is told.
    """

    def __call__(self, share: float, step: Step | None = None, /) -> None:
        """Take notice of the share that is done, and of the step that begins.

        Raises:
            Cancelled: the work was asked to stop.
        """
        ...


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """Give the progress of one part of longer work, which runs from start to end of the whole."""

    def told(share: float) -> None:
        progress(start + (end - start) * share)

    return told


def steps_of(progress: SteppedProgress, start: float, end: float) -> SteppedProgress:
    """Give the same for a part that has steps of its own."""

    def told(share: float, step: Step | None = None) -> None:
        progress(start + (end - start) * share, step)

    return told


def unwatched(_share: float, _step: Step | None = None) -> None:
    """Take no notice: for work that nobody waits for."""
