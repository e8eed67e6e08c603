"""The process that reads forms: it is given one, answers, and ends. It opens no file.

Whatever a form does to it happens here, with little memory and little time, and without the
journal: no key, no other answer and no open file of the program's is in this process.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from app.domain.errors import WordFormRefused
from app.word_forms.filling import fields_of, fill
from app.word_forms.messages import (
    FILL,
    packed,
    plain_fields,
    plain_misfits,
    unpacked,
    values_from,
)

_MEMORY = 1024 * 1024 * 1024
_SECONDS = 25
_TOO_MUCH = "This form needs more memory or time to read than any form should."


def run() -> int:
    """Answer the one question that stands on standard input; give the exit code."""
    _limit()
    question = sys.stdin.buffer.read()
    sys.stdout.buffer.write(_answered(question))
    sys.stdout.buffer.flush()
    return 0


def _answered(question: bytes) -> bytes:
    head, data = unpacked(question)
    act: Callable[[Any, bytes], bytes] = _filled if head["act"] == FILL else _looked
    try:
        return act(head, data)
    except WordFormRefused as refused:
        return packed({"refused": str(refused)})
    except (MemoryError, RecursionError):
        return packed({"refused": _TOO_MUCH})


def _looked(_head: Any, data: bytes) -> bytes:
    return packed({"fields": plain_fields(fields_of(data))})


def _filled(head: Any, data: bytes) -> bytes:
    filled = fill(data, values_from(head["values"]))
    return packed({"misfits": plain_misfits(filled.misfits)}, filled.data)


def _limit() -> None:
    """Ask the system for little: Windows has no such limits, and there the waiting is bounded."""
    if sys.platform == "win32":
        return
    import contextlib
    import resource

    limits = (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_FSIZE, 0),
    )
    for limit, most in limits:
        # macOS refuses some of them; the time that is waited still holds.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(limit, (most, most))
