"""How far something long is, on one line of the terminal; nothing where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.progress import Progress, unwatched


@contextmanager
def progress_line(doing: str) -> Iterator[Progress]:
    """Give a progress that writes over its own line on standard error, and wipe it at the end."""
    if not sys.stderr.isatty():
        yield unwatched
        return
    shown = -1

    def told(share: float) -> None:
        nonlocal shown
        percent = round(100 * share)
        if percent != shown:
            shown = percent
            print(f"\r{doing} {percent:>3} %", end="", file=sys.stderr, flush=True)

    try:
        yield told
    finally:
        print(f"\r{' ' * (len(doing) + 6)}\r", end="", file=sys.stderr, flush=True)
