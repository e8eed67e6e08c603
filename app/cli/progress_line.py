"""How far something long is, on one line of the terminal; nothing where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.progress import Step, SteppedProgress, unwatched


@contextmanager
def progress_line(doing: str) -> Iterator[SteppedProgress]:
    """Give a progress that writes over its own line on standard error, and wipe it at the end."""
    if not sys.stderr.isatty():
        yield unwatched
        return
    line = _Line(doing)
    try:
        yield line.tell
    finally:
        line.wipe()


class _Line:
    """Names the step, if there are steps, and the share that is done."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._written = ""

    def tell(self, share: float, step: Step | None = None, /) -> None:
        self._doing = step.words if step else self._doing
        words = f"{self._doing} {round(100 * share):>3} %"
        if words != self._written:
            self._write(f"{words:<{len(self._written)}}")
            self._written = words

    def wipe(self) -> None:
        self._write(f"{'':<{len(self._written)}}\r")

    def _write(self, text: str) -> None:
        print(f"\r{text}", end="", file=sys.stderr, flush=True)
