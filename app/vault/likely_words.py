"""What somebody probably meant who searched for a word that the journal does not hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice, product

from app.vault.extracts import folded
from app.vault.search_words import as_typed

_WORD = re.compile(r"[^\W_]+")
_SHORTEST, _SHORTEST_BEGINNING = 3, 4
# Up to so many letters a word may differ by one, or by two; a longer one by three.
_FEW_LETTERS, _SOME_LETTERS = 4, 8
_MOST_LETTERS, _MOST_MENDED = 40, 4
_MOST_FOR_A_WORD, _MOST = 4, 6


def likely_words(typed: str, uses: Mapping[str, int]) -> tuple[str, ...]:
    """Give what was typed with every unknown word mended, the likeliest first.

    Nothing is given where each word is known by itself, or one is like none in the journal.
    """
    text = unicodedata.normalize("NFC", as_typed(typed))
    found = list(_WORD.finditer(folded(text)))
    unknown = [word for word in found if not _is_known(word, text, uses)]
    if not 0 < len(unknown) <= _MOST_MENDED:
        return ()
    choices = [_likely(word[0], uses, is_last=word.end() == len(text)) for word in unknown]
    mended = (_with(text, unknown, chosen).strip() for chosen in product(*choices))
    return tuple(islice(dict.fromkeys(mended), _MOST))


def _is_known(word: re.Match[str], text: str, uses: Mapping[str, int]) -> bool:
    is_beginning = word.end() == len(text) or text[word.end()] == "*"
    return word[0] in uses or (is_beginning and any(each.startswith(word[0]) for each in uses))


def _with(text: str, places: list[re.Match[str]], words: tuple[str, ...]) -> str:
    for place, word in reversed(list(zip(places, words, strict=True))):
        text = text[: place.start()] + word + text[place.end() :]
    return text


def _likely(word: str, uses: Mapping[str, int], *, is_last: bool) -> list[str]:
    if not _SHORTEST <= len(word) <= _MOST_LETTERS:
        return []
    found = _near(word, uses) or list(_in_two(word, uses))
    if not found and is_last and len(word) >= _SHORTEST_BEGINNING:
        found = _going_on(word, uses)
    return found[:_MOST_FOR_A_WORD]


def _near(word: str, uses: Mapping[str, int]) -> list[str]:
    """Give words that differ in a few letters, the nearest and then the most used first."""
    # Loaded when somebody has mistyped, not with the program.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = _most_differences(word)
    near = process.extract(word, uses.keys(), scorer=OSA.distance, score_cutoff=most, limit=None)
    # Few people mistype the first letter.
    ranked = sorted((differences, each[0] != word[0], -uses[each], each) for each, differences, _
                    in near if len(each) >= _SHORTEST)  # fmt: skip
    return [each for *_, each in ranked]


def _in_two(word: str, uses: Mapping[str, int]) -> Iterator[str]:
    """Give two words that were typed without the space between them, the most used first."""
    pairs = [
        (word[:place], word[place:])
        for place in range(2, len(word) - 1)
        if word[:place] in uses and word[place:] in uses
    ]
    for pair in sorted(pairs, key=lambda pair: -min(uses[pair[0]], uses[pair[1]])):
        yield " ".join(pair)


def _going_on(word: str, uses: Mapping[str, int]) -> list[str]:
    """Give words whose beginning differs in one letter: the last may not be whole yet."""
    from rapidfuzz.distance import OSA

    lengths = range(len(word) - 1, len(word) + 2)
    likely = (
        each
        for each in uses
        if len(each) > len(word)
        and each[0] == word[0]
        and any(OSA.distance(word, each[:length], score_cutoff=1) <= 1 for length in lengths)
    )
    return sorted(likely, key=lambda each: (-uses[each], each))


def _most_differences(word: str) -> int:
    if len(word) <= _FEW_LETTERS:
        return 1
    return 2 if len(word) <= _SOME_LETTERS else 3
