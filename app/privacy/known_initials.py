"""Finds the initials of the people key: KO, K.O. and K. O.; ko where a person is meant."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.identifier import Confidence, KeptPerson
from app.privacy.known_form import INITIALS_OF_KEY
from app.privacy.known_forms import holder_of, initials_of
from app.privacy.known_hits import Hit, Token
from app.privacy.known_small import (
    does_what_only_people_do,
    stands_as_letter,
    stands_as_name_in_small,
)
from app.privacy.known_small_words import ADULTS
from app.privacy.other_capitals import ACTING_CAPITALS, OTHER_CAPITALS

_LONGEST, _PAIR = 4, 2
_WORDS = frozenset(
    """
    ah am an as at be by do eh ex go ha he hi if in is it ma me my no of oh ok on or ow pa so to uh
    um up us we ye yo al ed jo mo ty bo cy ie eg re vs ps pm nb im id ill wd yr hr mr mr ms dr st rd
    tv uk eu un ad pc ta tb
    """.split()  # noqa: SIM905
)


class KnownInitials:
    """The initials of every entry."""

    def __init__(self, people: Sequence[KeptPerson]) -> None:
        """Take the entries; of those with the same initials the first is the likeliest."""
        self._holders: dict[str, tuple[int, ...]] = {}
        for number, person in enumerate(people):
            for initials in initials_of(person):
                self._holders[initials] = (*self._holders.get(initials, ()), number)
        self._single: dict[str, tuple[int, ...]] = {}
        self._titled: dict[str, tuple[int, ...]] = {}
        for number, person in enumerate(people):
            holder = holder_of(person)
            for letter in sorted(holder.first_initials):
                self._single[letter] = (*self._single.get(letter, ()), number)
            for letter in sorted(holder.last_initials):
                self._titled[letter] = (*self._titled.get(letter, ()), number)
        # Two letters in small ones, unless they are a word or stand for something else.
        self.in_small = frozenset(
            each.lower()
            for each in self._holders
            if len(each) == _PAIR and each.lower() not in _WORDS
        ) | frozenset((*self._single, *self._titled))

    def at(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        """Give the initials that begin with this token, which has a capital."""
        start, end, letters = tokens[at]
        if not text[start].isupper():
            return self._in_small(text, tokens, at)
        if end - start == 1:
            dotted = self._with_dots(text, tokens, at) if self._holders else None
            return dotted or self._of_letter(text, tokens, at)
        word = letters.upper()
        holders = self._holders.get(word, ()) if text[start:end].isupper() else ()
        if not holders or _is_shouted(text, tokens, at):
            return None
        if word in OTHER_CAPITALS and not self._is_person_all_the_same(text, tokens, at):
            return None
        return Hit(start, end, at, at + 1, holders, Confidence.CERTAIN, INITIALS_OF_KEY)

    def _in_small(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        start, end, letters = tokens[at]
        if end - start == 1:
            dotted = self._with_dots(text, tokens, at) if self._holders else None
            return dotted or self._of_letter(text, tokens, at)
        if letters not in self.in_small or not stands_as_name_in_small(text, tokens, at):
            return None
        word = letters.upper()
        if word in OTHER_CAPITALS and not self._is_person_all_the_same(text, tokens, at):
            return None
        holders = self._holders[word]
        return Hit(start, end, at, at + 1, holders, Confidence.LIKELY, INITIALS_OF_KEY)

    @staticmethod
    def _is_person_all_the_same(text: str, tokens: Sequence[Token], at: int) -> bool:
        """Say whether capitals that stand for something else do what that does not."""
        is_acting = tokens[at][2].upper() in ACTING_CAPITALS
        if is_acting and text[tokens[at][1] : tokens[at][1] + 1] != "'":
            return False
        return does_what_only_people_do(text, tokens, at)

    def _of_letter(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        start, end, letter = tokens[at]
        is_titled = at > 0 and tokens[at - 1][2] in ADULTS
        holders = (self._titled if is_titled else self._single).get(letter, ())
        if not holders or not stands_as_letter(text, tokens, at):
            return None
        if is_titled:
            start = tokens[at - 1][0]
        return Hit(start, end, at, at + 1, holders, Confidence.LIKELY, INITIALS_OF_KEY)

    def _with_dots(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        found, word = None, tokens[at][2].upper()
        for after in range(at + 1, min(at + _LONGEST, len(tokens))):
            start, end, letters = tokens[after]
            gap = text[tokens[after - 1][1] : start]
            is_dotted = gap in (".", ". ") or (gap == "-" and text[start].isupper())
            is_alike = text[start].isupper() == text[tokens[at][0]].isupper()
            if not is_dotted or end - start > 1 or not is_alike:
                break
            word += letters.upper()
            holders = self._holders.get(word)
            if holders and (text[start].isupper() or word.lower() not in _WORDS):
                end += text.startswith(".", end)
                places = tokens[at][0], end, at, after + 1
                found = Hit(*places, holders, Confidence.CERTAIN, INITIALS_OF_KEY)
        return found


def _is_shouted(text: str, tokens: Sequence[Token], at: int) -> bool:
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return any(end - start > 1 and text[start:end].isupper() for start, end, _ in beside)
