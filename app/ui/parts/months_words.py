"""Spans of months, as one chooses when to look again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.calendar_words import day_seen_from
from app.domain.following_up import day_after_months

_YEAR = 12


def span_words(months: int) -> str:
    """Give a span as “In a month”, “In 3 months”, “In a year”."""
    if months == 1:
        return _tr("In a month")
    if months == _YEAR:
        return _tr("In a year")
    return _tr("In {count} months").format(count=months)


def span_and_day_words(months: int, today: date) -> str:
    """Give a span with the day on which it ends."""
    day = day_seen_from(day_after_months(today, months), today)
    return _tr("{span}, on {day}").format(span=span_words(months), day=day)


def _tr(words: str) -> str:
    return QCoreApplication.translate("LookingAgain", words)
