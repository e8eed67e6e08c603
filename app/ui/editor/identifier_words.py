"""What the panel says around a possible identifier: where it stands, and how many there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QCoreApplication

from app.domain.short_words import shortened
from app.ui.editor.identifier_tally import Place

_AROUND = 60  # characters on both sides
_MOST_ASKED = 60  # characters of a question


def position_words(at: Place, places: Sequence[Place], *, is_whole: bool) -> str:
    """Say “2 of 5”; while the reflection is still being gone through, how many so far."""
    here = bisect_left(places, at.order, key=attrgetter("order")) + 1
    words = QCoreApplication.translate("IdentifierWords", "{place} of {count}")
    if not is_whole:
        words = QCoreApplication.translate("IdentifierWords", "{place} of {count} so far")
    return words.format(place=f"{here:,}", count=f"{max(len(places), here):,}")


def where_words(at: Place, *, is_covered: bool) -> str:
    """Say to which question it stands; where the text is covered, show the words around it."""
    prompt = at.text.prompt
    if prompt is None:
        return QCoreApplication.translate("IdentifierWords", "In the title")
    where = QCoreApplication.translate("IdentifierWords", "In “{question}”")
    where = where.format(question=shortened(prompt.text, _MOST_ASKED))
    return f"{where}:\n{_excerpt(at)}" if is_covered else where


def count_words(count: int) -> str:
    """Say how many there are in the reflection, and that nothing happens by itself."""
    words = QCoreApplication.translate(
        "IdentifierWords", "{count} in this reflection. Nothing is changed until you say so."
    )
    return words.format(count=f"{count:,}")


def nothing_words(*, is_whole: bool) -> str:
    """Say that there is none, and what that does not mean."""
    if not is_whole:
        return QCoreApplication.translate("IdentifierWords", "Looking…")
    return QCoreApplication.translate(
        "IdentifierWords",
        "Nothing is pointed out here. It can miss some, and only you know who might recognise the "
        "story.",
    )


def off_words(*, is_general: bool) -> str:
    """Say that they are not pointed out, and that paper is looked at all the same."""
    if is_general:
        return QCoreApplication.translate(
            "IdentifierWords",
            "Pointing out is switched off in the settings, under Writing. What you print or save "
            "is looked at all the same.",
        )
    return QCoreApplication.translate(
        "IdentifierWords",
        "Nothing is pointed out while you write this reflection. What you print or save is looked "
        "at all the same.",
    )


def _excerpt(at: Place) -> str:
    before = at.text.text[at.paragraph_start : at.start]
    after = at.text.text[at.end : at.paragraph_end]
    left, right = before[-_AROUND:], after[:_AROUND]
    if len(before) > _AROUND:
        left = f"…{left.partition(' ')[2]}"
    if len(after) > _AROUND:
        right = f"{right.rpartition(' ')[0]}…"
    return f"{left}{at.words}{right}"
