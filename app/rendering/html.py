"""Writes a document as one HTML file that needs nothing else and asks nothing of any network."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from app.assets import resource
from app.rendering.markdown_blocks import prose_blocks
from app.rendering.plain_text import clean_line, clean_text
from app.rendering.prose_tree import (
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    NumberedList,
    Paragraph,
    ProseBlock,
    Quote,
    Strong,
    Text,
)
from app.rendering.tick_boxes import TICK_BOXES, TICK_WORDS
from app.summary.document import (
    Bars,
    Bullets,
    Contents,
    Document,
    Note,
    Prose,
    Signatures,
    Table,
    Tick,
)

if TYPE_CHECKING:
    from jinja2 import Environment

_LONGEST_BAR = 75  # of its cell’s width, in per cent; its number stands beside it


class HtmlWriter:
    """Writes a document as a self-contained web page."""

    def render(self, document: Document) -> bytes:
        """Give the whole file, in UTF-8."""
        return _environment().get_template("summary.html.j2").render(document=document).encode()


def prose_html(markdown: str, lead: str = "") -> Markup:
    """Give a person's Markdown as HTML that holds no markup but ours, with its lead before it."""
    blocks = list(prose_blocks(markdown))
    lead_words = clean_line(lead)
    if not lead_words:
        return _blocks(blocks)
    strong_lead = Markup("<strong>{}</strong>").format(lead_words)
    if blocks and isinstance(blocks[0], Paragraph) and not blocks[0].is_heading:
        first = Markup('<p dir="auto">{} {}</p>\n').format(strong_lead, _inlines(blocks[0].inlines))
        return first + _blocks(blocks[1:])
    return Markup('<p class="heading">{}</p>\n').format(strong_lead) + _blocks(blocks)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource("templates")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        line=clean_line,
        text=clean_text,
        led=lambda block: prose_html(block.markdown, block.lead),
        widths=_widths,
        bar_width=_bar_width,
        tick_box=TICK_BOXES.__getitem__,
        tick_words=TICK_WORDS.__getitem__,
    )
    kinds = {"prose": Prose, "note": Note, "bullets": Bullets, "page_table": Table}
    kinds |= {"signatures": Signatures, "tick": Tick, "bars": Bars, "contents": Contents}
    environment.tests.update({name: _is_kind(kind) for name, kind in kinds.items()})
    environment.tests["blank_row"] = _is_blank
    environment.tests |= {"with_bars": _has(Bars), "with_contents": _has(Contents)}
    return environment


def _is_kind(kind: type) -> Callable[[object], bool]:
    return lambda block: isinstance(block, kind)


def _widths(table: Table) -> list[str]:
    whole = sum(table.shares)
    return [f"{100 * share / whole:.2f}" for share in table.shares]


def _bar_width(count: int, bars: Bars) -> str:
    return f"{_LONGEST_BAR * count / bars.most:.1f}"


def _has(kind: type) -> Callable[[Document], bool]:
    return lambda document: any(
        isinstance(block, kind) for section in document.sections for block in section.blocks
    )


def _is_blank(row: tuple[str | Tick, ...]) -> bool:
    return not any(cell for cell in row if isinstance(cell, str))


def _blocks(blocks: Iterable[ProseBlock]) -> Markup:
    return Markup("").join(_block(block) for block in blocks)


def _block(block: ProseBlock) -> Markup:
    match block:
        case Paragraph():
            kind = Markup(' class="heading"') if block.is_heading else Markup("")
            return Markup('<p{} dir="auto">{}</p>\n').format(kind, _inlines(block.inlines))
        case BulletList():
            return Markup("<ul>\n{}</ul>\n").format(_items(block.items))
        case NumberedList():
            start = str(block.first_number)
            return Markup('<ol start="{}">\n{}</ol>\n').format(start, _items(block.items))
        case Quote():
            return Markup("<blockquote>\n{}</blockquote>\n").format(_blocks(block.blocks))


def _items(items: Iterable[tuple[ProseBlock, ...]]) -> Markup:
    return Markup("").join(
        Markup('<li dir="auto">{}</li>\n').format(_blocks(item)) for item in items
    )


def _inlines(inlines: Iterable[Inline]) -> Markup:
    return Markup("").join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> Markup:
    match inline:
        case Text():
            return escape(inline.text)
        case LineBreak():
            return Markup("<br>\n")
        case Emphasis():
            return Markup("<em>{}</em>").format(_inlines(inline.inlines))
        case Strong():
            return Markup("<strong>{}</strong>").format(_inlines(inline.inlines))
