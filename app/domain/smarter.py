"""SMARTer: words by which an action is looked at before one agrees on it.

The first five are the same everywhere; what E and R stand for differs from place to place, so the
person ticks the one that holds.

Source: SMARTer planning, whose endings vary (domain facts, 3.5).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

SMART = ("specific", "measurable", "achievable", "relevant", "timely")
E_WORDS = ("evaluated", "ethical", "engaging")
R_WORDS = ("reviewed", "recorded", "readjusted")
EVERY_WORD = (*SMART, *E_WORDS, *R_WORDS)


def in_order(checks: Collection[str]) -> tuple[str, ...]:
    """Give what was ticked in the order of the letters; words of another list stay at the end."""
    known = tuple(word for word in EVERY_WORD if word in checks)
    return (*known, *(word for word in checks if word not in EVERY_WORD))


def smarter_words(checks: Collection[str]) -> str:
    """Say what was ticked: "specific, timely · E evaluated · R reviewed", or nothing."""
    return " · ".join(part for part in _parts(checks) if part)


def _parts(checks: Collection[str]) -> Iterator[str]:
    yield ", ".join(word for word in SMART if word in checks)
    for letter, words in (("E", E_WORDS), ("R", R_WORDS)):
        ticked = ", ".join(word for word in words if word in checks)
        yield f"{letter} {ticked}" if ticked else ""
    yield ", ".join(word for word in checks if word not in EVERY_WORD)
