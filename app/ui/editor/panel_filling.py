"""Fills the panel with what is known about the possible identifiers of a reflection."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from app.ui.editor.identifier_tally import Place
from app.ui.editor.identifier_words import (
    count_words,
    nothing_words,
    off_words,
    position_words,
    where_words,
)
from app.ui.editor.identifiers_panel import MOST_FOLLOWING, IdentifiersPanel

if TYPE_CHECKING:
    from app.ui.editor.noticing import EditorNoticing


def fill_place(
    panel: IdentifiersPanel, noticing: EditorNoticing, at: Place, *, is_covered: bool
) -> None:
    """Show the current one, with the words around it where its text is covered."""
    panel.show_place(at, _position(noticing, at), where_words(at, is_covered=is_covered))


def fill_numbers(panel: IdentifiersPanel, noticing: EditorNoticing, at: Place | None) -> None:
    """Say how many there are and which comes next, or why there is none."""
    places, is_whole = noticing.places, noticing.tally.is_whole
    is_on = noticing.is_on_in_general and not noticing.is_off_here
    panel.show_switch(is_on=is_on, can=noticing.is_on_in_general)
    if not is_on:
        panel.say(off_words(is_general=not noticing.is_on_in_general))
    elif at is None:
        panel.say(nothing_words(is_whole=is_whole))
    else:
        panel.say(count_words(max(len(places), 1)))
    if at is None:
        panel.show_following(())
        return
    first = bisect_right(places, at.order, key=attrgetter("order"))
    panel.show_following(places[first : first + MOST_FOLLOWING])
    panel.show_position(_position(noticing, at))


def _position(noticing: EditorNoticing, at: Place) -> str:
    return position_words(at, noticing.places, is_whole=noticing.tally.is_whole)
