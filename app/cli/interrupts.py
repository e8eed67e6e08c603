"""Ctrl+C while something happens that cannot be taken back."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.domain.progress import Step, SteppedProgress


@contextmanager
def interrupts_until_the_last_step() -> Iterator[Callable[[SteppedProgress], SteppedProgress]]:
    """Give what makes a progress take no more Ctrl+C from a step on that cannot be stopped.

    It is taken again at the end of the context: what has happened is told before.
    """
    before = signal.getsignal(signal.SIGINT)

    def holding(progress: SteppedProgress) -> SteppedProgress:
        def told(share: float, step: Step | None = None, /) -> None:
            progress(share, step)
            if step is not None and not step.can_stop:
                # A Ctrl+C from before this moment is raised here, still in time.
                signal.signal(signal.SIGINT, signal.SIG_IGN)

        return told

    try:
        yield holding
    finally:
        signal.signal(signal.SIGINT, before)
