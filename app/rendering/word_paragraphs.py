"""Paragraphs and runs of a Word document, tick boxes and fields among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.rendering.prose_tree import Emphasis, Inline, LineBreak, Strong, Text
from app.rendering.tick_boxes import TICK_BOXES
from app.rendering.word_elements import Element, element, later_element, text_element
from app.summary.document import Tick

_BREAKS = re.compile(r"([\n\t])")
_BOX_FONT = "Segoe UI Symbol"
_CODES = {Tick.TICKED: "2611", Tick.OPEN: "2610"}


def paragraph(
    style: str,
    *runs: Element,
    marks: Iterable[Element | None] = (),
    from_right: bool = False,
) -> Element:
    """Make a paragraph; marks are further properties, in the order that Word asks for."""
    before, after = _sorted(marks)
    direction = element("bidi") if from_right else None
    layout = element("pPr", element("pStyle", val=style), *before, direction, *after)
    return element("p", layout, *runs)


def _sorted(marks: Iterable[Element | None]) -> tuple[list[Element], list[Element]]:
    """Part the properties that stand before the direction from those after it."""
    there = [mark for mark in marks if mark is not None]
    late = [mark for mark in there if mark.tag.endswith(("}ind", "}jc"))]
    return [mark for mark in there if mark not in late], late


def run(
    text: str, *, is_strong: bool = False, is_slanted: bool = False, from_right: bool = False
) -> Element:
    """Make a run of letters; its line breaks and tabs stay."""
    pieces = [piece for piece in _BREAKS.split(text) if piece]
    return element("r", _letters(is_strong, is_slanted, from_right), *map(_piece, pieces))


def _letters(is_strong: bool, is_slanted: bool, from_right: bool) -> Element | None:  # noqa: FBT001
    both = is_strong and is_slanted
    style = "Strong" if is_strong else "Emphasis"
    marks = [
        element("rStyle", val=style) if is_strong or is_slanted else None,
        *((element("i"), element("iCs")) if both else ()),
        element("rtl") if from_right else None,
    ]
    return element("rPr", *marks) if any(mark is not None for mark in marks) else None


def _piece(piece: str) -> Element:
    if piece == "\n":
        return element("br")
    return element("tab") if piece == "\t" else text_element(piece)


def inline_runs(
    inlines: Iterable[Inline],
    *,
    is_strong: bool = False,
    is_slanted: bool = False,
    from_right: bool = False,
) -> Iterator[Element]:
    """Make the runs of a person's paragraph."""
    for inline in inlines:
        match inline:
            case Text():
                yield run(
                    inline.text,
                    is_strong=is_strong,
                    is_slanted=is_slanted,
                    from_right=from_right,
                )
            case LineBreak():
                yield element("r", element("br"))
            case Emphasis() | Strong():
                yield from inline_runs(
                    inline.inlines,
                    is_strong=is_strong or isinstance(inline, Strong),
                    is_slanted=is_slanted or isinstance(inline, Emphasis),
                    from_right=from_right,
                )


def tick_box(tick: Tick) -> Element:
    """Make a box that can be ticked with the mouse or the space bar."""
    state = later_element(
        "checkbox",
        later_element("checked", val=1 if tick is Tick.TICKED else 0),
        later_element("checkedState", val=_CODES[Tick.TICKED], font=_BOX_FONT),
        later_element("uncheckedState", val=_CODES[Tick.OPEN], font=_BOX_FONT),
    )
    fonts = element("rFonts", ascii=_BOX_FONT, hAnsi=_BOX_FONT, eastAsia=_BOX_FONT, cs=_BOX_FONT)
    letter = element("r", element("rPr", fonts), text_element(TICK_BOXES[tick]))
    return element("sdt", element("sdtPr", state), element("sdtContent", letter))


def shaded(text: str, fill: str) -> Element:
    """Make a run on a coloured ground."""
    made = run(text)
    made.insert(0, element("rPr", element("shd", val="clear", color="auto", fill=fill)))
    return made


def bookmarked(runs: Iterable[Element], name: str, number: int) -> list[Element]:
    """Give the runs between the marks of a place that links lead to."""
    end = element("bookmarkEnd", id=number)
    return [element("bookmarkStart", id=number, name=name), *runs, end]


def link_to(name: str, *runs: Element) -> Element:
    """Make a link to a place in the same document."""
    return element("hyperlink", *runs, anchor=name, history=1)


def field(code: str, shown: str) -> Element:
    """Make a run that the word processor fills in, as the number of the page."""
    return element("fldSimple", element("r", text_element(shown)), instr=f" {code} ")
