"""Sentences on home that put counts and days into words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.calendar_words import day_and_month, long_date
from app.services.home import OpenDraft

_A_WEEK = 7


def progress_words(draft: OpenDraft) -> str:
    """Say how far a draft has come and how long the rest may take."""
    answered = QCoreApplication.translate("Home", "{done} of {all} prompts answered").format(
        done=draft.progress.answered, all=draft.progress.asked
    )
    if draft.minutes_left < 1:
        return answered
    left = QCoreApplication.translate("Home", "about {count} minutes left").format(
        count=draft.minutes_left
    )
    return f"{answered} · {left}"


def written_words(day: date, today: date) -> str:
    """Say when something was written: "Written today", "Written on Tuesday"."""
    days = (today - day).days
    if days <= 0:
        return QCoreApplication.translate("Home", "Written today")
    if days == 1:
        return QCoreApplication.translate("Home", "Written yesterday")
    when = long_date(day).split()[0] if days < _A_WEEK else day_and_month(day)
    return QCoreApplication.translate("Home", "Written on {day}").format(day=when)
