"""Puts Markdown as people type it into the form that the library reads the same way.

People begin a list right under a sentence, indent by two spaces, write "1)" or paste a round
bullet, and mean a number sign or "more than" by a lone # or >. One pass over the lines settles
these, and keeps nesting shallow, so that no input makes the parse slow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

DEEPEST_LIST = 5
DEEPEST_QUOTE = 4
_INDENT_PER_LEVEL = 4

# U+F0B7 is what a bullet becomes when it is pasted from a word processor.
_MARKER = re.compile(r"(?:(?P<bullet>[-*+•\uf0b7])|(?P<number>\d{1,9})[.)])[ ]+(?=\S)")
_RULE = re.compile(r"([-*_=])(?:[ ]*\1){2,}")
_QUOTE = re.compile(r"(?:>[ ]?)+")


@dataclass(frozen=True, slots=True)
class _Level:
    """One open list: how far its markers are indented, and whether they are numbers."""

    indent: int
    is_numbered: bool


@dataclass(slots=True)
class _Lines:
    """The lines so far, with the lists that are open."""

    out: list[str] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)

    def add(self, line: str) -> None:
        indent = len(line) - len(line.lstrip(" "))
        words = line.strip(" ")
        if not words or _RULE.fullmatch(words):
            self.out.append("")
        elif marker := _MARKER.match(words):
            self._add_item(indent, marker, words[marker.end() :])
        elif words.startswith(">"):
            self._add_quote(words)
        else:
            self._add_words(indent, words)

    def _add_item(self, indent: int, marker: re.Match[str], words: str) -> None:
        is_numbered = marker["number"] is not None
        while len(self.levels) > 1 and indent < self.levels[-1].indent:
            self.levels.pop()
            # Without a gap the library takes the item for words of the deeper list.
            self._end_paragraph()
        if not self.levels:
            self._end_paragraph()
            self.levels.append(_Level(indent, is_numbered))
        elif indent >= self.levels[-1].indent + 2 and len(self.levels) < DEEPEST_LIST:
            self.levels.append(_Level(indent, is_numbered))
        elif is_numbered != self.levels[-1].is_numbered:
            self._end_paragraph()
            self.levels[-1] = _Level(indent, is_numbered)
        sign = f"{marker['number']}." if is_numbered else "-"
        margin = " " * _INDENT_PER_LEVEL * (len(self.levels) - 1)
        self.out.append(f"{margin}{sign} {_literal_start(words)}")

    def _add_quote(self, words: str) -> None:
        marks = _QUOTE.match(words)
        rest = words[marks.end() :] if marks else words
        if marks is None or (rest and not marks.group().endswith(" ")):
            self._add_words(0, f"\\{words}")
            return
        if not self._is_in_quote():
            self._end_paragraph()
        self.levels.clear()
        depth = min(marks.group().count(">"), DEEPEST_QUOTE)
        if marker := _MARKER.match(rest):
            rest = rest[: marker.end()] + _literal_start(rest[marker.end() :])
        self.out.append(f"{'>' * depth} {rest}")

    def _add_words(self, indent: int, words: str) -> None:
        if self._is_in_quote():
            self._end_paragraph()
        follows_a_gap = not self.out or not self.out[-1]
        if follows_a_gap and self.levels:
            open_levels = sum(indent > level.indent for level in self.levels)
            del self.levels[open_levels:]
            words = " " * _INDENT_PER_LEVEL * open_levels + words
        if words.startswith("#") and not re.match(r"#{1,6} +[^#\s]", words):
            words = f"\\{words}"
        self.out.append(words)

    def _is_in_quote(self) -> bool:
        return bool(self.out) and self.out[-1].startswith(">")

    def _end_paragraph(self) -> None:
        if self.out and self.out[-1]:
            self.out.append("")


def settle_lines(source: str) -> str:
    """Give the same words with every block in the library's own way of writing it."""
    lines = _Lines()
    for line in source.expandtabs(_INDENT_PER_LEVEL).split("\n"):
        lines.add(line)
    return "\n".join(lines.out)


def _literal_start(words: str) -> str:
    """Keep an item that begins with a mark from nesting further."""
    marker = _MARKER.match(words)
    if marker is None:
        return f"\\{words}" if words.startswith((">", "#")) else words
    if marker["number"] is not None:
        end = marker.end("number")
        return f"{words[:end]}\\{words[end:]}"
    return f"\\{words}" if words[0] in "-*+" else words
