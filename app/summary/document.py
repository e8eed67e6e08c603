"""A document: the view-model that every output format places, with its words finished.

The same value becomes the page preview, the PDF, the printed page, HTML and Markdown, so all of
them say the same. Text that a person wrote is Markdown, marked as such by the type that holds it;
every other string is plain text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class PrintSize(Enum):
    """How large the paper's text is, in points of the body text."""

    NORMAL = 10.5
    LARGE = 16.0


@dataclass(frozen=True, slots=True)
class Prose:
    """A person's own writing in Markdown, with the plain words that introduce it, if any.

    From fields is what was put together of single entries: days in it were chosen, not told.
    """

    markdown: str
    lead: str = ""
    is_from_fields: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A plain sentence of the program's own, set small."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """Plain-text items, each with an optional lead in semibold."""

    items: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of a list: its writing in Markdown, and its lead in plain words."""

    markdown: str
    lead: str = ""


class Tick(Enum):
    """A cell that holds a box to tick on paper, ticked or open."""

    TICKED = "ticked"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; cells are plain text or a tick box; an empty row is for handwriting.

    Shares give each column's part of the width; they need not add up to one.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str | Tick, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """One line to sign and date on for each label."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarRow:
    """A label, and a count for each column."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts drawn as bars on one scale, in a table that says every number too.

    The first heading is that of the labels, each further one that of a column of counts.
    """

    headings: tuple[str, ...]
    rows: tuple[BarRow, ...]

    @property
    def most(self) -> int:
        """The greatest count, which has the longest bar; at least 1."""
        return max((count for row in self.rows for count in row.counts), default=0) or 1


@dataclass(frozen=True, slots=True)
class Contents:
    """What follows it, by heading; on paper with the pages. It ends the page that it stands on.

    The entries are those of app/summary/contents.py, so that they say what the headings say.
    """

    entries: tuple[str, ...] = ()


Block = Prose | Note | Bullets | Table | Signatures | Bars | Contents


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """A heading, what stands muted beside it, and its blocks.

    Holds names what it is in the code's own words ("actions", "reflection"), for an output that
    places sections one by one; most take them in order. Of names the reflection that the section
    is made of, if it is one: its heading is then that reflection's title.
    """

    heading: str
    blocks: tuple[Block, ...]
    aside: str = ""
    holds: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything on the page, in order. Language is a BCP 47 tag.

    In black and white, lines that are grey otherwise are black. Of names the reflection that the
    whole paper is made of, if it is one; the chosen names are those that the person put on it
    herself, such as her supervisor's.
    """

    title: str
    subtitle: str
    sections: tuple[DocumentSection, ...]
    footer: str
    language: str = "en-GB"
    print_size: PrintSize = PrintSize.NORMAL
    is_black_and_white: bool = False
    of: str = ""
    chosen_names: tuple[str, ...] = ()
