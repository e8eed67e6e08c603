"""The next supervision in words, as home and the supervision page say it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.calendar_words import weekday_and_day
from app.services.home import NextSession


def session_words(session: NextSession, today: date) -> str:
    """Say when the next supervision is, with whom, and how much waits for it."""
    sentences = [f"{when_words(session.day, session.supervisor, today)}."]
    if session.topics == 1:
        sentences.append(_tr("1 topic is on its agenda."))
    elif session.topics:
        sentences.append(_tr("{count} topics are on its agenda.").format(count=session.topics))
    return " ".join(sentences)


def when_words(day: date | None, supervisor: str, today: date) -> str:
    """Say when it is and with whom, without a full stop."""
    if day is None:
        when = _tr("Next supervision: no day yet")
    elif day < today:
        when = _tr("Supervision on {day}, not written up yet").format(day=weekday_and_day(day))
    elif day == today:
        when = _tr("Next supervision: today")
    else:
        when = _tr("Next supervision: {day}").format(day=weekday_and_day(day))
    if not supervisor:
        return when
    return _tr("{when}, with {supervisor}").format(when=when, supervisor=supervisor)


def _tr(words: str) -> str:
    return QCoreApplication.translate("NextSession", words)
