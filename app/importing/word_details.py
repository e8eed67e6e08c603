"""What a Word document tells beside its words: its title, its day, when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from app.domain.incoming import IncomingPart
from app.domain.unmarked import unmarked
from app.domain.written_days import first_day_in
from app.importing.word_outline import Outline
from app.word_xml import Tree, child

_LONGEST_TITLE = 200
_DAY_LABEL = re.compile(
    r"(?:(?:the )?(?:date|day)(?: of [a-z ]{1,30}| written)?|when)\s*[:|?]?\s*", re.IGNORECASE
)
_LINES_LOOKED_THROUGH = 40


def title_of(outline: Outline, properties: Tree | None) -> str:
    """Give the title in the text, else the one in the file's properties, else nothing."""
    if outline.title:
        return outline.title
    told = child(properties, "dc:title")
    named = " ".join((told.text or "").split()) if told is not None else ""
    return named if len(named) <= _LONGEST_TITLE else ""


def day_told(outline: Outline, title: str, path: Path) -> tuple[date | None, str]:
    """Give the day that the document says it is about, and the words that say it.

    They are a line for it, the title, or the file's name.
    """
    for line in _first_lines(outline.parts):
        label = _DAY_LABEL.match(line)
        day = first_day_in(line[label.end() :]) if label else None
        if label and day is not None:
            return day, line[label.end() :]
    for words in (title, path.stem.replace("_", " ")):
        if day := first_day_in(words):
            return day, words
    return None, ""


def written_at(properties: Tree | None) -> datetime | None:
    """Give the moment the file was made, where it tells an aware one."""
    told = child(properties, "dcterms:created")
    try:
        moment = datetime.fromisoformat((told.text or "").strip() if told is not None else "")
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _first_lines(parts: tuple[IncomingPart, ...]) -> Iterator[str]:
    """Give the first lines, and each heading with the line under it."""
    looked_through = 0
    for part in parts:
        lines = part.text[:5_000].split("\n")
        yield unmarked(f"{part.heading}: {lines[0]}") if part.heading else ""
        for line in lines:
            yield unmarked(line.lstrip("# "))
            looked_through += 1
            if looked_through > _LINES_LOOKED_THROUGH:
                return
