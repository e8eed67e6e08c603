"""Reads the days and times that other journals write, in whatever way they write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from app.domain.written_days import day_of, first_day_in

_LONGEST = 60
_TIME = re.compile(
    r"""(?:^|[T\s,(])(?:at\s+)?
    (?P<hour>\d{1,2}) (?: :(?P<minute>\d{2}) (?: :(?P<second>\d{2}) (?:[.,]\d{1,9})? )? )?
    \s*(?P<half>[ap]\.?m\.?)?
    \s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?\)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/._ ]?)(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_YEAR_LAST_SOMEWHERE = re.compile(rf"(?<![\d./-]){_YEAR_LAST.pattern}(?!\d|[./-]\d)")
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*", re.IGNORECASE
)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_. ]?)(\d{2})\2(\d{2})(?!\d)")
_AROUND = " \t,-–—_"
_MONTHS = 12
_HALF_DAY = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A day, and the moment if the time of day was told with it."""

    day: date
    at: datetime | None = None


def told_moment(text: str, *, month_first: bool = False) -> Told | None:
    """Read a text that is a day, or a day and a time, and nothing else.

    A time without a zone is this computer's; 4/3 is the fourth of March unless the month is first.
    """
    words = _WEEKDAY.sub("", text.strip()) if len(text) <= _LONGEST else ""
    day = _day(words, month_first=month_first)
    if day is not None:
        return Told(day)
    found = _TIME.search(words)
    if found is None or not (found["minute"] or found["half"]):
        return None
    day = _day(words[: found.start()], month_first=month_first)
    return None if day is None else Told(day, _moment(day, found))


def at_time(day: date, clock: str) -> datetime | None:
    """Give the moment of a day at a time like 14:05 or 2.05 pm."""
    found = _TIME.search(clock.strip()) if len(clock) <= _LONGEST else None
    return _moment(day, found) if found and (found["minute"] or found["half"]) else None


def in_zone(day: date, clock: time, zone: tzinfo | None) -> datetime | None:
    """Give the moment, where there is no zone by this computer's clock."""
    moment = datetime.combine(day, clock, zone)
    with suppress(OverflowError, OSError, ValueError):  # before 1970 on Windows
        return moment if zone else moment.astimezone()
    return None


def is_weekday(text: str) -> bool:
    """Say whether a text is the name of a weekday, and nothing else."""
    return bool(text) and not _WEEKDAY.sub("", text[:_LONGEST])


def is_month_first(texts: Iterable[str]) -> bool:
    """Say whether days like 3/25/2019 stand among these, and none like 25/3/2019."""
    found = False
    for first, second in _numbers_of(texts):
        if first > _MONTHS:
            return False
        found = found or second > _MONTHS
    return found


def is_either_order(texts: Iterable[str]) -> bool:
    """Say whether days like 3/4/2019 stand among these, and nothing tells which is the month."""
    is_open = tells_day = tells_month = False
    for first, second in _numbers_of(texts):
        tells_day = tells_day or first > _MONTHS
        tells_month = tells_month or second > _MONTHS
        is_open = is_open or (first != second and max(first, second) <= _MONTHS)
    return is_open and tells_day == tells_month


def _numbers_of(texts: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Give the first two numbers of the first day in each that ends in the year."""
    for text in texts:
        found = _YEAR_LAST_SOMEWHERE.search(text.strip()[:_LONGEST])
        if found:
            yield int(found[1]), int(found[3])


def day_in_name(stem: str) -> tuple[date | None, str]:
    """Give the day in a file's name, and what else the name says."""
    for found in _IN_NAME.finditer(stem):
        with suppress(ValueError):
            day = date(int(found[1]), int(found[3]), int(found[4]))
            rest = f"{stem[: found.start()].rstrip(_AROUND)} {stem[found.end() :].lstrip(_AROUND)}"
            return day, rest.strip()
    named = first_day_in(stem)
    return named, "" if named is not None and day_of(stem) == named else stem


def _day(words: str, *, month_first: bool) -> date | None:
    words = words.strip(_AROUND + "T")
    with suppress(ValueError):
        if found := _YEAR_FIRST.fullmatch(words):
            is_packed = not found[2]
            if is_packed and len(words) != len("20190304"):
                return None
            return date(int(found[1]), int(found[3]), int(found[4]))
        if month_first and (found := _YEAR_LAST.fullmatch(words)):
            swapped = f"{found[3]}{found[2]}{found[1]}{found[2]}{found[4]}"
            return day_of(swapped)
        return day_of(words)
    return None


def _moment(day: date, found: re.Match[str]) -> datetime | None:
    hour, half = int(found["hour"]), (found["half"] or "")[:1].lower()
    if half and 1 <= hour <= _HALF_DAY:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    with suppress(ValueError, OverflowError):
        clock = time(hour, int(found["minute"] or 0), int(found["second"] or 0))
        return in_zone(day, clock, _zone(found["zone"]))
    return None


def _zone(told: str | None) -> tzinfo | None:
    if not told:
        return None
    if told[0] not in "+-":
        return UTC
    away = timedelta(hours=int(told[1:3]), minutes=int(told[-2:]))
    return timezone(away if told[0] == "+" else -away)
