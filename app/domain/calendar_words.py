"""Dates and spans of time in plain British English, independent of the machine's locale."""

from __future__ import annotations

import calendar
import re
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache

_WRITTEN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DAYS_IN_WEEK = 7
_DAYS_IN_FORTNIGHT = 14
_DAYS_IN_MONTH = 30.44
_DAYS_IN_TWO_MONTHS = 61


@lru_cache(maxsize=4096)  # a list of many actions has few days
def day_from(text: str) -> date:
    """Read a day written YYYY-MM-DD and no other way.

    Raises:
        ValueError: it is written otherwise or not in the calendar; the text is not repeated.
    """
    if _WRITTEN_DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise ValueError("a date is written YYYY-MM-DD and must exist in the calendar")


def weekday_name(weekday: int) -> str:
    """Give the name of a day of the week, Monday being 0."""
    return _DAYS[weekday]


def month_name(day: date) -> str:
    """Give a day's month as “October”."""
    return _MONTHS[day.month - 1]


def long_date(day: date) -> str:
    """Give a day as “Thursday 22 October 2026”."""
    return f"{_DAYS[day.weekday()]} {plain_date(day)}"


def weekday_and_day(day: date) -> str:
    """Give a day as “Thursday 22 October”."""
    return f"{_DAYS[day.weekday()]} {day_and_month(day)}"


def plain_date(day: date) -> str:
    """Give a day as “22 October 2026”."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """Give a day as “22 October”."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def day_seen_from(day: date, seen_from: date) -> str:
    """Give a day as “22 October”, with its year where it is not the year one reads it in."""
    return day_and_month(day) if day.year == seen_from.year else plain_date(day)


def short_date(day: date) -> str:
    """Give a day as “22 Oct”."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def month_and_year(day: date) -> str:
    """Give a day's month as “October 2026”."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def months_from(day: date, months: int) -> date:
    """Give the same day so many months later or earlier, or the month's last where it is shorter.

    What lies beyond the calendar stays at its end.
    """
    month = day.year * 12 + day.month - 1 + months
    first, last = date.min.year * 12, date.max.year * 12 + 11
    year, month = divmod(min(max(month, first), last), 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_of_month(day: date) -> date:
    """Give the last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def local_day(moment: datetime) -> date:
    """Give the calendar day of a moment where this computer is, with its summer time."""
    return moment.astimezone().date()


def clock_time(moment: datetime) -> str:
    """Give a moment as “18:42”, in the zone it carries."""
    return f"{moment:%H:%M}"


def span_after(event: date, written: date) -> str:
    """Say how long after its event something was written: "the next day", "3 days after"."""
    days = (written - event).days
    if days < 0:
        return "before the event"
    if days <= 1:
        return ("the same day", "the next day")[days]
    if days < _DAYS_IN_FORTNIGHT:
        return f"{days} days after"
    if days < _DAYS_IN_TWO_MONTHS:
        return f"{days // _DAYS_IN_WEEK} weeks after"
    return f"{round(days / _DAYS_IN_MONTH)} months after"


def due_words(by_when: date, today: date) -> str:
    """Say when something is due: "2 days late", "today", "Friday", "12 November"."""
    days = (by_when - today).days
    if days < 0:
        return "1 day late" if days == -1 else f"{-days} days late"
    if days <= 1:
        return ("today", "tomorrow")[days]
    if days < _DAYS_IN_WEEK:
        return _DAYS[by_when.weekday()]
    return day_seen_from(by_when, today)
