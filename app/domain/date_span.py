"""Spans of days that a list can be narrowed to."""

from __future__ import annotations

import calendar
from datetime import date
from enum import Enum

_MONTHS_IN_YEAR = 12
_DECEMBER = 12


class DateSpan(Enum):
    """A span of days seen from today."""

    THIS_MONTH = "this_month"
    LAST_THREE_MONTHS = "last_three_months"
    THIS_YEAR = "this_year"


def days_of(span: DateSpan, today: date) -> tuple[date, date]:
    """Give the first and the last day of a span."""
    if span is DateSpan.THIS_MONTH:
        return today.replace(day=1), _day_in(today.year, today.month, 31)
    if span is DateSpan.LAST_THREE_MONTHS:
        return _months_before(today, 3), today
    return date(today.year, 1, 1), date(today.year, _DECEMBER, 31)


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * _MONTHS_IN_YEAR + day.month - 1 - months, _MONTHS_IN_YEAR)
    return _day_in(year, month + 1, day.day)


def _day_in(year: int, month: int, day: int) -> date:
    """Give a day of a month, or the month's last where it is shorter."""
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
