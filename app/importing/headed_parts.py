"""Divides Markdown at its headings into the parts of an entry, and loses no line of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.incoming import IncomingPart
from app.domain.unmarked import unmarked

LONGEST_TITLE = 200
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
_UNDERLINE = re.compile(r" {0,3}(={3,}|-{3,})[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NO_PLAIN_WORDS = re.compile(r"\s*(?:[-*+>|#]|\d{1,9}[.)]\s)")


@dataclass(frozen=True, slots=True)
class Headed:
    """The words of an entry: its title if its first heading is one, and its parts."""

    title: str
    parts: tuple[IncomingPart, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line; its level is 0 where it is no heading."""

    text: str
    level: int = 0


def headed(text: str) -> Headed:
    """Divide a text at the headings of its dividing level, a lone first heading as its title."""
    lines = list(_lines(text.split("\n")))
    title, lines = _title_taken(lines)
    return Headed(title, tuple(_parts(lines)))


def parts_of(text: str) -> tuple[IncomingPart, ...]:
    """Divide a text that has its title elsewhere, and in which a line beneath is only a line."""
    return tuple(_parts(list(_lines(text.split("\n"), has_underlines=False))))


def _lines(lines: Sequence[str], *, has_underlines: bool = True) -> Iterator[_Line]:
    fence, skipped = "", False
    for number, line in enumerate(lines):
        if skipped:
            skipped = False
            continue
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
            yield _Line(line)
        elif mark:
            fence = mark[1]
            yield _Line(line)
        elif found := _HEADING.fullmatch(line):
            yield _Line(unmarked(_without_closing(found[2])), len(found[1]))
        elif has_underlines and (level := _underlined(lines, number)):
            skipped = True
            yield _Line(unmarked(line), level)
        else:
            yield _Line(line)


def _without_closing(words: str) -> str:
    """Take off the number signs that may close a heading as they began it."""
    bare = words.rstrip()
    unclosed = bare.rstrip("#")
    return unclosed if unclosed.endswith((" ", "\t")) else bare


def _underlined(lines: Sequence[str], number: int) -> int:
    """Give the level of a line that the next one makes a heading by underlining it."""
    line = lines[number]
    found = _UNDERLINE.fullmatch(lines[number + 1]) if number + 1 < len(lines) else None
    stands_alone = number == 0 or not lines[number - 1].strip()
    if not found or not stands_alone or not line.strip() or _NO_PLAIN_WORDS.match(line):
        return 0
    return 1 if found[1].startswith("=") else 2


def _title_taken(lines: list[_Line]) -> tuple[str, list[_Line]]:
    first = next((n for n, line in enumerate(lines) if line.text.strip()), None)
    if first is None or not lines[first].level or len(lines[first].text) > LONGEST_TITLE:
        return "", lines
    is_uppermost = all(not 0 < each.level <= lines[first].level for each in lines[first + 1 :])
    return (lines[first].text, lines[first + 1 :]) if is_uppermost else ("", lines)


def _parts(lines: Sequence[_Line]) -> Iterator[IncomingPart]:
    dividing = _dividing_level(lines)
    heading, gathered = "", list[str]()
    for line in lines:
        if 0 < line.level <= dividing:
            yield from _part(heading, gathered)
            heading, gathered = line.text, []
        else:
            gathered.append(f"{'#' * line.level} {line.text}" if line.level else line.text)
    yield from _part(heading, gathered)


def _part(heading: str, lines: Sequence[str]) -> Iterator[IncomingPart]:
    text = "\n".join(lines).strip("\n").rstrip()
    if heading or text.strip():
        yield IncomingPart(text, heading)


def _dividing_level(lines: Sequence[_Line]) -> int:
    """Give the uppermost level with several headings: what stands alone divides nothing."""
    all_levels = [line.level for line in lines if line.level]
    levels = sorted(set(all_levels))
    several = (level for level in levels if all_levels.count(level) > 1)
    return next(several, levels[0] if levels else 0)
