"""Looks words up in the British dictionary and the words of the field, beside a person's own."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from pathlib import Path

from app.domain.spelling import UnknownWord
from app.spelling.near_words import near_words, one_slip_away
from app.spelling.word_list import WordList
from app.spelling.words_in_text import TextWord, words_in

_MOST_RECALLED = 20_000  # words, of those that were looked up
_MOST_SUGGESTED = 5
_LONGEST_ACRONYM = 6
_POSSESSIVE = "'s"
# They stand before a hyphen.
_BEGINNINGS = """
anti auto bi bio co counter cross de ex extra hyper inter intra macro mega meta micro mid mini multi
neuro non pan para post pre pro pseudo psycho re self semi socio sub super trans tri ultra un under
uni
"""


class Speller:
    """Knows the shipped words; the files are read when the first word is looked up."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the dictionaries."""
        self._folder = folder
        self._beginnings = frozenset(_BEGINNINGS.split())
        self._recalled: dict[str, bool] = {}
        self._recalled_slips: dict[str, bool] = {}

    def unknown(
        self, text: str, own: Collection[str], *, is_beginning: bool = True
    ) -> tuple[UnknownWord, ...]:
        """Give the words that are probably misspelt; own words are given in small letters."""
        return tuple(
            UnknownWord(each.start, each.start + len(each.word), each.word)
            for each in words_in(text, is_beginning=is_beginning)
            if not self._is_quiet(each, text, own)
        )

    def near(self, word: str, own: Collection[str]) -> tuple[str, ...]:
        """Give what was probably meant, the likeliest first, with the word's own capital."""
        plain = word.replace("’", "'")
        found = near_words(plain, (self._dictionary, self._sector), own, self._knows)
        given = [_like(word, each) for each in found if each not in self._never_suggested]
        return tuple(dict.fromkeys(given))[:_MOST_SUGGESTED]

    def _is_quiet(self, each: TextWord, text: str, own: Collection[str]) -> bool:
        word = each.word
        if self._is_right(word):
            return True
        after = each.start + len(word)
        if word.lower() in self._beginnings and text[after : after + 1] == "-":
            return True
        plain = word.replace("’", "'")
        bare = _without_possessive(plain)
        is_own = plain.casefold() in own or bare.casefold() in own
        return is_own or self._is_name(bare, is_first=each.is_first)

    def _is_name(self, word: str, *, is_first: bool) -> bool:
        """Say whether it is an acronym or probably a name.

        At the beginning of a sentence any word has a capital; there it is taken for a name unless
        it is one slip away from a word.
        """
        if word.isupper():
            return len(word) <= _LONGEST_ACRONYM
        if any(letter.isupper() for letter in word[1:]):
            return True
        return word[0].isupper() and not (is_first and self._is_slip(word))

    def _is_right(self, word: str) -> bool:
        return _recalled(self._recalled, word, self._is_listed)

    def _is_slip(self, word: str) -> bool:
        return _recalled(self._recalled_slips, word, self._is_one_slip_away)

    def _is_one_slip_away(self, word: str) -> bool:
        return one_slip_away(word, self._knows)

    def _is_listed(self, word: str) -> bool:
        plain = word.replace("’", "'")
        bare = _without_possessive(plain)
        return any(self._knows(each) for each in _ways_to_look_up(plain, bare))

    def _knows(self, word: str) -> bool:
        return word in self._dictionary or word in self._sector

    @cached_property
    def _dictionary(self) -> WordList:
        return WordList.read_sorted(self._folder / "en_GB" / "words.txt")

    @cached_property
    def _sector(self) -> WordList:
        return WordList.read(self._folder / "sector_words.txt")

    @cached_property
    def _never_suggested(self) -> WordList:
        return WordList.read_sorted(self._folder / "en_GB" / "never_suggested.txt")


def _recalled(recalled: dict[str, bool], word: str, find: Callable[[str], bool]) -> bool:
    found = recalled.get(word)
    if found is None:
        if len(recalled) >= _MOST_RECALLED:
            recalled.clear()
        found = recalled[word] = find(word)
    return found


def _ways_to_look_up(plain: str, bare: str) -> tuple[str, ...]:
    """Give a word as it stands, and in small letters where a capital says nothing."""
    ways = [plain, bare]
    if plain.isupper():
        ways += [plain.lower(), plain.capitalize(), bare.lower(), bare.capitalize()]
    elif plain[0].isupper() and plain[1:].islower():
        ways += [plain.lower(), bare.lower()]
    return tuple(dict.fromkeys(ways))


def _without_possessive(word: str) -> str:
    return word[: -len(_POSSESSIVE)] if word.endswith((_POSSESSIVE, "'S")) else word


def _like(word: str, found: str) -> str:
    if word.isupper() and len(word) > 1:
        return found.upper()
    return found[0].upper() + found[1:] if word[0].isupper() else found
