"""Whether an unknown word is a word of the dictionary with one slip of the finger."""

from __future__ import annotations

from functools import lru_cache

from app.privacy.sorted_lists import SortedWords
from app.privacy.word_lists import WordLists

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_FIRST = 5  # at the beginning of a sentence, where every word has a capital
_SHORTEST = 8  # elsewhere, where a capital counts for more than the likeness
_LONGEST = 20


def is_a_slip(word: str, lists: WordLists, *, is_first: bool) -> bool:
    """Say whether it is, by one letter too many, missing, changed or exchanged with the next."""
    shortest = _SHORTEST_FIRST if is_first else _SHORTEST
    if not shortest <= len(word) <= _LONGEST or not word.isascii():
        return False
    return _is_near(word, lists.dictionary)


@lru_cache(maxsize=2_000)
def _is_near(word: str, dictionary: SortedWords) -> bool:
    for place in range(1, len(word) + 1):
        before, after = word[:place], word[place:]
        if after and before + after[1:] in dictionary:
            return True
        if len(after) > 1 and before + after[1] + after[0] + after[2:] in dictionary:
            return True
        for letter in _LETTERS:
            if before + letter + after in dictionary:
                return True
            if after and before + letter + after[1:] in dictionary:
                return True
    return False
