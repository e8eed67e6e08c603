"""Words with bold and italics, as our Markdown; what only looks like a mark stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

ESCAPABLE = r"[\\`*_{}\[\]()>#+.!<&-]"
# An underscore, backtick or backslash that would begin, end or escape something.
_MARKS = rf"(?<![\w_])_(?=[^\W_]) | (?<=[^\W_])_(?![\w_]) | ` | \\(?={ESCAPABLE})"
_WOULD_MARK_BUT_STARS = re.compile(_MARKS, re.VERBOSE)
_WOULD_MARK = re.compile(rf"{_MARKS} | \*(?=\S) | (?<=\S)\*", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters that look alike; a newline in them is a line break."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


def marked(pieces: Iterable[Piece]) -> str:
    """Give the pieces as one paragraph of Markdown."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(replace(piece, text=first))
        lines += ([replace(piece, text=text)] for text in others)
    written = (_line(line) for line in lines)
    return "\n".join(line for line in written if line)


def plain(pieces: Iterable[Piece]) -> str:
    """Give the pieces as one line without marks."""
    return " ".join("".join(piece.text for piece in pieces).split())


def is_bold_throughout(pieces: Iterable[Piece]) -> bool:
    """Say whether there are letters, all of them bold."""
    lettered = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
    return bool(lettered) and all(piece.is_bold for piece in lettered)


def _line(pieces: list[Piece]) -> str:
    looks = groupby(pieces, key=lambda piece: (piece.is_bold, piece.is_italic))
    spans = [("".join(piece.text for piece in same), *look) for look, same in looks]
    stars = sum(text.count("*") + 2 * (bold or italic) for text, bold, italic in spans)
    would_mark = _WOULD_MARK if stars > 1 else _WOULD_MARK_BUT_STARS
    escaped = ((would_mark.sub(r"\\\g<0>", text), *look) for text, *look in spans)
    line = "".join(_span(*each) for each in escaped)
    line = " ".join(line.split())
    return f"\\{line}" if line.startswith(("#", ">")) else line


def _span(text: str, is_bold: bool, is_italic: bool) -> str:  # noqa: FBT001 - a look is two yes or no
    words = text.strip()
    mark = "*" * (2 * is_bold + is_italic)
    if not mark or not any(map(str.isalnum, words)):
        return text
    start = text.index(words)
    return f"{text[:start]}{mark}{words}{mark}{text[start + len(words) :]}"
