"""Reads plain text and Markdown, one entry for every file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath

from app.domain.incoming import IncomingEntry, IncomingPart
from app.domain.written_days import day_of
from app.importing.characters import one_line
from app.importing.front_matter import front_matter_of
from app.importing.headed_parts import LONGEST_TITLE, headed
from app.importing.plain_words import as_typed
from app.importing.told_moments import Told, day_in_name, told_moment

# Bounded, so that brackets without an end cost no more than their length.
_PICTURE = re.compile(r"!\[\[[^\]\n]{1,300}\]\]|!\[[^\]\n]{0,300}\](?=[(\[])")


@dataclass(frozen=True, slots=True)
class Note:
    """An entry, and the words that its day was read from."""

    entry: IncomingEntry
    day_words: str = ""


def plain_note(text: str, place: str) -> Note | None:
    """Give a plain text as an entry; nothing if there are no words in it."""
    if not text.strip():
        return None
    name = PurePath(place).stem
    day, title = day_in_name(name)
    first = text.strip().split("\n", 1)[0].strip()
    told = Told(day) if day else told_moment(first)
    entry = IncomingEntry(
        place,
        (IncomingPart(as_typed(text.strip("\n").rstrip())),),
        title=one_line(title)[:LONGEST_TITLE],
        day=told.day if told else None,
        written_at=told.at if told else None,
        is_called_after_file=True,
    )
    return Note(entry, name if day else first)


def markdown_note(text: str, place: str) -> Note | None:
    """Give a Markdown text as an entry, divided at its headings; nothing if it has no words."""
    front = front_matter_of(text)
    words = headed(front.text)
    parts = words.parts
    name = PurePath(place).stem
    title, day_by_name = front.title or words.title, day_in_name(name)
    if front.title and words.title not in ("", front.title):
        parts = _with_text_first(f"# {words.title}", parts)
    if front.others:
        parts = _with_text_first("\n".join(front.others), parts)
    if not parts and not title:
        return None
    told = front.told or (Told(day_by_name[0]) if day_by_name[0] else _told_in(title))
    entry = IncomingEntry(
        place,
        parts,
        title=title or one_line(day_by_name[1])[:LONGEST_TITLE],
        day=told.day if told else None,
        written_at=told.at if told else None,
        themes=tuple(dict.fromkeys(front.themes)),
        is_called_after_file=not title,
    )
    return Note(entry, front.told_in or (name if day_by_name[0] else title))


def pictures_in(text: str) -> int:
    """Count the pictures that a Markdown text shows."""
    return sum(1 for _ in _PICTURE.finditer(text))


def _told_in(title: str) -> Told | None:
    day = day_of(title)
    return Told(day) if day else None


def _with_text_first(text: str, parts: tuple[IncomingPart, ...]) -> tuple[IncomingPart, ...]:
    if parts and not parts[0].heading:
        both = f"{text}\n\n{parts[0].text}" if parts[0].text else text
        return (replace(parts[0], text=both), *parts[1:])
    return (IncomingPart(text), *parts)
