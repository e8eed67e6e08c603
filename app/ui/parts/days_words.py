"""Days that a person has chosen herself, in words short enough for a chip."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.calendar_words import short_date
from app.domain.filters import OwnDays


def own_days_words(days: OwnDays) -> str:
    """Give “1 Mar – 30 Apr 2026”, or the one end that is there."""
    since, until = days.since, days.until
    if since is None or until is None:
        return _open_words(since, until)
    if since == until:
        return _with_year(since)
    first = short_date(since) if since.year == until.year else _with_year(since)
    return f"{first} – {_with_year(until)}"


def _open_words(since: date | None, until: date | None) -> str:
    if since is not None:
        text = QCoreApplication.translate("DatesChip", "From {day}")
        return text.format(day=_with_year(since))
    if until is not None:
        text = QCoreApplication.translate("DatesChip", "Until {day}")
        return text.format(day=_with_year(until))
    return QCoreApplication.translate("DatesChip", "All dates")


def _with_year(day: date) -> str:
    return f"{short_date(day)} {day.year}"
