"""Words that were copied, for the release check: in parts, so that a long text lets others in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice

from app.services.checked_words import CheckedFinding, CheckedWords
from app.services.release_check import ReleaseCheck
from app.summary.leaving_texts import LeavingText

_PART = 8_000  # characters: some fifty milliseconds
_AROUND = 300  # on both sides of a cut; nothing that is found between words is longer
_MOST_OF_A_KIND, _MOST_ONWARDS = 5, 40  # cuts that are tried before the part grows
# Where a part ends at best: a line, else a sentence, else words of small letters, else any words.
_ENDS = (
    re.compile(r"\n"),
    re.compile(r"[a-z)”’\"'][.!?]+[”’\"')]*\s+(?=[A-Z][a-z]+\s+[a-z]|[a-z])"),
    re.compile(r"(?<![\w.-])[a-z]{2,}\s+(?=[a-z]{2,}\s+[a-z]{2,}\s)"),
    re.compile(r"\s"),
)
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Looking:
    """Copied words while they are looked at: the rest is still to come.

    Place is what they are called where findings are listed; of is the id of the reflection that
    they are from, or nothing.
    """

    rest: str
    place: str
    of: str = ""
    texts: tuple[LeavingText, ...] = ()
    parts: tuple[CheckedWords, ...] = ()

    @property
    def words(self) -> str:
        """What was copied."""
        return "".join(each.words for each in self.texts) + self.rest

    @property
    def checked(self) -> CheckedWords:
        """What was found in the parts so far as if it were at once."""
        first = self.parts[0]
        findings = {text: each for part in self.parts for text, each in part.findings.items()}
        return CheckedWords(tuple(dict.fromkeys(self.texts)), findings, first.finder, first.people)


def looked_on(check: ReleaseCheck, looking: Looking) -> Looking:
    """Look at the next part of copied words."""
    end = part_end(looking.rest, partial(_is_whole, check, looking))
    text = LeavingText(looking.rest[:end], looking.place, of=looking.of)
    found = check.words((text,))
    texts, parts = (*looking.texts, text), (*looking.parts, found)
    return replace(looking, rest=looking.rest[end:], texts=texts, parts=parts)


def guarded_words(texts: Iterable[LeavingText], checked: CheckedWords) -> str:
    """Give the words with what is undecided replaced as suggested: good for anybody's eyes."""
    return "".join(checked.guarded_words_of(each) for each in texts)


def part_end(words: str, is_whole: Callable[[int], bool]) -> int:
    """Give where the first part of words ends: where nothing that is found would be cut in two.

    What has no space at all is one part, and so is what can be cut nowhere.
    """
    if len(words) <= _PART:
        return len(words)
    return next(filter(is_whole, _cuts(words)), len(words))


def _cuts(words: str) -> Iterator[int]:
    """Give where a part may end, the best first."""
    for pattern in _ENDS:
        ends = [match.end() for match in pattern.finditer(words, _PART // 2, _PART)]
        yield from ends[: -_MOST_OF_A_KIND - 1 : -1]
    onwards = (match.end() for match in _SPACE.finditer(words, _PART))
    yield from islice(onwards, _MOST_ONWARDS)


def _is_whole(check: ReleaseCheck, looking: Looking, cut: int) -> bool:
    """Say whether the same is found around a cut with it and without."""
    start = max(cut - _AROUND, 0)
    around = looking.rest[start : cut + _AROUND]
    at = cut - start
    parts = (around, around[:at], around[at:])
    uncut, before, after = (LeavingText(each, looking.place, of=looking.of) for each in parts)
    findings = check.words((uncut, before, after)).findings
    halves = chain(_told(findings[before]), _told(findings[after], at))
    return tuple(_told(findings[uncut])) == tuple(halves)


def _told(found: Iterable[CheckedFinding], after: int = 0) -> Iterator[tuple[object, ...]]:
    """Give where each stands, what it is, and what would stand there instead."""
    for checked in found:
        each = checked.found
        yield each.start + after, each.end + after, each.kind, each.suggestion, each.label_of
