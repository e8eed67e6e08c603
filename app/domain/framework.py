"""A framework: a pack of tags that a piece may touch, such as the parts of a standard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FrameworkTag:
    """One tag. What is not confirmed is offered with that said.

    Words and forms are what suggests it: words in small letters that stand in an answer, ids of
    forms.
    """

    key: str
    label: str
    gist: str = ""
    is_confirmed: bool = True
    words: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """Tags that belong together, with the days on which they are in force."""

    id: str
    name: str
    short: str
    since: date | None
    until: date | None
    source: str
    checked_on: date
    tags: tuple[FrameworkTag, ...]
    note: str = ""

    def is_in_force(self, first: date, last: date) -> bool:
        """Say whether it was in force on any day between two."""
        return (self.since is None or self.since <= last) and (
            self.until is None or first <= self.until
        )

    def tag(self, key: str) -> FrameworkTag | None:
        """Find a tag by its key."""
        return next((each for each in self.tags if each.key == key), None)
