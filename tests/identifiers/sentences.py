"""The evaluation set: sentences with what is to be found in them marked.

`{{kind|words}}` is demanded; `{{kind!|words}}` only with the sentence's people key;
`{{?kind|words}}` may be found or not. A sentence without marks is a counter-example.
Files whose name ends in “open” are there for tuning; all others are held apart.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.identifier import IdentifierKind, KeptPerson

FOLDER = Path(__file__).resolve().parent.parent / "data" / "identifiers"
NAMES_AND_PLACES = frozenset(
    {IdentifierKind.NAME, IdentifierKind.PLACE, IdentifierKind.ORGANISATION}
)
SOFT = frozenset({IdentifierKind.SIBLINGS, IdentifierKind.RARE_EVENT, IdentifierKind.QUOTED_SPEECH})
PATTERNS = frozenset(IdentifierKind) - NAMES_AND_PLACES - SOFT

_MARK = re.compile(r"\{\{(?P<doubt>\??)(?P<kind>[a-z_]+)(?P<key>!?)\|(?P<words>[^{}]+)\}\}")
_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?){1,3}")
_OPEN = "open"


class BrokenMark(ValueError):
    """A sentence of the set is marked in a way that cannot be read."""


@dataclass(frozen=True)
class Marked:
    """A stretch that is to be found, or may be. Start and end as in a finding."""

    start: int
    end: int
    kind: IdentifierKind
    is_demanded: bool = True
    needs_key: bool = False


@dataclass(frozen=True)
class Sentence:
    """One sentence without its marks; where says from which file and place it is."""

    where: str
    text: str
    marked: tuple[Marked, ...]
    people: tuple[KeptPerson, ...] = ()

    def words_of(self, mark: Marked) -> str:
        """Give the words that are marked."""
        return self.text[mark.start : mark.end]

    def key(self) -> tuple[KeptPerson, ...]:
        """Give the people key of the run with one.

        A sentence that brings none gets its own names and places as they are written: a writer
        has added them. Initials are left out, nobody adds those alone.
        """
        if self.people:
            return self.people
        words = [
            self.words_of(mark)
            for mark in self.marked
            if mark.is_demanded and mark.kind in NAMES_AND_PLACES
        ]
        names = [each for each in dict.fromkeys(words) if not _INITIALS.fullmatch(each)]
        return tuple(KeptPerson(f"Person {place}", (name,)) for place, name in enumerate(names, 1))


@cache
def held_apart() -> tuple[Sentence, ...]:
    """Give the sentences that nobody may tune on."""
    return _read(lambda path: not path.stem.endswith(_OPEN))


@cache
def open_ones() -> tuple[Sentence, ...]:
    """Give the sentences that are there for tuning."""
    return _read(lambda path: path.stem.endswith(_OPEN))


def sentence_of(where: str, plain: dict[str, Any]) -> Sentence:
    """Read one sentence.

    Raises:
        BrokenMark: if a mark is not closed, is empty or is of no known kind.
    """
    marked: list[Marked] = []
    pieces: list[str] = []
    done = length = 0
    for match in _MARK.finditer(plain["text"]):
        before = plain["text"][done : match.start()]
        start = length + len(before)
        length = start + len(match["words"])
        pieces += [before, match["words"]]
        marked.append(
            Marked(start, length, _kind(where, match), not match["doubt"], bool(match["key"]))
        )
        done = match.end()
    text = "".join([*pieces, plain["text"][done:]])
    if "{{" in text or "}}" in text:
        raise BrokenMark(f"{where}: a mark is not closed, or holds nothing")
    people = plain.get("people", ())
    return Sentence(
        where,
        text,
        tuple(marked),
        tuple(KeptPerson(each["label"], tuple(each["names"])) for each in people),
    )


def _read(is_wanted: Callable[[Path], bool]) -> tuple[Sentence, ...]:
    files = [path for path in sorted(FOLDER.glob("*.toml")) if is_wanted(path)]
    return tuple(
        sentence_of(f"{path.stem} {number}", plain)
        for path in files
        for number, plain in enumerate(tomllib.loads(path.read_text("utf-8"))["sentence"], 1)
    )


def _kind(where: str, match: re.Match[str]) -> IdentifierKind:
    try:
        return IdentifierKind(match["kind"])
    except ValueError:
        raise BrokenMark(f"{where}: “{match['kind']}” is no kind of identifier") from None
