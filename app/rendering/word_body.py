"""Everything on the pages of a Word document, placed in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.rendering.markdown_blocks import prose_blocks
from app.rendering.plain_text import clean_line
from app.rendering.prose_tree import BulletList, NumberedList, Paragraph, ProseBlock, Quote
from app.rendering.reading_direction import inlines_read_from_right, reads_from_right
from app.rendering.word_elements import Element, element
from app.rendering.word_lists import BULLETS, INDENT, WordLists, item_mark, shown_level
from app.rendering.word_paragraphs import bookmarked, inline_runs, link_to, paragraph, run
from app.rendering.word_styles import letter_width
from app.rendering.word_tables import TEXT_WIDTH, bars_of, table_of
from app.summary.document import (
    Bars,
    Bullet,
    Bullets,
    Contents,
    Document,
    DocumentSection,
    Note,
    PrintSize,
    Prose,
    Signatures,
    Table,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: how deep in lists, in a quotation or not, and the item it begins."""

    depth: int = 0
    numbering: int = 0  # of the item whose first paragraph this is
    is_quoted: bool = False

    def properties(self) -> tuple[Element | None, ...]:
        """Give what the place asks of a paragraph."""
        if self.numbering:
            return (item_mark(self.numbering, self.depth - 1),)
        depth = shown_level(self.depth) + (1 if self.is_quoted else 0)
        return (element("ind", left=INDENT * depth),) if depth else ()


@dataclass(slots=True)
class WordBody:
    """Makes the paragraphs and tables, and counts the lists on the way."""

    print_size: PrintSize = PrintSize.NORMAL
    lists: WordLists = field(default_factory=WordLists)
    has_links: bool = False  # contents came before, and lead to what comes now

    def parts(self, document: Document) -> Iterator[Element]:
        """Give everything on the pages."""
        yield _line("Title", document.title)
        if clean_line(document.subtitle):
            yield _line("Subtitle", document.subtitle)
        begins_page = False
        for place, section in enumerate(document.sections):
            yield from self._section(section, place, begins_page=begins_page)
            begins_page = any(isinstance(block, Contents) for block in section.blocks)
            self.has_links = self.has_links or begins_page

    def _section(
        self, section: DocumentSection, place: int, *, begins_page: bool
    ) -> Iterator[Element]:
        heading, aside = clean_line(section.heading), clean_line(section.aside)
        from_right = reads_from_right(heading)
        runs = [run(heading, from_right=from_right)]
        if aside:
            runs.append(_thin(f" · {aside}"))
        marks = (element("pageBreakBefore"),) if begins_page else ()
        if self.has_links:
            runs = bookmarked(runs, _bookmark(place), place)
        yield paragraph("Heading1", *runs, marks=marks, from_right=from_right)
        for number, block in enumerate(section.blocks):
            if number and isinstance(block, Table | Bars):
                yield paragraph("TableGap", marks=(element("keepNext"),))
            if isinstance(block, Contents):
                yield from _contents(block, place + 1)
            else:
                yield from self._block(block, heading)

    def _block(
        self, block: Prose | Note | Bullets | Table | Signatures | Bars, heading: str
    ) -> Iterator[Element]:
        match block:
            case Prose():
                yield from self._led(block, _Place())
            case Note():
                yield _line("Note", block.text)
            case Bullets():
                for item in block.items:
                    yield from self._led(item, _Place(1, BULLETS))
            case Table():
                yield table_of(block, heading, letter_width(self.print_size))
                # Two tables without a paragraph between them become one in Word.
                yield paragraph("TableGap")
            case Bars():
                yield bars_of(block, heading)
                yield paragraph("TableGap")
            case Signatures():
                yield from (_signature(label) for label in block.labels)

    def _led(self, block: Prose | Bullet, place: _Place) -> Iterator[Element]:
        blocks = list(prose_blocks(block.markdown))
        lead = clean_line(block.lead)
        if not lead:
            yield from self._blocks(blocks or _nothing(place), place)
            return
        first = blocks[0] if blocks else None
        if isinstance(first, Paragraph) and not first.is_heading:
            yield _led_paragraph(lead, first, place)
            yield from self._blocks(blocks[1:], _Place(place.depth))
        else:
            style = "ListBullet" if place.numbering else "Lead"
            marks = (element("keepNext"), *place.properties())
            yield paragraph(style, run(lead, is_strong=True), marks=marks)
            yield from self._blocks(blocks, _Place(place.depth))

    def _blocks(self, blocks: Iterable[ProseBlock], place: _Place) -> Iterator[Element]:
        for block in blocks:
            yield from self._prose(block, place)
            # Only the first paragraph of an item carries its mark.
            place = _Place(place.depth, is_quoted=place.is_quoted)

    def _prose(self, block: ProseBlock, place: _Place) -> Iterator[Element]:
        match block:
            case Paragraph():
                yield _paragraph(block, place)
            case BulletList():
                yield from self._items(block.items, place, BULLETS)
            case NumberedList():
                numbering = self.lists.numbered_from(block.first_number, place.depth)
                yield from self._items(block.items, place, numbering)
            case Quote():
                inside = _Place(place.depth, place.numbering, is_quoted=True)
                yield from self._blocks(block.blocks, inside)

    def _items(
        self, items: Iterable[tuple[ProseBlock, ...]], place: _Place, numbering: int
    ) -> Iterator[Element]:
        for item in items:
            inside = _Place(place.depth + 1, numbering, place.is_quoted)
            yield from self._blocks(item or _nothing(inside), inside)


