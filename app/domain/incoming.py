"""What is read from elsewhere, before a journal takes it: entries, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class SourceKind(Enum):
    """What kind of thing is brought in; the value is what the command line calls it."""

    TEXT = "text"
    MARKDOWN = "markdown"
    WORD = "word"
    CSV = "csv"
    JRNL = "jrnl"
    REDNOTEBOOK = "rednotebook"
    DAY_ONE = "dayone"


@dataclass(frozen=True, slots=True)
class IncomingPart:
    """Some words of an entry, in our Markdown, under a heading or under none.

    The text may hold headings of its own below this one.
    """

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class IncomingEntry:
    """One entry as it will become one reflection.

    The place says where it stood, for a person: "2019-03.txt, day 4". The day is the calendar day
    that the entry is about; the moment of writing is aware, and None where the source tells none.
    A title that is only the file's name says nothing of what was written.
    """

    place: str
    parts: tuple[IncomingPart, ...]
    title: str = ""
    day: date | None = None
    written_at: datetime | None = None
    themes: tuple[str, ...] = ()
    is_called_after_file: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the source that is not brought in, and why: one clear sentence."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How something of the source was read that could have meant something else: one sentence."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that was read from one file or folder; the name is its own, without the way to it."""

    kind: SourceKind
    name: str
    entries: tuple[IncomingEntry, ...]
    left_out: tuple[LeftOut, ...] = ()
    read_as: tuple[ReadAs, ...] = ()


def word_count(entry: IncomingEntry) -> int:
    """Count the words of an entry: of its title, its headings and its texts."""
    texts = (entry.title, *(f"{part.heading} {part.text}" for part in entry.parts))
    return sum(len(text.split()) for text in texts)
