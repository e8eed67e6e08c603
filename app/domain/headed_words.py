"""An entry as headings with the words under each, wherever the headings stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.domain.incoming import IncomingEntry

BETWEEN_CELLS = " | "
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_FEWEST_WORDS = 3  # of a plain line that is taken for a heading


class Known(Protocol):
    """Knows the prompts and section titles that are looked for, by just their words."""

    def is_prompt(self, line: str) -> bool:
        """Say whether a line is a prompt."""
        ...

    def is_heading(self, line: str) -> bool:
        """Say whether a line is a prompt or a section's title."""
        ...


@dataclass(frozen=True, slots=True)
class Headed:
    """Words under a heading; the depth is 0 for an entry's own parts, more inside of them."""

    heading: str
    text: str
    depth: int = 0


def headed_words(entry: IncomingEntry, known: Known) -> tuple[Headed, ...]:
    """Give everything under its nearest heading, in order; what precedes all has none.

    A heading is a part's own, a Markdown heading, or a line, a bold line or the first cell of a
    row that is known.
    """
    found: list[Headed] = []
    for part in entry.parts:
        found += _headed(part.heading, part.text, known)
    return tuple(each for each in found if each.heading or each.text)


def _headed(heading: str, text: str, known: Known) -> Iterator[Headed]:
    depth, gathered = 0, list[str]()
    inner = 0
    for line in text.split("\n"):
        marked = _HEADING.fullmatch(line.strip())
        row = None if marked else _row(line, known)
        if marked is None and row is None:
            gathered.append(line)
            continue
        yield Headed(heading, "\n".join(gathered).strip("\n"), depth)
        gathered = []
        if marked is not None:
            inner = depth = len(marked[1])
            heading = marked[2].rstrip("# ")
        elif row is not None:
            heading, depth = row[0], inner + 1
            gathered = [row[1]] if row[1] else []
    yield Headed(heading, "\n".join(gathered).strip("\n"), depth)


def _row(line: str, known: Known) -> tuple[str, str] | None:
    """Give the heading that a line is or begins with, and what stands beside it."""
    words = line.strip()
    first, bar, others = words.partition(BETWEEN_CELLS)
    if bar:
        reply = "\n".join(cell.strip() for cell in others.split(BETWEEN_CELLS) if cell.strip())
        return (first, reply) if known.is_prompt(first) else None
    is_bold = words.startswith("**") and words.endswith("**")
    is_long = len(words.split()) >= _FEWEST_WORDS
    is_found = (is_bold and known.is_heading(words)) or (is_long and known.is_prompt(words))
    return (words.removesuffix("|").strip(), "") if is_found else None
