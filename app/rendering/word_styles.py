"""The styles of our Word documents: real ones, so that headings are headings to every reader."""

from __future__ import annotations

from dataclasses import dataclass

from app.rendering.word_elements import Element, as_xml, element
from app.summary.document import Document, PrintSize

FONT = "Calibri"
_FONT_FOR_OTHER_SCRIPTS = "Arial"
_BODY = 11.0
_IN_TABLES = 10.0
_GREY = "595959"


@dataclass(frozen=True, slots=True)
class _Style:
    """One style of paragraphs: sizes in points at the normal print size."""

    key: str
    name: str
    size: float = _BODY
    before: float = 0
    after: float = 6
    is_bold: bool = False
    is_slanted: bool = False
    keeps_with_next: bool = False
    left: int = 0  # twips
    border: str = ""  # the side with a line
    level: int | None = None  # of a heading, from 0
    list_number: int | None = None
    following: str = "Normal"


_PARAGRAPHS = (
    _Style("Normal", "Normal"),
    _Style("Title", "Title", 20, after=2, is_bold=True, keeps_with_next=True),
    _Style("Subtitle", "Subtitle", 11, after=10),
    _Style(
        "Heading1",
        "heading 1",
        13,
        before=16,
        is_bold=True,
        keeps_with_next=True,
        border="bottom",
        level=0,
    ),
    _Style("Lead", "Lead", before=4, after=3, is_bold=True, keeps_with_next=True),
    _Style("OwnHeading", "Own Heading", before=4, after=3, is_bold=True, keeps_with_next=True),
    _Style("Note", "Note", 10, before=4),
    _Style("ListBullet", "List Bullet", after=3, list_number=1, following="ListBullet"),
    _Style("ListNumber", "List Number", after=3, following="ListNumber"),
    _Style("ListContinue", "List Continue", after=3, left=360),
    _Style("Quote", "Quote", before=3, is_slanted=True, left=284, border="left"),
    _Style(
        "TableHeading", "Table Heading", _IN_TABLES, after=0, is_bold=True, keeps_with_next=True
    ),
    _Style("TableText", "Table Text", _IN_TABLES, after=0, following="TableText"),
    _Style("TableGap", "Table Gap", 6, after=0),
    _Style("Signature", "Signature", 10, before=30, after=0),
    _Style("Footer", "footer", 9, after=0, border="top"),
)


def letter_width(size: PrintSize) -> int:
    """Give what a semibold letter of a table takes at most, in twips, whatever font stands in."""
    return round(_IN_TABLES * size.value / PrintSize.NORMAL.value * 20 * 0.75)


def styles_part(document: Document, language: str) -> bytes:
    """Give the part that holds every style, in the document's print size and greys."""
    scale = document.print_size.value / PrintSize.NORMAL.value
    edge = "000000" if document.is_black_and_white else _GREY
    root = element(
        "styles",
        _defaults(scale, language),
        *(_paragraph_style(style, scale) for style in _PARAGRAPHS),
        element(
            "style", _named("Default Paragraph Font"), styleId="DefaultParagraphFont",
            type="character", default=1,
        ),
        _letters("Strong", element("b"), element("bCs")),
        _letters("Emphasis", element("i"), element("iCs")),
        _plain_table(),
        _ruled_table(edge),
    )  # fmt: skip
    return as_xml(root)


def _defaults(scale: float, language: str) -> Element:
    fonts = element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=_FONT_FOR_OTHER_SCRIPTS)
    tongue = element("lang", val=language, eastAsia=language)
    letters = element("rPr", fonts, *_sizes(_BODY, scale), tongue)
    spacing = element("spacing", before=0, after=120, line=264, lineRule="auto")
    return element(
        "docDefaults",
        element("rPrDefault", letters),
        element("pPrDefault", element("pPr", spacing)),
    )


def _paragraph_style(style: _Style, scale: float) -> Element:
    based_on = None if style.key == "Normal" else element("basedOn", val="Normal")
    layout = element(
        "pPr",
        element("keepNext") if style.keeps_with_next else None,
        element("keepLines") if style.keeps_with_next else None,
        _listed(style.list_number),
        _border(style.border),
        element("spacing", before=round(style.before * 20), after=round(style.after * 20)),
        element("ind", left=style.left) if style.left else None,
        element("outlineLvl", val=style.level) if style.level is not None else None,
    )
    bold = (element("b"), element("bCs")) if style.is_bold else ()
    slanted = (element("i"), element("iCs")) if style.is_slanted else ()
    letters = element("rPr", *bold, *slanted, *_sizes(style.size, scale))
    default = {"default": 1} if style.key == "Normal" else {}
    return element(
        "style",
        _named(style.name),
        based_on,
        element("next", val=style.following),
        element("qFormat"),
        layout,
        letters,
        type="paragraph",
        styleId=style.key,
        **default,
    )


def _listed(number: int | None) -> Element | None:
    return None if number is None else element("numPr", element("numId", val=number))


def _border(side: str) -> Element | None:
    if not side:
        return None
    space = 6 if side == "left" else 3
    line = element(side, val="single", sz=6, space=space, color="000000")
    return element("pBdr", line)


def _sizes(size: float, scale: float) -> tuple[Element, Element]:
    half_points = round(size * scale * 2)
    return element("sz", val=half_points), element("szCs", val=half_points)


def _named(name: str) -> Element:
    return element("name", val=name)


def _letters(name: str, *marks: Element) -> Element:
    about = element("qFormat")
    return element(
        "style", _named(name), about, element("rPr", *marks), type="character", styleId=name
    )


def _plain_table() -> Element:
    sides = [element(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")]
    layout = element("tblPr", element("tblCellMar", *sides))
    return element(
        "style", _named("Normal Table"), layout, type="table", styleId="TableNormal", default=1
    )


def _ruled_table(colour: str) -> Element:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [element(edge, val="single", sz=4, space=0, color=colour) for edge in edges]
    margins = {"top": 60, "left": 100, "bottom": 60, "right": 100}
    inside = [element(side, w=width, type="dxa") for side, width in margins.items()]
    layout = element("tblPr", element("tblBorders", *lines), element("tblCellMar", *inside))
    based_on = element("basedOn", val="TableNormal")
    return element(
        "style", _named("Table Grid"), based_on, layout, type="table", styleId="TableGrid"
    )
