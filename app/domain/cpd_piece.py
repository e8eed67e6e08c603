"""A CPD piece: a reflection seen through a regulator's fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class PeerReflection:
    """That it was talked over with somebody: who by role only, and when."""

    role: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field’s label and the plain words in it."""

    key: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Submission:
    """What was given to the regulator on a day; it stays as it was, whatever changes later."""

    day: date
    noted_at: datetime
    fields: tuple[FieldWords, ...]


@dataclass(frozen=True, slots=True)
class CpdPiece:
    """What is kept of a piece beside its reflection.

    The day decides about its year. Wording holds words for CPD alone, by the key of their field.
    Tags are “framework/key”; None while only suggestions were made.
    """

    reflection_id: str
    regulator: str
    day: date
    made_at: datetime
    wording: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    kinds: tuple[str, ...] = ()
    peer: PeerReflection | None = None
    tags: frozenset[str] | None = None
    hours: float | None = None
    submissions: tuple[Submission, ...] = ()
    is_open_again: bool = False  # changed since it was submitted last, and to be submitted anew

    @property
    def submitted(self) -> Submission | None:
        """What was submitted last, unless it was opened again."""
        return self.submissions[-1] if self.submissions and not self.is_open_again else None

    def worded(self, key: str, words: str | None) -> CpdPiece:
        """Give the piece with words for CPD alone in a field; None takes the answer's again."""
        wording = {each: kept for each, kept in self.wording.items() if each != key}
        if words is not None:
            wording[key] = words
        return replace(self, wording=MappingProxyType(wording))

    def submitted_on(self, day: date, at: datetime, fields: tuple[FieldWords, ...]) -> CpdPiece:
        """Give the piece as submitted; earlier submissions stay."""
        submissions = (*self.submissions, Submission(day, at, fields))
        return replace(self, submissions=submissions, is_open_again=False)

    def opened_again(self) -> CpdPiece:
        """Give the piece to be changed and submitted anew; what was submitted stays kept."""
        return replace(self, is_open_again=bool(self.submissions))
