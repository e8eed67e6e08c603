"""One paragraph's words, whatever runs they are split into, and words put in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from app.word_forms.making import Words, made, namespace_of, set_text
from app.word_xml import Element, child, name_of

# What holds runs within a paragraph; everything else in it is no running text of the form.
_HOLDERS = {
    "w:hyperlink",
    "w:ins",
    "w:moveTo",
    "w:smartTag",
    "w:customXml",
    "w:sdt",
    "w:sdtContent",
    "w:fldSimple",
    "w:dir",
    "w:bdo",
}
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:sym": "•"}
_PICTURES = {"w:drawing", "w:pict", "w:object", "mc:AlternateContent"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One element that gives characters of a line, and where they stand in it."""

    element: Element
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one paragraph. After words were put into it, it is to be read anew."""

    paragraph: Element
    pieces: tuple[Piece, ...]
    text: str

    @classmethod
    def of(cls, paragraph: Element) -> Line:
        """Read a paragraph; what text boxes in it hold are lines of their own."""
        pieces, texts, place = [], [], 0
        for element, text in _characters(paragraph):
            pieces.append(Piece(element, place, place + len(text)))
            texts.append(text)
            place += len(text)
        return cls(paragraph, tuple(pieces), "".join(texts))

    def put(self, start: int, end: int, words: Words) -> None:
        """Put words in the place of these characters; each line but the first on a new one."""
        touched = [each for each in self.pieces if each.end > start and each.start < end]
        for piece in reversed(touched):
            text = self.text[piece.start : piece.end]
            before = text[: max(start - piece.start, 0)]
            after = text[max(end - piece.start, 0) :] if piece.end > end else ""
            if name_of(piece.element) != "w:t":
                _replace_sign(piece.element, words if piece is touched[0] else ())
            elif piece is touched[0]:
                set_text(piece.element, _joined(before, words, after))
            else:
                set_text(piece.element, (after,))

    def append(self, words: Words) -> None:
        """Put words behind the last ones, in their look."""
        run = made(self.paragraph, "w:r")
        before = self._last_run()
        properties = child(before, "w:rPr")
        if properties is not None:
            run.append(deepcopy(properties))
        text = made(run, "w:t")
        run.append(text)
        if before is not None and before.getparent() is self.paragraph:
            before.addnext(run)
        else:
            self.paragraph.append(run)
        set_text(text, words)

    def _last_run(self) -> Element | None:
        runs = [each.element.getparent() for each in self.pieces]
        return runs[-1] if runs else None


def _joined(before: str, words: Words, after: str) -> Words:
    lines = list(words) or [""]
    lines[0] = before + lines[0]
    lines[-1] += after
    return tuple(lines)


def _replace_sign(element: Element, words: Words) -> None:
    if words:
        text = made(element, "w:t")
        element.addprevious(text)
        set_text(text, words)
    element.getparent().remove(element)


def _characters(paragraph: Element) -> Iterator[tuple[Element, str]]:
    for element in paragraph:
        name = name_of(element)
        if name == "w:r":
            yield from _of_run(element)
        elif name in _HOLDERS:
            yield from _characters(element)


def _of_run(run: Element) -> Iterator[tuple[Element, str]]:
    for element in run:
        name = name_of(element)
        if name == "w:t":
            yield element, element.text or ""
        elif name in _SIGNS:
            yield element, _SIGNS[name]


def lines_in(element: Element) -> Iterator[Line]:
    """Give every paragraph in an element, in reading order, also those in text boxes."""
    for each in element.iter(f"{{{namespace_of(element)}}}p"):
        yield Line.of(each)


def text_in(element: Element) -> str:
    """Give all words in an element, a paragraph on each line."""
    return "\n".join(line.text for line in lines_in(element))


def has_picture(element: Element) -> bool:
    """Say whether something is drawn in an element."""
    return any(name_of(each) in _PICTURES for each in element.iter())


def put_words(line: Line, start: int, end: int, words: Sequence[str]) -> None:
    """Put words in the place of these characters; where they are all of a line, as paragraphs."""
    if len(words) > 1 and line.text.strip() == line.text[start:end].strip():
        put_paragraphs(line.paragraph, words)
    else:
        line.put(start, end, words)


def put_paragraphs(paragraph: Element, words: Sequence[str]) -> None:
    """Put words in the place of all words of a paragraph: each line is a paragraph like it."""
    line = Line.of(paragraph)
    first, *others = words
    if line.text:
        line.put(0, len(line.text), (first,))
    else:
        _fill_empty(paragraph, first)
    for each in reversed(others):
        paragraph.addnext(_like(paragraph, each))


def _fill_empty(paragraph: Element, words: str) -> None:
    """Write into a paragraph without words; an old form field in it goes, as it would hide them."""
    for each in list(paragraph):
        if name_of(each) == "w:r" and not has_picture(each):
            paragraph.remove(each)
    paragraph.append(_run(paragraph, words))


def _like(paragraph: Element, words: str) -> Element:
    fresh = made(paragraph, "w:p")
    properties = child(paragraph, "w:pPr")
    if properties is not None:
        fresh.append(deepcopy(properties))
        section = child(fresh, "w:pPr", "w:sectPr")
        if section is not None:
            section.getparent().remove(section)
    fresh.append(_run(paragraph, words))
    return fresh


def _run(paragraph: Element, words: str) -> Element:
    run = made(paragraph, "w:r")
    look = _look_of(paragraph)
    if look is not None:
        run.append(deepcopy(look))
    text = made(paragraph, "w:t")
    run.append(text)
    set_text(text, (words,))
    return run


def _look_of(paragraph: Element) -> Element | None:
    for each in paragraph.iter():
        if name_of(each) == "w:r" and child(each, "w:t") is not None:
            return child(each, "w:rPr")
    mark = child(paragraph, "w:pPr", "w:rPr")
    return _without_change_marks(mark) if mark is not None else None


def _without_change_marks(mark: Element) -> Element:
    """The look of a paragraph's end may say that the end was inserted, which no run may."""
    look = deepcopy(mark)
    for each in list(look):
        if name_of(each) in {"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange"}:
            look.remove(each)
    return look
