"""Reads the words of one Word paragraph, whatever they stand in: runs, fields, links, controls."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from app.importing.marked_words import Piece
from app.importing.word_left_out import Omissions, Omitted
from app.importing.word_notes import Notes
from app.importing.word_package import Relation
from app.importing.word_styles import Styles
from app.importing.word_ticks import chosen_in, sign_of
from app.word_xml import Element, attribute, child, is_on, name_of

_ADDRESS = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)*\"([^\"]*)\"", re.IGNORECASE)
_LONG_ADDRESS, _LONGEST_ADDRESS = 200, 2_000
_WITHOUT_WORDS = frozenset(
    {"w:rPr", "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:instrText", "w:delInstrText", "w:delText"}
)
_DELETED_TEXT = ("w:delText", "w:t")


@dataclass(slots=True)
class _Field:
    """A field that has begun: what it is told to do, until its result is shown."""

    instruction: list[str] = field(default_factory=list)
    result_at: int | None = None  # how many pieces its paragraph had before


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's words, and the text boxes that are fastened to it."""

    pieces: tuple[Piece, ...]
    boxes: tuple[Element, ...]


@dataclass(slots=True)
class LineReader:
    """Reads paragraph after paragraph of one part; a field may go through several."""

    styles: Styles
    notes: Notes
    omissions: Omissions
    relations: Mapping[str, Relation]
    _pieces: list[Piece] = field(default_factory=list)
    _boxes: list[Element] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)
    _is_bold: bool = False
    _is_italic: bool = False

    def read(self, paragraph: Element) -> Line:
        """Read a paragraph."""
        self._pieces, self._boxes = [], []
        for each in self._fields[-1:]:  # its result goes on in this paragraph
            each.result_at = None if each.result_at is None else 0
        self._inside(paragraph)
        return Line(tuple(self._pieces), tuple(self._boxes))

    def _inside(self, element: Element) -> None:
        for each in element:
            name = name_of(each)
            if name in self._READERS:
                self._READERS[name](self, each)
            elif name and name not in _WITHOUT_WORDS:
                self._inside(each)

    def add(self, text: str) -> None:
        """Add characters that look as the run does."""
        self._pieces.append(Piece(text, self._is_bold, self._is_italic))

    def _add_text(self, element: Element) -> None:
        if element.text:
            self.add(element.text.replace("\n", " "))

    def _run(self, run: Element) -> None:
        self._is_bold, self._is_italic = self.styles.look_of(run)
        self._inside(run)
        self._is_bold = self._is_italic = False

    def _symbol(self, symbol: Element) -> None:
        self.add(sign_of(symbol))

    def _link(self, link: Element) -> None:
        start = len(self._pieces)
        self._inside(link)
        relation = self.relations.get(attribute(link, "r:id") or "")
        if relation is not None and relation.is_outside:
            self._add_address(relation.target, start)

    def _add_address(self, address: str, start: int = 0) -> None:
        """Put the address after the words that lead there, unless they are the address."""
        address = " ".join(address.removeprefix("mailto:").split())[:_LONGEST_ADDRESS]
        shown = "".join(piece.text for piece in self._pieces[start:])
        # A long one is told once, or a small file could tell it a million times.
        is_told = address in self._told or address.rstrip("/") in shown
        if address and shown.strip() and not is_told:
            self.add(f" ({address})")
            if len(address) > _LONG_ADDRESS:
                self._told.add(address)

    def _field_mark(self, mark: Element) -> None:
        match attribute(mark, "w:fldCharType"):
            case "begin":
                self._fields.append(_Field())
                self.add(chosen_in(mark))
            case "separate" if self._fields:
                self._fields[-1].result_at = len(self._pieces)
            case "end" if self._fields:
                ended = self._fields.pop()
                found = _ADDRESS.match("".join(ended.instruction))
                if found and ended.result_at is not None:
                    self._add_address(found[1], ended.result_at)

    def _instruction(self, instruction: Element) -> None:
        if self._fields and self._fields[-1].result_at is None:
            self._fields[-1].instruction.append(instruction.text or "")

    def _note(self, reference: Element) -> None:
        self.add(self.notes.mark(reference))

    def _deleted(self, deleted: Element) -> None:
        self.omissions.add(Omitted.DELETED_WORD, words_deleted(deleted))

    def _control(self, control: Element) -> None:
        if is_placeholder(control):
            self.omissions.add(Omitted.PLACEHOLDER)
        else:
            self._inside(control)

    def _one_of_several(self, alternatives: Element) -> None:
        self._inside(chosen_of(alternatives))

    def _box(self, box: Element) -> None:
        self._boxes.append(box)

    def _drawn_words(self, element: Element) -> None:
        words = attribute(element, "string")
        if words:
            self.add(f" {words} ")

    def _drawn_paragraph(self, paragraph: Element) -> None:
        self._inside(paragraph)
        self.add("\n")

    _READERS: ClassVar[dict[str, Callable[[Any, Element], None]]] = {
        "w:r": _run,
        "w:t": _add_text,
        "m:t": _add_text,
        "a:t": _add_text,
        "a:p": _drawn_paragraph,
        "v:textpath": _drawn_words,
        "w:sym": _symbol,
        "w:tab": lambda reader, _: reader.add(" "),
        "w:ptab": lambda reader, _: reader.add(" "),
        "w:br": lambda reader, _: reader.add("\n"),
        "w:cr": lambda reader, _: reader.add("\n"),
        "w:noBreakHyphen": lambda reader, _: reader.add("-"),
        "w:hyperlink": _link,
        "w:fldChar": _field_mark,
        "w:instrText": _instruction,
        "w:footnoteReference": _note,
        "w:endnoteReference": _note,
        "w:commentReference": _note,
        "w:del": _deleted,
        "w:moveFrom": _deleted,
        "w:sdt": _control,
        "mc:AlternateContent": _one_of_several,
        "w:txbxContent": _box,
        "pic:pic": lambda reader, _: reader.omissions.add(Omitted.PICTURE),
        "v:imagedata": lambda reader, _: reader.omissions.add(Omitted.PICTURE),
        "c:chart": lambda reader, _: reader.omissions.add(Omitted.OBJECT),
        "dgm:relIds": lambda reader, _: reader.omissions.add(Omitted.OBJECT),
        "w:object": lambda reader, _: reader.omissions.add(Omitted.OBJECT),
    }


def is_placeholder(control: Element) -> bool:
    """Say whether a content control still shows what asks to be replaced."""
    return bool(is_on(child(control, "w:sdtPr", "w:showingPlcHdr")))


def chosen_of(alternatives: Element) -> Element:
    """Give one of the alternatives that say the same: the newest way of saying it."""
    choice = child(alternatives, "mc:Choice")
    fallback = child(alternatives, "mc:Fallback")
    found = choice if choice is not None else fallback
    return () if found is None else found


def words_deleted(element: Element) -> int:
    """Count the words in what was deleted."""
    texts = (each.text or "" for each in element.iter() if name_of(each) in _DELETED_TEXT)
    return len("".join(texts).split())
