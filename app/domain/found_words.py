"""Where the words of a search stand in a text that is read, so that they can be marked."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_MOST_CHARACTERS, _MOST_TERMS = 1000, 40
_QUOTES = str.maketrans("“”„‟«»", '""""""')
_PART = re.compile(r'"(?P<phrase>[^"]*)(?P<end>"|$)|(?P<word>[^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
# Letters may carry accents as characters of their own.
_ACCENTS = "[\u0300-\u036f]*"


def found_places(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Give start and end of every place, without regard to capitals and accents.

    The words are read as the search reads them: each counts, “phrases in quotation marks” count
    as they stand, and the last one typed, or one that ends in a star, may be the beginning of a
    word.
    """
    pattern = _pattern(words)
    if pattern is None:
        return ()
    return tuple(hit.span() for hit in pattern.finditer(_folded(text)))


@lru_cache(maxsize=8)
def _pattern(words: str) -> re.Pattern[str] | None:
    typed = words.translate(_QUOTES)[:_MOST_CHARACTERS]
    alternatives: dict[str, None] = {}
    for part in _PART.finditer(typed):
        is_beginning = part.end() == len(typed) and not part["end"]
        is_beginning = is_beginning or (part["word"] or "").endswith("*")
        if spelled := _spelled(part["word"] or part["phrase"] or "", is_beginning=is_beginning):
            alternatives[spelled] = None
    if not alternatives:
        return None
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(list(alternatives)[:_MOST_TERMS])})")


def _spelled(term: str, *, is_beginning: bool) -> str:
    words = _WORD.findall(re.sub(_ACCENTS, "", _folded(term)))
    end = r"[^\W_]*" if is_beginning else r"(?![^\W_])"
    spelled = [_ACCENTS.join(map(re.escape, word)) + _ACCENTS for word in words]
    return r"[\W_]+".join(spelled) + end if spelled else ""


def _folded(text: str) -> str:
    """Give the text without capitals and accents, each character in its place."""
    lowered = text.lower()
    if len(lowered) == len(text) and unicodedata.is_normalized("NFD", lowered):
        return lowered
    return "".join(map(_folded_character, text))


@cache
def _folded_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character
