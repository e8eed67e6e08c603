"""Turns the two ways in which Day One keeps words, Markdown and rich text, into our Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from app.domain.errors import NotBroughtIn
from app.importing import limits
from app.importing.bounded_json import read_json
from app.importing.characters import settled
from app.importing.limits import TOO_LONG
from app.importing.marked_words import Piece, marked

_MEDIA = re.compile(
    r"!\[[^\]\n]{0,300}\]\(dayone-(?:moment|external):[^)\s]{0,2000}\)|\[\[dayone-moment:[^\]\s]{0,300}\]\]"
)
# Day One escapes more than it needs to: what begins no mark is shown better without.
_ESCAPED = re.compile(r"\\([.!()\[\]{}|~\"'=:,;&<$%@^/?-])")
_STARTS_A_BLOCK = re.compile(r"^([ \t]*\d{0,9})\\([.)-])(?=\s)", re.MULTILINE)
_KEPT = "\x00"
_SPARE_LINES = re.compile(r"\n{3,}")
_DEEPEST_INDENT = 8
_WITH_LOOKS = 4  # as long as its words at most: it says of each run how it looks


class LineLook(msgspec.Struct, frozen=True, rename="camel"):
    """How a line looks."""

    header: int = 0
    list_style: str = ""
    indent_level: int = 0
    list_index: int = 1
    checked: bool = False
    quote: bool = False


class Look(msgspec.Struct, frozen=True):
    """How some characters look."""

    bold: bool = False
    italic: bool = False
    line: LineLook | None = None


class Run(msgspec.Struct, frozen=True):
    """Some characters that look alike, or nothing where a picture stands."""

    text: str = ""
    attributes: Look | None = None


class RichText(msgspec.Struct, frozen=True):
    """The words of an entry as runs."""

    contents: list[Run]


def from_markdown(text: str) -> str:
    """Give Day One's Markdown as ours: without places of pictures and needless escapes."""
    text = _MEDIA.sub("", settled(text))
    text = _STARTS_A_BLOCK.sub(rf"\1{_KEPT}\2", text)
    text = _ESCAPED.sub(r"\1", text).replace(_KEPT, "\\")
    return _SPARE_LINES.sub("\n\n", text).strip("\n").rstrip()


def from_rich_text(source: str, place: str) -> str:
    """Give Day One's rich text as our Markdown.

    Raises:
        NotBroughtIn: it is damaged.
    """
    if len(source) > _WITH_LOOKS * limits.LONGEST_ENTRY:
        raise NotBroughtIn(place, TOO_LONG)
    runs = read_json(source, RichText, place, "Day One").contents
    return _SPARE_LINES.sub("\n\n", "\n".join(_lines(runs))).strip("\n").rstrip()


def _lines(runs: Sequence[Run]) -> Iterator[str]:
    pieces, look = list[Piece](), None
    for run in runs:
        attributes = run.attributes or Look()
        first, *others = settled(run.text).split("\n")
        for number, words in enumerate((first, *others)):
            if number:
                yield _line(pieces, look)
                pieces, look = [], None
            if words or number < len(others):
                look = look or attributes.line
                pieces.append(Piece(words, attributes.bold, attributes.italic))
    yield _line(pieces, look)


def _line(pieces: list[Piece], look: LineLook | None) -> str:
    words = marked(pieces)
    if look is None or not words:
        return words
    if look.header > 0:
        return f"{'#' * min(look.header, 6)} {words}"
    indent = "  " * min(max(look.indent_level - 1, 0), _DEEPEST_INDENT)
    starts = {"bulleted": "- ", "numbered": f"{look.list_index}. "}
    starts["checkbox"] = "- [x] " if look.checked else "- [ ] "
    if look.list_style in starts:
        return f"{indent}{starts[look.list_style]}{words}"
    return f"> {words}" if look.quote else words