def _bookmark(place: int) -> str:
    return f"section{place}"


def _contents(contents: Contents, first: int) -> Iterator[Element]:
    """Make a link to each section; Word itself would ask before it filled in pages."""
    for place, entry in enumerate(contents.entries, first):
        yield paragraph("Normal", link_to(_bookmark(place), run(clean_line(entry))))


def _nothing(place: _Place) -> list[ProseBlock]:
    """Give an empty paragraph for an item without words, so that its mark stands."""
    return [Paragraph(())] if place.numbering else []


def _paragraph(block: Paragraph, place: _Place) -> Element:
    from_right = inlines_read_from_right(block.inlines)
    runs = inline_runs(block.inlines, from_right=from_right)
    return paragraph(_style(block, place), *runs, marks=place.properties(), from_right=from_right)


def _style(block: Paragraph, place: _Place) -> str:
    if place.numbering:
        return "ListBullet" if place.numbering == BULLETS else "ListNumber"
    if place.is_quoted:
        return "Quote"
    if block.is_heading:
        return "OwnHeading"
    return "ListContinue" if place.depth else "Normal"


def _led_paragraph(lead: str, first: Paragraph, place: _Place) -> Element:
    style = "ListBullet" if place.numbering else "Normal"
    runs = (run(f"{lead} ", is_strong=True), *inline_runs(first.inlines))
    return paragraph(style, *runs, marks=place.properties())


def _line(style: str, text: str) -> Element:
    words = clean_line(text)
    from_right = reads_from_right(words)
    runs = (run(words, from_right=from_right),) if words else ()
    return paragraph(style, *runs, from_right=from_right)


def _thin(text: str) -> Element:
    made = run(text)
    made.insert(0, element("rPr", element("b", val=0), element("bCs", val=0)))
    return made


def _signature(label: str) -> Element:
    """Make a line to sign on and one for the date; the lines are tabs, so typing moves nothing."""
    stops = element(
        "tabs",
        element("tab", val="left", leader="underscore", pos=round(TEXT_WIDTH * 0.72)),
        element("tab", val="left", pos=round(TEXT_WIDTH * 0.75)),
        element("tab", val="right", leader="underscore", pos=TEXT_WIDTH),
    )
    return paragraph(
        "Signature",
        run(f"{clean_line(label)} \t\tDate \t"),
        marks=(element("keepNext"), element("keepLines"), stops),
    )
