"""Finds possible identifiers: patterns, known names, and names, places and organisations."""

from __future__ import annotations

from dataclasses import replace

from app.domain.identifier import KeptPerson, PossibleIdentifier
from app.privacy.combining import combined
from app.privacy.initials import find_initials
from app.privacy.known_names import known_findings
from app.privacy.names import find_names
from app.privacy.organisations import find_organisations
from app.privacy.patterns.every import pattern_findings
from app.privacy.places import find_places
from app.privacy.quiet_words import mark_quiet
from app.privacy.reading import Reading, reading_of
from app.privacy.small_organisations import find_small_organisations
from app.privacy.word_lists import WordLists, read_lists
from app.privacy.words import scene_of


class Detector:
    """Knows the shipped lists; may be asked on any thread."""

    def __init__(self, lists: WordLists) -> None:
        """Take the lists."""
        self._lists = lists

    @classmethod
    def shipped(cls) -> Detector:
        """Read the lists that are shipped.

        Raises:
            OSError: a list cannot be read.
        """
        return cls(read_lists())

    def find(
        self, text: str, people: tuple[KeptPerson, ...] = ()
    ) -> tuple[PossibleIdentifier, ...]:
        """Give everything that may identify somebody, in order; none overlaps another."""
        reading = reading_of(text)
        found = pattern_findings(reading.text)
        found += named_findings(reading.text, self._lists)
        if people:
            found += known_findings(reading.text, people, self._lists.dictionary.__contains__)
        return _given_back(reading, found)

    def known(self, text: str, people: tuple[KeptPerson, ...]) -> tuple[PossibleIdentifier, ...]:
        """Give only the names of the people key, in order; none overlaps another."""
        reading = reading_of(text)
        return _given_back(
            reading, known_findings(reading.text, people, self._lists.dictionary.__contains__)
        )


def named_findings(text: str, lists: WordLists) -> list[PossibleIdentifier]:
    """Give the names, places and organisations of a text that was read; no two overlap."""
    scene = scene_of(text, lists)
    mark_quiet(scene)
    find_organisations(scene)
    find_small_organisations(scene)
    find_places(scene)
    find_names(scene)
    find_initials(scene)
    return scene.found


def _given_back(
    reading: Reading, found: list[PossibleIdentifier]
) -> tuple[PossibleIdentifier, ...]:
    """Give the findings that stay, with their places in the text that was given."""
    given = []
    for each in combined(reading.text, found):
        held = tuple(_placed(reading, inner) for inner in each.holds)
        given.append(replace(_placed(reading, each), holds=held))
    return tuple(given)


def _placed(reading: Reading, found: PossibleIdentifier) -> PossibleIdentifier:
    start, end = reading.span(found.start, found.end)
    return replace(found, start=start, end=end)
