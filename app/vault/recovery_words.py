"""The 24 recovery words: the data key itself, coded so that a person can write it down.

The coding is BIP-39's English list with its checksum, so other tools can read it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from app.domain.errors import WrongRecoveryWords

WORD_COUNT = 24


def words_of(data_key: bytes) -> tuple[str, ...]:
    """Give the words for a data key."""
    return tuple(_coder().to_mnemonic(data_key).split())


def data_key_of(text: str) -> bytes:
    """Read the words as a person writes them: any case, spaces, commas and numbering.

    Raises:
        WrongRecoveryWords: says what is wrong without repeating a word.
    """
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text).lower())
    if len(words) != WORD_COUNT:
        raise WrongRecoveryWords(
            f"A journal has {WORD_COUNT} recovery words; you gave {len(words)}."
        )
    known = frozenset(_coder().wordlist)
    unknown = [place for place, word in enumerate(words, 1) if word not in known]
    if unknown:
        raise WrongRecoveryWords(_unknown_words(unknown))
    if not _coder().check(" ".join(words)):
        raise WrongRecoveryWords(
            "Each of these is a recovery word, but together they are not a set. "
            "One may be in another’s place or read as a similar word."
        )
    return bytes(_coder().to_entropy(words))


def _unknown_words(places: list[int]) -> str:
    if len(places) == 1:
        return f"Word {places[0]} is not a recovery word. Please check how it is spelled."
    listed = ", ".join(str(place) for place in places[:-1])
    return (
        f"Words {listed} and {places[-1]} are not recovery words. "
        "Please check how they are spelled."
    )


@cache
def _coder() -> Any:
    from mnemonic import Mnemonic

    return Mnemonic("english")
