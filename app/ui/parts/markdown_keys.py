"""What the editing keys do to Markdown text: plain functions from text to text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(r"^(\s*)([-*+]|(\d{1,9})[.)])(\s+)")
_BULLET = "- "


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace text[start:end] by these words, then select from anchor to cursor."""

    start: int
    end: int
    words: str
    anchor: int
    cursor: int


def toggle_mark(text: str, start: int, end: int, mark: str) -> Edit:
    """Put a mark such as ** round the selection, or take it away again."""
    size = len(mark)
    inside = text[start:end]
    if _is_marked(text, start, end, mark):
        return Edit(start - size, end + size, inside, start - size, end - size)
    if len(inside) >= 2 * size and inside.startswith(mark) and inside.endswith(mark):
        bare = inside[size:-size]
        return Edit(start, end, bare, start, start + len(bare))
    kept = inside.strip()
    if not kept:
        return Edit(start, end, f"{inside}{mark}{mark}", end + size, end + size)
    before = len(inside) - len(inside.lstrip())
    words = inside[:before] + mark + kept + mark + inside[before + len(kept) :]
    first = start + before + size
    return Edit(start, end, words, first, first + len(kept))


def _is_marked(text: str, start: int, end: int, mark: str) -> bool:
    size = len(mark)
    if start < size or text[start - size : start] != mark or text[end : end + size] != mark:
        return False
    if mark != "*":
        return True
    # One star outside may be the inner half of two, which mean something else.
    before = len(text[:start]) - len(text[:start].rstrip("*"))
    after = len(text[end:]) - len(text[end:].lstrip("*"))
    return before % 2 == 1 and after % 2 == 1


def toggle_list(lines: list[str], *, is_numbered: bool) -> list[str]:
    """Make these lines a list, or plain lines when they are that list already."""
    if all(_is_item(line, is_numbered=is_numbered) for line in lines):
        return [_bare(line) for line in lines]
    bare = [_bare(line) for line in lines]
    if is_numbered:
        return [f"{number}. {line}" for number, line in enumerate(bare, start=1)]
    return [f"{_BULLET}{line}" for line in bare]


def next_item(line: str) -> str | None:
    """Give the beginning of the item after this one; None when the line is no item."""
    match = _ITEM.match(line)
    if match is None:
        return None
    indent, sign, number, gap = match.groups()
    following = f"{int(number) + 1}{sign[-1]}" if number else sign
    return f"{indent}{following}{gap}"


def is_empty_item(line: str) -> bool:
    """Say whether the line is a list item without words."""
    match = _ITEM.match(line if line.endswith(" ") else f"{line} ")
    return match is not None and not line[match.end() :].strip()


def _is_item(line: str, *, is_numbered: bool) -> bool:
    match = _ITEM.match(line if line.endswith(" ") else f"{line} ")
    return match is not None and bool(match.group(3)) == is_numbered


def _bare(line: str) -> str:
    return _ITEM.sub("", line, count=1)
