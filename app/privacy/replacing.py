"""Puts role labels in place of names, with the grammar around them and the Markdown intact."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.privacy.label_endings import begins_sentence, ending
from app.privacy.label_grammar import fitted
from app.privacy.markdown_marks import Marks, escaped, for_address

_BETWEEN_ALIKE = re.compile(r"[ \t]*[*_]*[ \t]*[*_]*")
_EDGES = " \t\n,;:-*_~`"
_MOST_IN_A_ROW = 3  # emphasis and strong emphasis
_DEEPEST = 40  # spaces that a line may begin with
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")


@dataclass(frozen=True, slots=True)
class Replacement:
    """Other words for one stretch of a text, counted in characters from 0, the end outside."""

    start: int
    end: int
    words: str


def replaced(text: str, replacements: Sequence[Replacement], *, is_markdown: bool = True) -> str:
    """Give the text with other words at these places; of those that overlap the longest counts.

    Args:
        text: what a person wrote.
        replacements: the places, in any order; those outside the text are left out.
        is_markdown: whether the text is Markdown, in which a label is escaped.
    """
    marks = Marks(text, is_markdown)
    pieces: list[str] = []
    done = 0
    for each in _settled(text, replacements):
        start, end, words = _placed(text, each, marks, done)
        pieces += (text[done:start], words)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _placed(text: str, each: Replacement, marks: Marks, done: int) -> tuple[int, int, str]:
    """Give from where to where the text gives way, and to what."""
    if marks.is_address(each.start, each.end):
        return each.start, each.end, for_address(each.words)
    fit = fitted(text, each.start, each.end, each.words, done)
    start, words = fit.start, fit.words
    if not words:
        return start, fit.end, words
    if not text[start].islower() and begins_sentence(text, start):
        words = words[0].upper() + words[1:]
    end, own_ending = ending(text, each.start, fit.end, each.words)
    opening, closing = marks.outside(start, fit.end)
    if _would_cross(opening, closing):
        opening, end, own_ending = _one_emphasis(text, opening, end, own_ending)
    if marks.is_markdown:
        start = _without_escape(text, start)
        if not marks.is_code(start):
            words = escaped(words, is_line_start=_begins_line(text, start))
    if "\n" in text[start:end] and _is_in_heading(text, start):
        # What follows is no part of the heading.
        own_ending += "\n"
    return start, end, f"{opening}{words}{closing}{own_ending}"


def _would_cross(opening: str, closing: str) -> bool:
    """Say whether marks do not nest: two kinds of them, or more in a row than Markdown knows."""
    both = opening + closing
    return bool(opening and closing) and (len(set(both)) > 1 or len(both) > _MOST_IN_A_ROW)


def _one_emphasis(text: str, opening: str, end: int, own_ending: str) -> tuple[str, int, str]:
    """Leave out the emphasis that begins in a name and ends right behind it."""
    outer = opening[::-1]
    if own_ending.startswith(outer):
        return "", end, own_ending[len(outer) :]
    if text.startswith(outer, end):
        return "", end + len(outer), own_ending
    return opening, end, own_ending


def _without_escape(text: str, start: int) -> int:
    """Take in the backslash that stands for a first character which is exchanged."""
    if text[start].isalnum() or text[start].isspace() or not text[start].isascii():
        return start
    before = start
    while before and text[before - 1] == "\\":
        before -= 1
    return start - (start - before) % 2


def _begins_line(text: str, place: int) -> bool:
    return text[max(0, place - _DEEPEST) : place].rpartition("\n")[2].strip() == ""


def _is_in_heading(text: str, place: int) -> bool:
    return _HEADING.match(text, text.rfind("\n", 0, place) + 1) is not None


def _settled(text: str, replacements: Sequence[Replacement]) -> Iterator[Replacement]:
    """Give them in order, without overlaps; neighbours that become the same are one."""
    waiting: Replacement | None = None
    for each in _without_overlaps(text, replacements):
        if waiting is not None:
            if waiting.words == each.words and _BETWEEN_ALIKE.fullmatch(
                text, waiting.end, each.start
            ):
                waiting = replace(waiting, end=each.end)
                continue
            yield waiting
        waiting = each
    if waiting is not None:
        yield waiting


def _without_overlaps(text: str, replacements: Sequence[Replacement]) -> list[Replacement]:
    """Let the longest stand; of another that reaches beyond it only the rest is exchanged."""
    inside = [each for each in replacements if 0 <= each.start < each.end <= len(text)]
    starts: list[int] = []
    kept: list[Replacement] = []
    for each in sorted(inside, key=lambda each: (each.start - each.end, each.start)):
        for start, end in _free_parts(each, starts, kept):
            if (start, end) != (each.start, each.end):
                start, end = _without_edges(text, start, end)  # noqa: PLW2901
            if start < end:
                at = bisect_left(starts, start)
                starts.insert(at, start)
                kept.insert(at, Replacement(start, end, each.words))
    return kept


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Give what is left of a part without the marks and spaces at its edges, nothing perhaps."""
    own = text[start:end]
    return start + len(own) - len(own.lstrip(_EDGES)), end - len(own) + len(own.rstrip(_EDGES))


def _free_parts(
    each: Replacement, starts: Sequence[int], kept: Sequence[Replacement]
) -> list[tuple[int, int]]:
    """Give the parts of a stretch that none which is kept covers."""
    parts: list[tuple[int, int]] = []
    at = max(bisect_left(starts, each.start) - 1, 0)
    free_from = each.start
    while at < len(kept) and kept[at].start < each.end:
        if kept[at].end > free_from:
            parts.append((free_from, kept[at].start))
            free_from = kept[at].end
        at += 1
    parts.append((free_from, each.end))
    return [(start, end) for start, end in parts if start < end]
