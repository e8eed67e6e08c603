"""A day read from what a person types in Britain: day first, or in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.calendar_words import plain_date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH_NAMES = {number: name for name, number in reversed(_MONTHS.items())}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}
_SHORTEST_WEEKDAY = 3  # “thu”; “thurs” and “weds” are usual too
_WEEKDAY = re.compile(r"(?:on |by )?(last |this |next )?([a-z]+)\.?")
_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?,?(?: (\d{4}|\d{2}))?")
_CENTURY, _LAST_MONTH = 2000, 12
_EXAMPLE_DAY, _MONTHS_AHEAD = 21, 3  # no month has this number, so the day is seen to come first
_EXAMPLE = "Type a day as “{words}” or “{numbers}”."


@dataclass(frozen=True, slots=True)
class TypedDay:
    """The day that was meant, or a sentence that says why there is none."""

    day: date | None = None
    trouble: str = ""


def example_day(today: date, *, looks_ahead: bool) -> date:
    """Give a day to show as an example: one that has been, or one to come."""
    months = today.year * _LAST_MONTH + today.month - 1
    months += _MONTHS_AHEAD if looks_ahead else -(today.day < _EXAMPLE_DAY)
    return date(months // _LAST_MONTH, months % _LAST_MONTH + 1, _EXAMPLE_DAY)


def read_day(typed: str, today: date, *, looks_ahead: bool = False) -> TypedDay:
    """Read a day; without a year it is the one nearest to today.

    A weekday alone is the latest one, or the coming one where a field looks ahead.
    """
    read = _read(typed, today, looks_ahead=looks_ahead)
    example = example_day(today, looks_ahead=looks_ahead)
    numbers = f"{example:%d/%m/%y}"
    return replace(read, trouble=read.trouble.format(words=plain_date(example), numbers=numbers))


def _read(  # noqa: PLR0911 - one return per way of typing
    typed: str, today: date, *, looks_ahead: bool
) -> TypedDay:
    words = " ".join(typed.lower().replace(",", " ").split())
    if weekday := _weekday_in(words):
        return TypedDay(_on_weekday(*weekday, today, looks_ahead=looks_ahead))
    words = _without_weekday(words)
    if not words:
        return TypedDay()
    if words in _RELATIVE:
        return TypedDay(today + timedelta(days=_RELATIVE[words]))
    if match := _ISO.fullmatch(words):
        year, month, day = (int(part) for part in match.groups())
        return _checked(day, month, year)
    if match := _NUMBERS.fullmatch(words):
        return _dated(int(match[1]), int(match[2]), match[3], today)
    if (match := _WORDS.fullmatch(words)) and match[2] in _MONTHS:
        return _dated(int(match[1]), _MONTHS[match[2]], match[3], today)
    return TypedDay(trouble=_EXAMPLE)


def _weekday_in(words: str) -> tuple[int, str] | None:
    match = _WEEKDAY.fullmatch(words)
    if match is None:
        return None
    number = _weekday(match[2])
    return None if number is None else (number, (match[1] or "").strip())


def _without_weekday(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and _weekday(first.rstrip(".")) is not None else words


def _weekday(word: str) -> int | None:
    """Give the number of a weekday that is written out or shortened, Monday being 0."""
    if len(word) < _SHORTEST_WEEKDAY:
        return None
    name = "wednesday" if word == "weds" else word
    return next((number for number, day in enumerate(_WEEKDAYS) if day.startswith(name)), None)


def _on_weekday(weekday: int, which: str, today: date, *, looks_ahead: bool) -> date:
    week = len(_WEEKDAYS)
    if which == "next" or (looks_ahead and which != "last"):
        ahead = (weekday - today.weekday()) % week
        # “Thursday” said on a Thursday is today; “next Thursday” and “last Thursday” are not.
        return today + timedelta(days=ahead or (week if which == "next" else 0))
    back = (today.weekday() - weekday) % week
    return today - timedelta(days=back or (week if which == "last" else 0))


def _dated(day: int, month: int, year: str | None, today: date) -> TypedDay:
    if year is None:
        return _nearest(day, month, today)
    return _checked(day, month, int(year) if len(year) > 2 else _CENTURY + int(year))  # noqa: PLR2004


def _nearest(day: int, month: int, today: date) -> TypedDay:
    tries = [_checked(day, month, year) for year in (today.year - 1, today.year, today.year + 1)]
    days = [found.day for found in tries if found.day is not None]
    if not days:
        return tries[1]
    return TypedDay(min(days, key=lambda found: abs((found - today).days)))


def _checked(day: int, month: int, year: int) -> TypedDay:
    if not 1 <= month <= _LAST_MONTH:
        return TypedDay(trouble=f"There is no month {month}. The day comes first: {{numbers}}.")
    try:
        return TypedDay(date(year, month, day))
    except ValueError:
        name = f"{_MONTH_NAMES[month].capitalize()} {year}"
        if not 1 <= year <= date.max.year:
            return TypedDay(trouble=_EXAMPLE)
        return TypedDay(trouble=f"{name} has {_days_in(month, year)} days. What you typed is kept.")


def _days_in(month: int, year: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1) if year < date.max.year else None
    return 31 if following is None else (following - timedelta(days=1)).day
