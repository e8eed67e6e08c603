"""Finds the names of the people key in a text, whichever way they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from app.domain.identifier import Confidence, KeptPerson, PossibleIdentifier
from app.privacy.known_disguised import disguised
from app.privacy.known_families import as_more_than_one
from app.privacy.known_form import (
    GENERIC,
    IN_KEY,
    PARTICLES,
    SPELT_AS_KEY,
    WORD,
    Form,
    folded,
)
from app.privacy.known_grammar import NEVER_ALONE, STARTING, stands_as_name
from app.privacy.known_hits import Hit, Token, gathered
from app.privacy.known_initials import KnownInitials
from app.privacy.known_small import stands_as_name_in_small
from app.privacy.known_table import (
    EVERYDAY,
    LAST_RANK_LIKE,
    LONG_IN_TWO,
    RATHER_LONG,
    SHORT,
    SHORTEST_IN_TWO,
    IsWord,
    KnownTable,
)
from app.privacy.known_words import KnownWords, hit_of
from app.privacy.likeness import SHORTEST
from app.privacy.other_letters import in_latin
from app.privacy.other_scripts import OtherScripts

_BETWEEN = frozenset({"", " ", "  ", "-", "'", "_", ".", "+", " - ", "\n", " \n", "-\n", "`"})
_BETWEEN_LETTERS = frozenset({" ", "-", ".", " - ", ", "})
_FEWEST_SPELT, _MOST_SPELT = 4, 20
_AFTER_SHORT = frozenset({". ", ".-"})
_LOWER_IN_NAMES = NEVER_ALONE | GENERIC
_SHORTEST_UNCHECKED, _MOST_UNLIKE_UNCHECKED = 6, 0.4
_SHORTEST_SPLIT, _SHORTEST_PAIR = 2, 7
# Words so long are looked into, shorter ones where they are no word or behind a # or @.
_LONG = 20
_MARKS_OF_HANDLES = ("#", "@", "_")

_value = attrgetter("value")


class KnownNames:
    """A people key made ready once; asked about many texts."""

    def __init__(self, people: Sequence[KeptPerson], is_word: IsWord | None = None) -> None:
        """Take the entries; see `of`."""
        self._table = KnownTable(people, is_word)
        self._words = KnownWords(self._table)
        self._initials = KnownInitials(people)
        self._other_scripts = OtherScripts(people)

    @classmethod
    def of(cls, people: Sequence[KeptPerson], is_word: IsWord | None = None) -> KnownNames:
        """Make a people key ready.

        Args:
            people: its entries; of those that share a name the first counts.
            is_word: says of a word in small letters whether it is an ordinary English word. With
                it misspellings in small letters are found too, without it only the plainest.
        """
        return cls(people, is_word)

    def find(self, text: str) -> list[PossibleIdentifier]:
        """Give the names in a reading's text, in order; none overlaps another."""
        tokens = list(self._tokens(text))
        hits = list(self._hits(text, tokens))
        of = self._table.holders
        whole = [as_more_than_one(text, each, of) for each in gathered(text, tokens, hits, of)]
        whole += [*self._other_scripts.hits(text), *disguised(text, self._table.forms)]
        found: list[PossibleIdentifier] = []
        for hit in sorted(whole, key=lambda each: (each.start, -each.end)):
            if not found or hit.start >= found[-1].end:
                found.append(self._finding(hit))
        return found

    def _finding(self, hit: Hit) -> PossibleIdentifier:
        holder = self._table.holders[hit.holders[0]]
        label, instead = holder.label, hit.instead or holder.label
        return PossibleIdentifier(
            hit.start, hit.end, holder.kind, hit.reason, hit.confidence, instead, label
        )

    def _tokens(self, text: str) -> Iterator[Token]:
        for match in WORD.finditer(text):
            word = match.group()
            letters = self._letters(word)
            if word.islower() or word.istitle() or word.isupper() or letters in self._table.forms:
                yield match.start(), match.end(), letters
            else:
                yield from self._humps(word, match.start())

    def _letters(self, word: str) -> str:
        """Give the letters of a word; those of another script in Latin where the key has none."""
        letters = folded(word)
        if letters.isascii() or letters in self._table.forms:
            return letters
        return in_latin(letters)

    def _humps(self, word: str, place: int) -> Iterator[Token]:
        """Give the words of a word such as KayleighOakes, in which each has a capital."""
        bounds = [at for at in range(1, len(word)) if word[at].isupper() and word[at - 1].islower()]
        if word[:2].isupper() and word[2:3].islower():
            bounds = [1, *bounds]  # KHartley
        places = list(pairwise((0, *bounds, len(word))))
        humps = [folded(word[start:end]) for start, end in places]
        if humps[0] in PARTICLES:
            # McDonald is no Donald.
            places, humps = [(0, len(word))], [folded(word)]
        for (start, end), letters in zip(places, humps, strict=True):
            yield place + start, place + end, letters

    def _hits(self, text: str, tokens: Sequence[Token]) -> Iterator[Hit]:
        at = 0
        while at < len(tokens):
            start, _, letters = tokens[at]
            is_small = not text[start].isupper() and letters not in self._initials.in_small
            if is_small and self._table.is_nothing(letters):
                at += 1
                continue
            hit = self._at(text, tokens, at)
            if hit is not None:
                yield hit
            else:
                yield from self._within(text, tokens, at)
            at = hit.after if hit else at + 1

    def _at(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        letters = tokens[at][2]
        hit = None
        if self._table.longest.get(letters, 1) > 1:
            hit = self._of_several(text, tokens, at)
        if hit is None:
            hit = (
                self._spelt_out(text, tokens, at)
                or self._initials.at(text, tokens, at)
                or self._split(text, tokens, at)
            )
        if hit is None and letters in self._table.forms:
            return self._words.of_one(text, tokens, at, 0)
        return (
            hit
            or self._words.hasty(text, tokens, at)
            or self._words.pet_name(text, tokens, at)
            or self._misspelt(text, tokens, at)
            or self._misspelt_pair(text, tokens, at)
        )

    def _of_several(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        """Find the longest form that is written in several words."""
        found = None
        most = min(at + self._table.longest[tokens[at][2]], len(tokens))
        joined = tokens[at][2]
        for after in range(at + 1, most):
            _, end, letters = tokens[after - 1]
            between = text[end : tokens[after][0]]
            if between not in _BETWEEN and not (between in _AFTER_SHORT and len(letters) <= SHORT):
                break
            joined += tokens[after][2]
            known = self._table.forms.get(joined)
            sure = self._surety(text, tokens[at : after + 1], known[0].form) if known else None
            if known and sure:
                found = hit_of(tokens, at, after + 1, known)
                found = replace(found, confidence=min(sure, found.confidence, key=_value))
        return found

    def _spelt_out(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        """Find a name that is told letter by letter: "C-o-n-n-o-r"."""
        if tokens[at][1] - tokens[at][0] > 1:
            return None
        after, most = at + 1, min(at + _MOST_SPELT, len(tokens))
        while after < most and tokens[after][1] - tokens[after][0] == 1:
            if text[tokens[after - 1][1] : tokens[after][0]] not in _BETWEEN_LETTERS:
                break
            after += 1
        for end in range(after, at + _FEWEST_SPELT - 1, -1):
            known = self._table.forms.get("".join(each[2] for each in tokens[at:end]))
            if known:
                return hit_of(tokens, at, end, known)
        return None

    def _surety(self, text: str, own: Sequence[Token], form: Form) -> Confidence | None:
        """Say how surely words that are everyday words too, or letters only, are a name."""
        if any(len(each) > 1 and each not in EVERYDAY for each in form.pieces):
            return Confidence.CERTAIN
        own = [each for each in own if each[2] not in _LOWER_IN_NAMES] or own
        if all(not text[start].islower() for start, _, _ in own):
            return Confidence.CERTAIN
        is_sentence = any(len(each) <= SHORT or each in STARTING for each in form.pieces)
        return None if is_sentence or len(own) <= 1 else Confidence.LIKELY

    def _split(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        """Find a name that is written as two: Mary Ann for Maryann, holly bush for Hollybush."""
        start, end, letters = tokens[at]
        if at + 1 == len(tokens) or end - start < _SHORTEST_SPLIT:
            return None
        next_start, next_end, more = tokens[at + 1]
        known = self._table.written_in_two(letters, more)
        if known is None or text[end:next_start] not in (" ", "-"):
            return None
        is_capital = text[start].isupper() and text[next_start].isupper()
        most = LONG_IN_TWO if self._are_words(letters, more) else SHORTEST_IN_TWO
        is_long = len(letters + more) >= most
        if next_end - next_start < _SHORTEST_SPLIT or not (is_capital or is_long):
            return None
        return hit_of(tokens, at, at + 2, known)

    def _misspelt(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        start, end, letters = tokens[at]
        is_capital = text[start].isupper()
        near = self._table.nearest(letters) if len(letters) >= SHORTEST else None
        if near is None:
            return None
        is_doubtful = not is_capital and self._table.needs_grammar(near.letters)
        if is_doubtful and not stands_as_name_in_small(text, tokens, at):
            return None
        is_plain = len(letters) >= _SHORTEST_UNCHECKED and near.unlike <= _MOST_UNLIKE_UNCHECKED
        is_checked = self._table.is_word is not None or is_plain
        # Otherwise only a capital in mid-sentence tells that it is no ordinary word.
        if not is_checked and not (is_capital and stands_as_name(text, start, end)):
            return None
        known = self._table.forms[near.letters]
        known = [each for each in known if each.form.rank <= LAST_RANK_LIKE]
        hit = hit_of(tokens, at, at + 1, known)
        end -= near.too_many
        return replace(hit, end=end, confidence=Confidence.LIKELY, reason=SPELT_AS_KEY)

    def _misspelt_pair(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        """Find a misspelling of two words, as in a place's name."""
        start, end, letters = tokens[at]
        if at + 1 == len(tokens):
            return None
        next_start, _, more = tokens[at + 1]
        if text[end:next_start] != " " or len(more) == 1:
            return None
        name = self._table.nearest_pair(letters + more)
        if name is None or len(name) < _SHORTEST_PAIR:
            return None
        is_capital = text[start].isupper() and text[next_start].isupper()
        # Of two plain words only the last s may be missing: little acorn.
        is_one_of_many = f"{letters}{more}s" == name
        if not (is_capital or is_one_of_many) and self._are_words(letters, more):
            return None
        hit = hit_of(tokens, at, at + 2, self._table.forms[name])
        return replace(hit, confidence=Confidence.LIKELY, reason=SPELT_AS_KEY)

    def _are_words(self, *words: str) -> bool:
        is_word = self._table.is_word
        return is_word is None or all(each in EVERYDAY or is_word(each) for each in words)

    def _within(self, text: str, tokens: Sequence[Token], at: int) -> Iterator[Hit]:
        """Find names that stand in a longer word, as in #justiceforkayleigh."""
        start, end, letters = tokens[at]
        if len(letters) < RATHER_LONG or len(letters) != end - start:
            return
        is_word = self._table.is_word
        is_handle = text[start - 1 : start] in _MARKS_OF_HANDLES
        if len(letters) < _LONG and not is_handle and (is_word is None or is_word(letters)):
            return
        for place, name in self._table.within(letters):
            hit = hit_of(tokens, at, at + 1, self._table.forms[name])
            begins, ends = start + place, start + place + len(name)
            yield replace(hit, start=begins, end=ends, confidence=Confidence.LIKELY, reason=IN_KEY)


_recent: tuple[tuple[Sequence[KeptPerson], IsWord | None, KnownNames], ...] = ()
_MOST_RECENT = 4


def known_findings(
    text: str, people: tuple[KeptPerson, ...], is_word: IsWord | None = None
) -> list[PossibleIdentifier]:
    """Give the names of a people key in a reading's text; the last keys are kept ready."""
    global _recent  # noqa: PLW0603 - exchanged whole, so that any thread may ask
    if not people:
        return []
    for kept, kept_is_word, names in _recent:
        if kept_is_word == is_word and (kept is people or kept == people):
            return names.find(text)
    names = KnownNames.of(people, is_word)
    _recent = ((people, is_word, names), *_recent[: _MOST_RECENT - 1])
    return names.find(text)


def forget_known_names() -> None:
    """Let go of every key that was kept ready, as when the journal is locked."""
    global _recent  # noqa: PLW0603
    _recent = ()
