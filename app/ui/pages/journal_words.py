"""The sentences over and in place of the journal's list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.finding import Found

_LONGEST = 40
_QUOTATION_MARKS = '"“”„‟«» '  # alone they ask for nothing


def way_words() -> tuple[tuple[str, str], ...]:
    """Name the ways of looking through the journal."""
    return (
        ("list", QCoreApplication.translate("JournalPage", "List")),
        ("calendar", QCoreApplication.translate("JournalPage", "Calendar")),
        ("timeline", QCoreApplication.translate("JournalPage", "Timeline")),
        ("themes", QCoreApplication.translate("JournalPage", "Themes")),
    )


def count_words(found: Found, words: str, where: str = "") -> str:
    """Say how many of the reflections are in the list, where they lie, and in what order."""
    words = shown(words)
    if not (words or where) and found.total == found.in_journal:
        return _count_of_all(found.total)
    if found.total == 0:
        text = QCoreApplication.translate("JournalPage", "None of {all} reflections{where}")
    elif not words:
        text = QCoreApplication.translate(
            "JournalPage", "{count} of {all} reflections{where}, newest first"
        )
    elif found.total == 1:
        text = QCoreApplication.translate(
            "JournalPage", "1 of {all} reflections{where} holds “{words}”"
        )
    else:
        text = QCoreApplication.translate(
            "JournalPage", "{count} of {all} reflections{where} hold “{words}”, newest first"
        )
    return text.format(
        count=f"{found.total:,}",
        all=f"{found.in_journal:,}",
        words=words,
        where=where and f" {where}",
    )


def nothing_found_words(words: str, where: str = "") -> str:
    """Say that a search found nothing."""
    where = where and f" {where}"
    if shown(words):
        text = QCoreApplication.translate("JournalPage", "No reflection{where} holds “{words}”.")
    elif where:
        text = QCoreApplication.translate("JournalPage", "No reflection{where}.")
    else:
        text = QCoreApplication.translate("JournalPage", "No reflection fits these filters.")
    return text.format(words=shown(words), where=where)


def nothing_found_help(words: str, where: str = "") -> str:
    """Say what would find more."""
    if where:
        return QCoreApplication.translate("JournalPage", "There may be some at another time.")
    if not shown(words):
        return QCoreApplication.translate("JournalPage", "With a filter less there may be some.")
    return QCoreApplication.translate(
        "JournalPage", "Fewer words, or only the beginning of one, find more."
    )


def search_about(words: str, filters: tuple[str, ...]) -> str:
    """Say what is searched for: the words, and what the filters leave."""
    quoted = (f"“{shown(words)}”",) if shown(words) else ()
    every = QCoreApplication.translate("JournalPage", "Everything")
    return " · ".join((*quoted, *filters)) or every


def shown(words: str) -> str:
    """Give what was typed as far as it fits into a sentence."""
    words = " ".join(words.split())
    if not words.strip(_QUOTATION_MARKS):
        return ""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _count_of_all(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("JournalPage", "1 reflection")
    text = QCoreApplication.translate("JournalPage", "{count} reflections, newest first")
    return text.format(count=f"{count:,}")
