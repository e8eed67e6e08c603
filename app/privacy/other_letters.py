"""Names in Cyrillic and Greek letters as they are written in Latin ones, roughly as they sound."""

from __future__ import annotations

import unicodedata

# Own tables: as the UK writes names of people who came here, not as libraries do.
_CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяёўј",
        """
        a b v g g d e ye zh z i i yi y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya yo u j
        """.split(),  # noqa: SIM905
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),  # noqa: SIM905
        strict=True,
    )
)
_LETTERS = {each: "" if sound == "-" else sound for each, sound in (_CYRILLIC | _GREEK).items()}
_GREEK_PAIRS = (("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("μπ", "b"), ("ντ", "nt"), ("γγ", "ng"))
# What both ends of a Ukrainian or Russian name are met as.
_ENDINGS = (("iya", "ia"), ("iy", "y"), ("yy", "y"))
_FIRST_GREEK, _LAST_CYRILLIC = "\u0370", "\u04ff"


def in_latin(text: str) -> str:
    """Give a text in small letters with its Cyrillic and Greek words in Latin letters."""
    if text.isascii() or not any(_FIRST_GREEK <= each <= _LAST_CYRILLIC for each in text):
        return text
    # й and ї are letters of their own, the accents of Greek are not.
    text = "".join(each if each in _LETTERS else _without_accent(each) for each in text)
    for pair, sound in _GREEK_PAIRS:
        text = text.replace(pair, sound)
    words = "".join(_LETTERS.get(each, each) for each in text).split(" ")
    return " ".join(map(_usual, words))


def _without_accent(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0] if letter.isalpha() else letter


def _usual(word: str) -> str:
    for ending, usual in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + usual
    return word
