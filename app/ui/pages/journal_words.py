"""The sentences over and in place of the journal's list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.finding import Found

_LONGEST = 40


def count_words(found: Found, words: str) -> str:
    """Say how many of the reflections are in the list, and in what order."""
    words = shown(words)
    if not words and found.total == found.in_journal:
        return _count_of_all(found.total)
    if found.total == 0:
        text = QCoreApplication.translate("JournalPage", "None of {all} reflections")
    elif not words:
        text = QCoreApplication.translate(
            "JournalPage", "{count} of {all} reflections, newest first"
        )
    elif found.total == 1:
        text = QCoreApplication.translate("JournalPage", "1 of {all} reflections holds “{words}”")
    else:
        text = QCoreApplication.translate(
            "JournalPage", "{count} of {all} reflections hold “{words}”, newest first"
        )
    return text.format(count=found.total, all=found.in_journal, words=words)


def nothing_found_words(words: str) -> str:
    """Say that a search found nothing."""
    if not shown(words):
        return QCoreApplication.translate("JournalPage", "No reflection fits these filters.")
    text = QCoreApplication.translate("JournalPage", "No reflection holds “{words}”.")
    return text.format(words=shown(words))


def nothing_found_help(words: str) -> str:
    """Say what would find more."""
    if not shown(words):
        return QCoreApplication.translate("JournalPage", "With a filter less there may be some.")
    return QCoreApplication.translate(
        "JournalPage", "Fewer words, or only the beginning of one, find more."
    )


def shown(words: str) -> str:
    """Give what was typed as far as it fits into a sentence."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _count_of_all(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("JournalPage", "1 reflection")
    text = QCoreApplication.translate("JournalPage", "{count} reflections, newest first")
    return text.format(count=count)
