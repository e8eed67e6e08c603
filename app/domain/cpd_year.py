"""How a registration year stands against a regulator's own rules. Suggestions are none of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType

from app.domain.cpd_piece import CpdPiece, FieldWords
from app.domain.registration_year import RegistrationYear
from app.domain.regulator import CpdRules, FieldSource

_NOT_A_WORD = re.compile(r"[\W_]+")
_COMPARED = (FieldSource.ACTIVITY, FieldSource.LEARNING, FieldSource.IMPACT, FieldSource.OWN)


class Lack(Enum):
    """What a year or a piece has still to have, by the rules."""

    PIECES = "pieces"
    DIFFERENT = "different"
    PEER = "peer"
    IMPACT = "impact"
    HOURS = "hours"


class PieceTrouble(Enum):
    """Why a piece does not count as ready, whatever its fields hold."""

    DRAFT_AGAIN = "draft again"  # its reflection was opened again, and nothing was submitted
    NOT_AS_SAVED = "not as saved"  # its reflection does not read


@dataclass(frozen=True, slots=True)
class PieceStanding:
    """A piece with the words of its fields, in the form's order, and what they lack.

    From answers are the reflection's own words by the key of their field, whatever stands there.
    """

    piece: CpdPiece
    title: str
    form_title: str
    fields: tuple[FieldWords, ...]
    missing: tuple[str, ...]  # labels of required fields that are empty
    says_impact: bool
    has_peer: bool
    peer_is_outside: bool  # talked over, but on a day outside the year
    tags: frozenset[str]
    is_suggested: bool  # nobody decided about the tags yet
    from_answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    trouble: PieceTrouble | None = None

    @property
    def is_ready(self) -> bool:
        """Say whether every field that the form requires is filled, of a finished reflection.

        What was submitted counts, whatever became of its reflection.
        """
        is_sound = self.trouble is None or self.piece.submitted is not None
        return not self.missing and is_sound

    @property
    def words(self) -> dict[str, str]:
        """The words by the key of their field."""
        return {each.key: each.words for each in self.fields}


@dataclass(frozen=True, slots=True)
class YearStanding:
    """The pieces of one year, measured by the rules that held when it began."""

    year: RegistrationYear
    rules: CpdRules
    pieces: tuple[PieceStanding, ...]
    hours_wanted: float | None = None  # the regulator's, else the person's own target

    @property
    def ready(self) -> tuple[PieceStanding, ...]:
        """The pieces in which no required field is empty."""
        return tuple(each for each in self.pieces if each.is_ready)

    @property
    def different(self) -> int:
        """How many of the ready pieces say something of their own."""
        return len({_gist(each, self.rules) for each in self.ready})

    @property
    def twins(self) -> tuple[PieceStanding, ...]:
        """Ready pieces that say what an earlier one says."""
        seen: set[str] = set()
        found = []
        for each in self.ready:
            gist = _gist(each, self.rules)
            if gist in seen:
                found.append(each)
            seen.add(gist)
        return tuple(found)

    @property
    def with_peer(self) -> int:
        """How many of the ready pieces were talked over with a peer within the year."""
        return sum(1 for each in self.ready if each.has_peer)

    @property
    def with_impact(self) -> int:
        """How many of the ready pieces say what changed."""
        return sum(1 for each in self.ready if each.says_impact)

    @property
    def hours(self) -> float:
        """The hours that the pieces tell."""
        return sum(each.piece.hours or 0.0 for each in self.pieces)

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What the rules ask for and the year has not; the person's own targets are no rule."""
        rules = self.rules
        counted = self.different if rules.must_differ else len(self.ready)
        found = {
            Lack.PIECES: len(self.ready) < rules.pieces,
            Lack.DIFFERENT: counted < rules.pieces <= len(self.ready),
            Lack.PEER: self.with_peer < rules.with_peer,
            Lack.IMPACT: self.with_impact < rules.with_impact,
            Lack.HOURS: rules.hours is not None and self.hours < rules.hours,
        }
        return tuple(lack for lack, is_lacking in found.items() if is_lacking)

    @property
    def is_ready(self) -> bool:
        """Say whether the year has what the rules ask for."""
        return not self.lacks

    def touched(self, keys: Iterable[str]) -> dict[str, int]:
        """Count for each tag the pieces that touch it."""
        return {key: sum(1 for each in self.pieces if key in each.tags) for key in keys}

    def days_left(self, today: date) -> int:
        """Count the days that are left."""
        return self.year.days_left(today)


def _gist(standing: PieceStanding, rules: CpdRules) -> str:
    """Give what a piece says, without capitals, spaces and marks; its title says nothing.

    However a letter with an accent is put together, it is the same letter.
    """
    words = standing.words
    said = (words.get(each.key, "") for each in rules.fields if each.source in _COMPARED)
    plain = (unicodedata.normalize("NFKD", each).casefold() for each in said)
    return "\n".join(_NOT_A_WORD.sub("", each) for each in plain)
