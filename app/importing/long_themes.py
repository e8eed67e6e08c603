"""Keeps as words the themes of an entry that are too long for a theme, and tells of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from app.domain.incoming import Incoming, IncomingEntry, IncomingPart, ReadAs
from app.importing.limits import LONGEST_THEME
from app.importing.plain_words import as_typed

_TOLD = f"A theme of more than {LONGEST_THEME} characters is kept among the words of its entry."


def with_long_themes_as_words(incoming: Incoming) -> Incoming:
    """Give what was read with no theme that is longer than a theme can be."""
    entries = tuple(map(_entry, incoming.entries))
    pairs = zip(entries, incoming.entries, strict=True)
    told = tuple(ReadAs(entry.place, _TOLD) for entry, before in pairs if entry is not before)
    return replace(incoming, entries=entries, read_as=(*incoming.read_as, *told))


def _entry(entry: IncomingEntry) -> IncomingEntry:
    themes = tuple(each for each in entry.themes if len(each) <= LONGEST_THEME)
    if themes == entry.themes:
        return entry
    long = (each for each in entry.themes if len(each) > LONGEST_THEME)
    words = IncomingPart("\n\n".join(f"Theme: {as_typed(each)}" for each in long))
    # Where no heading stands over it, for it would be a question that no form asks.
    place = sum(1 for _ in takewhile(lambda part: not part.heading, entry.parts))
    parts = (*entry.parts[:place], words, *entry.parts[place:])
    return replace(entry, themes=themes, parts=parts)
