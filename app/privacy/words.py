"""The words of a text, with what is to be known of each before names are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.folding import folded
from app.privacy.word_lists import WordLists

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f]|['-](?=[^\W\d_]))*")
# Small letters with which a name may begin: "al-Karim", "d'Angelo".
_SMALL_START = re.compile(r"(?:al|el|ul|as|ash|ad|an|ar|at|az|ibn|bin)-|[dlo]'")
_COMBINING = re.compile("[\u0300-\u036f]")
_BEGINS_A_SENTENCE = re.compile(r"[.!?:;\n•\"“”«»|>…]|(?<!\w)'")
_LONGEST_WORD = 40  # more of it is not looked up
_LONGEST_GAP = 40  # more than that joins nothing
_FEWEST_IN_HEADING = 3
_SHORTEST_HEADING_WORD = 4
_HEADING_SHARE = 0.75
FREE, QUIET, FOUND = 0, 1, 2


@dataclass(slots=True)
class Word:
    """One word; the end leaves out a possessive, the plain word has small unaccented letters."""

    start: int
    end: int
    full_end: int
    plain: str
    is_capital: bool
    is_caps: bool  # all of it, and more than one letter
    is_first: bool  # in its sentence
    is_joined: bool  # to the word before, by nothing but space
    in_heading: bool = False

    @property
    def is_possessive(self) -> bool:
        """Say whether 's or an apostrophe follows."""
        return self.full_end > self.end


@dataclass(slots=True)
class Scene:
    """A text's words, the lists they are looked up in, and what was found so far."""

    text: str
    words: list[Word]
    lists: WordLists
    marks: bytearray
    found: list[PossibleIdentifier] = field(default_factory=list)

    def plain(self, place: int) -> str:
        """Give a word in small letters; nothing outside the text."""
        return self.words[place].plain if 0 <= place < len(self.words) else ""

    def is_of(self, section: str, place: int) -> bool:
        """Say whether a word stands in this section of grammar.txt."""
        return self.plain(place) in self.lists.grammar[section]

    def is_joined(self, place: int) -> bool:
        """Say whether there is such a word and only space parts it from the one before."""
        return 0 < place < len(self.words) and self.words[place].is_joined

    def is_joined_capital(self, place: int) -> bool:
        """Say whether there is such a word, joined to the one before, with a capital."""
        return self.is_joined(place) and self.words[place].is_capital

    def is_free_capital(self, place: int) -> bool:
        """Say whether there is such a word, capital and not yet explained."""
        inside = 0 <= place < len(self.words)
        return inside and self.words[place].is_capital and self.marks[place] == FREE

    def between(self, place: int) -> str:
        """Give what stands between a word and the next."""
        if place + 1 >= len(self.words):
            return ""
        return self.text[self.words[place].full_end : self.words[place + 1].start][:_LONGEST_GAP]

    def joined_phrase(self, place: int, length: int) -> str:
        """Give so many words from a place on as one phrase; nothing if they are not joined."""
        words = self.words[place : place + length]
        if place < 0 or len(words) < length or not all(each.is_joined for each in words[1:]):
            return ""
        return " ".join(f"{each.plain}'s" if self._owns(each) else each.plain for each in words)

    @staticmethod
    def _owns(word: Word) -> bool:
        return word.full_end == word.end + 2

    def mark(self, start: int, end: int, mark: int) -> None:
        """Mark words, the end outside."""
        self.marks[start:end] = bytes((mark,)) * (min(end, len(self.marks)) - start)

    def add(self, start: int, end: int, kind: IdentifierKind, told: Told) -> None:
        """Keep the words from start to end as a finding."""
        self.mark(start, end, FOUND)
        self.found.append(
            PossibleIdentifier(
                self.words[start].start,
                self.words[end - 1].end,
                kind,
                told.reason,
                told.confidence,
                told.suggestion,
            )
        )


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a finding."""

    reason: str
    confidence: Confidence
    suggestion: str


def scene_of(text: str, lists: WordLists) -> Scene:
    """Part a text that was read (app/privacy/reading.py) into words; time grows with its length."""
    words = list(_words(text, lists.grammar["full_stop_behind"]))
    _find_headings(text, words)
    return Scene(text, words, lists, bytearray(len(words)))


def _words(text: str, abbreviated: frozenset[str]) -> Iterator[Word]:
    plain_text = folded(text)
    before, before_plain = 0, ""
    for match in _WORD.finditer(text):
        start, full_end = match.span()
        gap = text[before:start] if start - before < _LONGEST_GAP else "\n"
        is_abbreviated = gap == ". " and before_plain in abbreviated
        is_first = before == 0 or _BEGINS_A_SENTENCE.search(gap) is not None
        end, full_end, plain = _without_possessive(text, plain_text, start, full_end)
        yield Word(
            start,
            end,
            full_end,
            plain,
            is_capital=_has_capital(text, start, end),
            is_caps=end - start > 1 and text[start:end].isupper(),
            is_first=is_first and not is_abbreviated,
            is_joined=is_abbreviated or (gap.strip(" ") == "" and before > 0),
        )
        before, before_plain = full_end, plain


def _has_capital(text: str, start: int, end: int) -> bool:
    if text[start].isupper():
        return True
    small = _SMALL_START.match(text, start, end)
    return small is not None and small.end() < end and text[small.end()].isupper()


def _without_possessive(text: str, plain_text: str, start: int, end: int) -> tuple[int, int, str]:
    """Give where the word ends without and with what says that it owns, and the plain word."""
    full_end = end
    if plain_text.startswith("'s", end - 2) and end - 2 > start:
        end -= 2
    elif text.startswith("'", end) and plain_text.startswith("s", end - 1):
        full_end += 1
    plain = plain_text[start : min(end, start + _LONGEST_WORD)]
    return end, full_end, plain if plain.isascii() else _COMBINING.sub("", plain)


def _find_headings(text: str, words: list[Word]) -> None:
    """Find the lines in which nearly every longer word has a capital."""
    start = 0
    while start < len(words):
        line_end = text.find("\n", words[start].start)
        line_end = len(text) if line_end < 0 else line_end
        end, long, capital = start, 0, 0
        while end < len(words) and words[end].start < line_end:
            if len(words[end].plain) >= _SHORTEST_HEADING_WORD:
                long += 1
                capital += words[end].is_capital
            end += 1
        is_titled = long >= _FEWEST_IN_HEADING and capital >= long * _HEADING_SHARE
        if (is_titled and text[line_end - 1] not in ".!?") or _is_marked(text, words[start].start):
            for word in words[start:end]:
                word.in_heading = True
        start = end


def _is_marked(text: str, start: int) -> bool:
    """Say whether Markdown's sign of a heading stands before."""
    return text[max(start - 2, 0) : start] == "# "
