"""Sentences about backups and snapshots: when, how large, and what is in them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.domain.backup import BackupContents
from app.domain.calendar_words import plain_date

_MB, _KB = 1_000_000, 1_000


def moment_words(moment: datetime) -> str:
    """Give a moment as “22 October 2026, 18:42”, in the computer's own zone."""
    local = moment.astimezone()
    return f"{plain_date(local.date())}, {local:%H:%M}"


def size_words(size_bytes: int) -> str:
    """Give a size as “1.2 MB”."""
    if size_bytes < _MB:
        return f"{max(1, round(size_bytes / _KB))} KB"
    return f"{size_bytes / _MB:,.1f} MB"


def contents_words(contents: BackupContents) -> tuple[str, ...]:
    """Say when it was made, how many reflections it holds, and the days they cover."""
    made = QCoreApplication.translate("Backups", "Made on {moment}.")
    return (
        made.format(moment=moment_words(contents.made_at)),
        _count_words(contents.reflections),
        *_days_words(contents.first_day, contents.last_day),
    )


def _count_words(count: int) -> str:
    if count == 0:
        return QCoreApplication.translate("Backups", "It holds no reflections yet.")
    if count == 1:
        return QCoreApplication.translate("Backups", "It holds 1 reflection.")
    return QCoreApplication.translate("Backups", "It holds {count} reflections.").format(
        count=f"{count:,}"
    )


def _days_words(first: date | None, last: date | None) -> tuple[str, ...]:
    if first is None or last is None:
        return ()
    if first == last:
        words = QCoreApplication.translate("Backups", "Written on {day}.")
        return (words.format(day=plain_date(first)),)
    words = QCoreApplication.translate("Backups", "The first is of {first}, the last of {last}.")
    return (words.format(first=plain_date(first), last=plain_date(last)),)
