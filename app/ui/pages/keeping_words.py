"""The sentences about holds, the bin, and earlier versions that are brought back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.calendar_words import local_day, plain_date
from app.domain.retention import Keeping
from app.services.retention import BIN_WARNING, emptying_warning
from app.ui.dialogs.confirming import Question

_ENDS = (".", "!", "?", "…")


def hold_words(keeping: Keeping) -> tuple[str, str]:
    """Say since when and why a reflection is on hold, and what that means, as lead and rest."""
    meaning = _tr("It can be read and printed, not changed.")
    if keeping.held_since is None:
        return "", ""
    day = plain_date(local_day(keeping.held_since))
    if not keeping.held_because:
        return _tr("On hold since {day}.").format(day=day), meaning
    why = keeping.held_because
    why = why if why.endswith(_ENDS) else f"{why}."
    return _tr("On hold since {day}:").format(day=day), f"{why} {meaning}"


def bin_question() -> Question:
    """Ask before a reflection is moved to the bin."""
    return Question(
        _tr("Move it to the bin?"),
        (
            BIN_WARNING,
            _tr(
                "After that it is gone from the journal, from the search and from every snapshot "
                "made later. Older snapshots and backups may still hold it, until they are "
                "cleared away."
            ),
            _tr(
                "Think of your duties first: your employer’s retention policy, or a request for "
                "records, may mean that you have to keep it."
            ),
        ),
        _tr("Leave it in the journal"),
        _tr("Move to the bin"),
        "danger",
    )


def emptying_question(count: int) -> Question:
    """Ask before reflections leave the bin for good."""
    title = _tr("Remove it for good?") if count == 1 else _tr("Empty the bin?")
    return Question(
        title,
        (emptying_warning(count),),
        _tr("Leave the bin as it is"),
        _tr("Remove for good"),
        "danger",
    )


def release_question(keeping: Keeping) -> Question:
    """Ask before a hold is released."""
    return Question(
        _tr("Release the hold?"),
        (
            " ".join(hold_words(keeping)),
            _tr(
                "Without the hold it can be changed and deleted again. Make sure that the request "
                "it was held for is over."
            ),
        ),
        _tr("Keep it on hold"),
        _tr("Release the hold"),
    )


def bringing_back_question(number: int, newest: int) -> Question:
    """Ask before an earlier version becomes the newest."""
    return Question(
        _tr("Bring back version {number}?").format(number=number),
        (
            _tr(
                "It becomes the newest version. What is there now stays as version {newest}, so "
                "nothing is lost."
            ).format(newest=newest),
            _tr("Who may see each answer is as it was then. What was finished stays finished."),
        ),
        _tr("Leave it as it is"),
        _tr("Bring it back"),
    )


def days_left_words(days: int) -> str:
    """Say how long a reflection stays in the bin."""
    if days == 0:
        return _tr("may be removed any day now")
    return _tr("1 day left") if days == 1 else _tr("{days} days left").format(days=days)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Keeping", words)
