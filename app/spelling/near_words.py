"""The words that were probably meant by one that no list knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.spelling.slips import distance
from app.spelling.word_list import WordList

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_APART = 2.6
_MOST_LONGER = 3
_CLOSEST = 160  # of the words that look alike, so many are compared letter by letter
_SPLIT, _SPLIT_OFF_A, _NAME = 1.3, 0.6, 0.5
# Beginnings that sound alike: what is heard may stand elsewhere in the list.
_HEARD_AS = (
    ("f", "ph"), ("n", "kn"), ("n", "gn"), ("r", "wr"), ("s", "ps"), ("s", "c"), ("k", "c"),
    ("c", "k"), ("c", "s"), ("j", "g"), ("g", "j"), ("sk", "sch"), ("w", "wh"), ("h", "wh"),
    ("i", "e"), ("e", "i"), ("a", "e"), ("e", "a"), ("u", "a"), ("o", "a"), ("a", "o"),
    ("in", "un"), ("un", "in"),
)  # fmt: skip


def near_words(
    word: str, lists: tuple[WordList, ...], others: Iterable[str], knows: Callable[[str], bool]
) -> list[str]:
    """Give words in the order of their likeness, each as it is written in mid-sentence."""
    wanted = word.lower()
    found = {each: 0.0 for each in _one_slip_away(wanted) if knows(each)}
    for words in lists:
        for start in _starts(wanted):
            found |= dict.fromkeys(_alike(wanted, words.beginning_with(start)), 0.0)
    found |= dict.fromkeys(_alike(wanted, others), 0.0)
    for each in found:
        is_name = each[0].isupper() and not word[0].isupper()
        found[each] = distance(wanted, each.lower(), _MOST_APART) + (_NAME if is_name else 0)
    for each in _in_two(wanted, knows):
        found[each] = _SPLIT_OFF_A if each.startswith("a ") else _SPLIT
    near = (each for each in found if found[each] <= _MOST_APART)
    return sorted(near, key=lambda each: (found[each], abs(len(each) - len(word)), each))


def one_slip_away(word: str, knows: Callable[[str], bool]) -> bool:
    """Say whether a known word comes about by changing one letter, or exchanging two."""
    return any(knows(each) for each in _one_slip_away(word.lower()))


def _one_slip_away(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
        if before and after:
            yield f"{before}'{after}"


def _in_two(word: str, knows: Callable[[str], bool]) -> Iterator[str]:
    for place in range(1, len(word)):
        first, second = word[:place], word[place:]
        is_first = first in ("a", "i") or (len(first) > 1 and knows(first))
        if is_first and len(second) > 1 and knows(second):
            yield f"{first} {second}"


def _starts(word: str) -> set[str]:
    """Give the beginnings, none of them within another."""
    starts = {word[0], word[0].upper()}
    for heard, written in _HEARD_AS:
        if word.startswith(heard):
            starts.add(written + word[len(heard) : len(heard) + 1])
    return {each for each in starts if not (len(each) > 1 and each[0] in starts)}


def _alike(word: str, words: Iterable[str]) -> list[str]:
    """Give those that share the most pairs of neighbouring letters."""
    shortest, longest = len(word) - _MOST_LONGER, len(word) + _MOST_LONGER
    pairs = _pairs(word)
    shared = [
        (2 * len(pairs & _pairs(each.lower())) - abs(len(each) - len(word)), each)
        for each in words
        if shortest <= len(each) <= longest
    ]
    shared.sort(key=lambda pair: -pair[0])
    return [each for count, each in shared[:_CLOSEST] if count > 0]


def _pairs(word: str) -> set[str]:
    framed = f"^{word}$"
    return {framed[place : place + 2] for place in range(len(framed) - 1)}
