"""Says of days what a person should know: which could not be read, and which may be another."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.incoming import IncomingPart, LeftOut, ReadAs
from app.importing.characters import settled
from app.importing.plain_words import as_typed
from app.importing.told_moments import is_either_order

_HEADING = "Date"
DAY_FIRST = "Days like 3/4/2019 were read as day, month, year: it does not tell which is the month."


def unread_day(*texts: str) -> tuple[IncomingPart, ...]:
    """Keep as words what stands for a day or a time and is none that can be read."""
    words = " ".join(settled(text).strip() for text in texts if text.strip())
    return (IncomingPart(as_typed(words), _HEADING),) if words else ()


def days_not_read(
    name: str, count: int, one: str = "entry", several: str = "entries"
) -> Iterator[LeftOut]:
    """Tell of days that could not be read: their words are kept, so nothing else shows it."""
    if count:
        told = f"1 {one} has" if count == 1 else f"{count:,} {several} have"
        yield LeftOut(name, f"{told} no day that can be read; the words are brought in.")


def day_order_told(name: str, *days: str) -> Iterator[ReadAs]:
    """Tell that days were read day first where they could as well be month first."""
    if is_either_order(days):
        yield ReadAs(name, DAY_FIRST)
