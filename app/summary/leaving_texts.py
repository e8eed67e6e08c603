"""Every stretch of words on a document, each with its place, read or exchanged one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from app.summary.contents import listed
from app.summary.document import (
    BarRow,
    Bars,
    Block,
    Bullet,
    Bullets,
    Contents,
    Document,
    DocumentSection,
    Note,
    Prose,
    Signatures,
    Table,
    Tick,
)

THEMES = "themes"  # what a section holds whose notes are a person's own words
PIECE = "cpd piece"  # what a section holds whose leads are a regulator's labels


class Origin(Enum):
    """Whose words they are: that decides how they are looked at."""

    PERSON = "person"  # written by her: everything that may identify somebody is looked for
    BESIDE = "beside"  # hers among the program's own days: those are not looked for
    PROGRAM = "program"  # only the names of the people key are looked for


@dataclass(frozen=True, slots=True)
class LeavingText:
    """One stretch of words that would leave; of names the reflection it is from, if one."""

    words: str
    place: str
    origin: Origin = Origin.PERSON
    is_markdown: bool = False
    of: str = ""


Exchange = Callable[[LeavingText], str]
# Of a table's columns; in those that are not named here, days are the program's own.
_OF_A_PERSON = ("What", "Piece")
_OF_THE_PROGRAM = ("What there is", "What is asked for", "Part", "What it is about", "SHA-256")
_COLUMNS = {
    **dict.fromkeys(_OF_A_PERSON, Origin.PERSON),
    **dict.fromkeys(_OF_THE_PROGRAM, Origin.PROGRAM),
}


def exchanged(document: Document, exchange: Exchange) -> Document:
    """Give the document with every stretch of words put through an exchange, in reading order."""
    title = exchange(LeavingText(document.title, "Title", of=document.of))
    subtitle = exchange(LeavingText(document.subtitle, "Under the title", Origin.BESIDE))
    sections = tuple(
        _Section(each, exchange, document.of).exchanged() for each in document.sections
    )
    footer = exchange(LeavingText(document.footer, "Foot of the page", Origin.PROGRAM))
    return replace(
        document, title=title, subtitle=subtitle, sections=listed(sections), footer=footer
    )


def texts_of(document: Document) -> tuple[LeavingText, ...]:
    """Give every stretch of words of a document, in reading order."""
    texts: list[LeavingText] = []

    def note(text: LeavingText) -> str:
        texts.append(text)
        return text.words

    exchanged(document, note)
    return tuple(texts)


@dataclass(frozen=True, slots=True)
class _Section:
    """Exchanges the words of one section."""

    section: DocumentSection
    exchange: Exchange
    document_of: str

    @property
    def of(self) -> str:
        return self.section.of or self.document_of

    def exchanged(self) -> DocumentSection:
        """Give the section with its words exchanged."""
        section = self.section
        # A reflection's title; or a form's words, and she may have written that form too.
        heading = self.exchange(LeavingText(section.heading, "Heading", of=self.of))
        aside = self._text(section.aside, Origin.PROGRAM)
        blocks = tuple(self._block(each) for each in section.blocks)
        return replace(section, heading=heading, aside=aside, blocks=blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Prose():
                origin = Origin.BESIDE if block.is_from_fields else Origin.PERSON
                words = self._text(block.markdown, origin, is_markdown=True)
                of_lead = Origin.PROGRAM if self.section.holds == PIECE else Origin.PERSON
                return replace(block, markdown=words, lead=self._text(block.lead, of_lead))
            case Note():
                return Note(self._text(block.text, self._of_labels))
            case Bullets():
                return Bullets(tuple(map(self._bullet, block.items)))
            case Table():
                rows = tuple(self._row(block.headings, row) for row in block.rows)
                return replace(block, rows=rows)
            case Bars():
                return replace(block, rows=tuple(map(self._bar_row, block.rows)))
            case Signatures() | Contents():
                return block  # contents follow the headings

    @property
    def _of_labels(self) -> Origin:
        return Origin.PERSON if self.section.holds == THEMES else Origin.PROGRAM

    def _bar_row(self, row: BarRow) -> BarRow:
        return replace(row, label=self._text(row.label, self._of_labels))

    def _bullet(self, item: Bullet) -> Bullet:
        return Bullet(self._markdown(item.markdown), self._text(item.lead))

    def _row(
        self, headings: tuple[str, ...], row: tuple[str | Tick, ...]
    ) -> tuple[str | Tick, ...]:
        origins = [_COLUMNS.get(each, Origin.BESIDE) for each in headings]
        return tuple(
            self._text(cell, origin) if isinstance(cell, str) else cell
            for cell, origin in zip(row, origins, strict=True)
        )

    def _markdown(self, words: str) -> str:
        return self._text(words, Origin.PERSON, is_markdown=True)

    def _text(
        self, words: str, origin: Origin = Origin.PERSON, *, is_markdown: bool = False
    ) -> str:
        if not words.strip():
            return words
        place = self.section.heading
        return self.exchange(LeavingText(words, place, origin, is_markdown, self.of))
