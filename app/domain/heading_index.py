"""Finds which forms ask what a heading says: the same words, or nearly the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.domain.form import FormDefinition
from app.domain.unmarked import unmarked

_NUMBERING = re.compile(
    r"(?:(?:section|part|question|step|q)\s*)?\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[a-z]|[ivx]{1,4})"
    r"(?:[.):]+(?![0-9])\s*|\s+[–—-]\s+)|[0-9]{1,3}(?:\.[0-9]{1,3})*\s+",
    re.IGNORECASE,
)
_APOSTROPHE, _NO_LETTER = re.compile("['’]"), re.compile(r"[\W_]+")
_RECORD = re.compile(r"[:,\s]+(?:\w+\s+)?[0-9]{1,3}\s*$")
_SLIP = 0.8  # of a word's letters, as difflib measures: "feeel" for "feel", not "fear"
_SMALL_WORDS = frozenset(
    {
        "a", "an", "the", "it", "its", "to", "of", "and", "in", "on", "at", "for", "do", "did",
        "you", "your", "i", "my", "is", "was", "were", "so", "that", "this",
    }
)  # fmt: skip
_SLIPS_ONE_IN = 3  # words
_LONGEST_LINE, _LONGEST = 400, 1_600  # characters
_MOST_REMEMBERED = 4_096


@dataclass(frozen=True, slots=True)
class Target:
    """What a heading of an entry may stand for: a prompt, or a whole section without one."""

    form: int  # its place among the forms
    section_key: str
    prompt_key: str = ""


def settled(text: str) -> str:
    """Give a heading without what makes no difference: capitals, marks, numbering, spaces."""
    words = (
        unicodedata.normalize("NFKC", unmarked(text[:_LONGEST])).casefold().replace("&", " and ")
    )
    bare = _NUMBERING.sub("", words, count=1) if _NUMBERING.match(words) else words
    return " ".join(_NO_LETTER.sub(" ", _APOSTROPHE.sub("", bare)).split())


class HeadingIndex:
    """The words of all prompts and section titles of some forms."""

    def __init__(self, forms: Sequence[FormDefinition]) -> None:
        self._targets: dict[str, list[Target]] = {}
        self._by_word: dict[str, set[str]] = {}
        self._found: dict[str, tuple[Target, ...]] = {}
        for number, form in enumerate(forms):
            for text, target in _texts(number, form):
                self._targets.setdefault(settled(text), []).append(target)
        self._targets.pop("", None)
        self._by_count: dict[int, set[str]] = {}
        for words in self._targets:
            telling = _telling(words)
            self._by_count.setdefault(len(telling), set()).add(words)
            for word in telling:
                self._by_word.setdefault(word, set()).add(words)

    def targets(self, heading: str) -> tuple[Target, ...]:
        """Give all that a heading may stand for, in the forms' order."""
        words = settled(heading)
        if words not in self._found:
            if len(self._found) >= _MOST_REMEMBERED:
                self._found.clear()
            self._found[words] = self._search(words) or self._search(_without_record(words))
        return self._found[words]

    def exact(self, line: str) -> tuple[Target, ...]:
        """Give what a line stands for if it has just the words of a prompt or section title."""
        return tuple(self._targets.get(settled(line), ())) if len(line) <= _LONGEST_LINE else ()

    def _search(self, words: str) -> tuple[Target, ...]:
        if words in self._targets:
            return tuple(self._targets[words])
        alike = [each for each in self._candidates(words) if _are_alike(words, each)]
        found = (target for each in alike for target in self._targets[each])
        return tuple(sorted(found, key=lambda target: target.form))

    def _candidates(self, words: str) -> Iterator[str]:
        """Give what has as many telling words, most of them the same."""
        own = _telling(words)
        if len(own) == 1:  # a slip in the only word leaves none to share
            yield from self._by_count.get(1, ())
            return
        shared: Counter[str] = Counter()
        for word in own:
            shared.update(self._by_word.get(word, ()))
        fewest = len(own) - max(1, len(own) // _SLIPS_ONE_IN)
        for each, count in shared.items():
            if count >= fewest and each in self._by_count.get(len(own), ()):
                yield each


def _telling(words: str) -> frozenset[str]:
    return frozenset(words.split()) - _SMALL_WORDS


def _texts(number: int, form: FormDefinition) -> Iterator[tuple[str, Target]]:
    for section in form.sections:
        for prompt in section.prompts:
            yield prompt.text, Target(number, section.key, prompt.key)
    for section in form.sections:
        yield section.title, Target(number, section.key)


def _without_record(words: str) -> str:
    """Give the title of a section that repeats, from "the sample record 2"."""
    return _RECORD.sub("", f" {words}").strip()


def _are_alike(one: str, other: str) -> bool:
    """Say whether two headings differ in nothing but slips of the pen and small words."""
    first, second = one.split(), other.split()
    changes = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    return all(
        name == "equal" or _is_slight(first[start:end], second[other_start:other_end])
        for name, start, end, other_start, other_end in changes
    )


def _is_slight(one: Sequence[str], other: Sequence[str]) -> bool:
    if len(one) != len(other):
        return _SMALL_WORDS.issuperset((*one, *other))
    slips = (SequenceMatcher(None, *pair, autojunk=False) for pair in zip(one, other, strict=True))
    return all(slip.ratio() >= _SLIP for slip in slips)
