"""What was found in the paragraphs of a reflection, recalled by their text; no Qt.

A paragraph is looked at a few sentences at a time, so that no look takes long and a key changes
only the stretch that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from app.domain.identifier import PossibleIdentifier
from app.domain.identifier_decision import SentenceKeys
from app.services.noticing import Noticing, Watched

_LEAST, _MOST = 200, 600  # characters of a stretch
_AROUND = 100  # read on both sides of a cut that is no end of a sentence
_MOST_SPARE = 500  # stretches that no text holds any more
# The word before is no title: “Dr. ” ends no sentence.
_SENTENCE_END = re.compile(r"(?<=\w{4})(?<!Prof)(?<!Revd)[.!?…][\"'”’)\]*_]*\s+")

Findings = tuple[PossibleIdentifier, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a paragraph that is looked at as one; characters, counted from 0."""

    start: int
    end: int
    read_start: int
    read_end: int  # more than its own is read where it was cut within a sentence

    @property
    def is_cut(self) -> bool:
        """Whether it begins or ends within a sentence."""
        return (self.start, self.end) != (self.read_start, self.read_end)


def stretches(text: str) -> Iterator[Stretch]:
    """Give the stretches of a paragraph, from its beginning on."""
    start, around = 0, 0
    while len(text) - start > _MOST:
        at = _SENTENCE_END.search(text, start + _LEAST, start + _MOST)
        if at:
            end, following = at.end(), 0
        else:
            end = text.rfind(" ", start + _LEAST, start + _MOST) + 1 or start + _MOST
            following = _AROUND
        yield Stretch(start, end, max(0, start - around), min(len(text), end + following))
        start, around = end, following
    yield Stretch(start, len(text), max(0, start - around), len(text))


class Examined:
    """Knows what was found; looking is asked for, stretch by stretch."""

    def __init__(self, noticing: Noticing) -> None:
        """Know nothing yet."""
        self._noticing = noticing
        self.watched: Watched | None = None
        self._found: dict[str, Findings] = {}
        self._before: dict[str, Findings] = {}  # shown until it is looked at again

    def watch(self, watched: Watched | None) -> None:
        """Look with other knowledge: what was found with less is looked at again."""
        known, self.watched = self.watched, watched
        if known is None or watched is None or known.reflection_id != watched.reflection_id:
            self._found, self._before = {}, {}
        elif _holds_other_names(known, watched) or _has_fewer_decisions(known, watched):
            self._found, self._before = {}, self._found
        else:
            fresh = watched.decisions.keys() - known.decisions.keys()
            self._found = {
                text: _without(text, found, fresh) if found and fresh else found
                for text, found in self._found.items()
            }

    def known(self, text: str, first: int = 0, last: int | None = None) -> Findings:
        """Give what is known of a paragraph, or of the stretches between two places of it."""
        found: list[PossibleIdentifier] = []
        for each in self._between(text, first, last):
            read = text[each.read_start : each.read_end]
            known = self._found.get(read, self._before.get(read, ()))
            found += self._own(text, each, known, found)
        return tuple(found)

    def missing(self, text: str, first: int = 0, last: int | None = None) -> list[Stretch]:
        """Give the stretches that were not looked at."""
        between = self._between(text, first, last)
        return [each for each in between if not self.is_known(text, each)]

    def is_known(self, text: str, stretch: Stretch) -> bool:
        """Say whether a stretch was looked at."""
        return text[stretch.read_start : stretch.read_end] in self._found

    def look(self, text: str, stretch: Stretch) -> Findings:
        """Look at a stretch of a paragraph now, unless it is known; give all that is in it."""
        read = text[stretch.read_start : stretch.read_end]
        found = self._found.get(read)
        if found is None:
            found = () if self.watched is None else self._noticing.noticed(read, self.watched)
            self._found[read] = found
        return self._own(text, stretch, found, [])

    def keep_only(self, texts: set[str]) -> None:
        """Forget what no text holds any more, once there is much of it."""
        self._before = {}
        if len(self._found) > len(texts) + _MOST_SPARE:
            self._found = {text: each for text, each in self._found.items() if text in texts}

    def _between(self, text: str, first: int, last: int | None) -> Iterator[Stretch]:
        for each in stretches(text):
            if last is not None and each.start > last:
                return
            if each.end >= first:
                yield each

    def _own(
        self, text: str, stretch: Stretch, found: Findings, before: list[PossibleIdentifier]
    ) -> Findings:
        """Give what begins in a stretch, by its places in the paragraph."""
        if stretch.start == 0 and not stretch.is_cut:
            return found  # as nearly every paragraph is
        own = []
        end = before[-1].end if before else 0
        for each in found:
            start = each.start + stretch.read_start
            if not (stretch.start <= start < stretch.end) or start < end:
                continue
            moved = replace(each, start=start, end=each.end + stretch.read_start)
            # Where a sentence was cut, it is whole only in the paragraph.
            if not stretch.is_cut or not self._is_decided(text, moved):
                own.append(moved)
        return tuple(own)

    def _is_decided(self, text: str, found: PossibleIdentifier) -> bool:
        decided = self.watched.decisions if self.watched is not None else {}
        return bool(decided) and not _without(text, (found,), decided)


def _without(text: str, found: Findings, decided: Container[str]) -> Findings:
    """Leave out what was decided about."""
    keys = SentenceKeys(text)
    return tuple(
        each for each in found if keys.key(each.start, each.end, each.label_of) not in decided
    )


def _holds_other_names(known: Watched, watched: Watched) -> bool:
    return (known.people, known.is_off) != (watched.people, watched.is_off)


def _has_fewer_decisions(known: Watched, watched: Watched) -> bool:
    return not known.decisions.keys() <= watched.decisions.keys()
