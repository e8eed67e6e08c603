"""The words of one row of the list of actions, broken to the columns that its width gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from app.domain.placed_action import PlacedAction, carried_words, source_words, when_words
from app.ui.look import Look
from app.ui.models.action_list import one_line

LEFT, GAP, RIGHT = 14, 16, 12
_WHO, _WHEN, _SOURCE, _LEAST_WHAT = 18, 22, 32, 36  # characters
_MOST_LINES = 3
_LONGEST = 600  # characters; the card under the list shows all of it


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column begins and how wide it is; a narrow list has one only."""

    what: tuple[float, float]
    who: tuple[float, float]
    when: tuple[float, float]
    source: tuple[float, float]
    is_narrow: bool


def columns_of(look: Look, width: int) -> Columns:
    """Share a width among the columns."""
    character = look.theme.character_px("small")
    left = LEFT + look.theme.icon_px("m") + GAP
    who, when, source = (round(count * character) for count in (_WHO, _WHEN, _SOURCE))
    what = width - left - RIGHT - who - when - source - 3 * GAP
    if what < _LEAST_WHAT * character:
        whole = (float(left), float(max(1, width - left - RIGHT)))
        return Columns(whole, whole, whole, whole, is_narrow=True)
    who_at = left + what + GAP
    when_at = who_at + who + GAP
    source_at = when_at + when + GAP
    return Columns(
        (left, what), (who_at, who), (when_at, when), (source_at, source), is_narrow=False
    )


@dataclass(frozen=True, slots=True)
class ActionLines:
    """The lines of each part of a row; in a narrow list everything but what stands in more."""

    what: tuple[str, ...]
    who: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def most(self) -> int:
        """The lines of the longest column."""
        return max(map(len, (self.what, self.who, self.when, self.source)))


def lines_of(
    placed: PlacedAction,
    today: date,
    columns: Columns,
    metrics: tuple[QFontMetricsF, ...],
) -> ActionLines:
    """Break the words of an action to its columns; metrics are those of what, the rest, and when.

    In a narrow list the day comes first, for it is what one looks for.
    """
    large, small, strong = metrics
    action = placed.action
    what = broken(one_line(action.what)[:_LONGEST], large, columns.what[1])
    who, when = one_line(action.who)[:_LONGEST], when_words(action, today)
    source = source_words(placed, today)[:_LONGEST]
    carried = carried_words(action.carried) if action.is_open else ""
    if columns.is_narrow:
        more = " · ".join(part for part in (when, who, carried, source) if part)
        return ActionLines(what, more=broken(more, strong, columns.what[1]))
    return ActionLines(
        what,
        broken(who, small, columns.who[1]),
        (*broken(when, strong, columns.when[1]), *broken(carried, strong, columns.when[1])),
        broken(source, small, columns.source[1]),
    )


def broken(text: str, metrics: QFontMetricsF, width: float) -> tuple[str, ...]:
    """Break a text into a few lines at most, the last shortened if even so it does not fit."""
    if metrics.horizontalAdvance(text) <= width:
        return (text,) if text else ()
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < _MOST_LINES - 1:
        taken = 1
        while taken < len(words) and _fits(words[: taken + 1], metrics, width):
            taken += 1
        lines.append(" ".join(words[:taken]))
        words = words[taken:]
    if words:
        lines.append(" ".join(words))
    mode = Qt.TextElideMode.ElideRight
    return tuple(metrics.elidedText(line, mode, max(1.0, width)) for line in lines)


def _fits(words: list[str], metrics: QFontMetricsF, width: float) -> bool:
    return metrics.horizontalAdvance(" ".join(words)) <= width
