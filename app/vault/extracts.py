"""A short extract of a text around the first place where a search hits, with the hits marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from app.domain.finding import Piece
from app.vault.search_words import Term

_LENGTH = 120
_BEFORE_HIT = 40
_LONGEST_CUT_WORD = 24
_MARKS = re.compile(
    r"(?m)^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)|[*_`~]{1,3}"
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# Letters may carry accents as characters of their own.
_ACCENTS = "[\u0300-\u036f]*"


def extract(texts: Iterable[str], terms: tuple[Term, ...]) -> tuple[Piece, ...]:
    """Give about 120 characters of the first text that has a hit, or else of the first text.

    The texts are gone through twice where nothing hits.
    """
    pattern = hit_pattern(terms)
    for text in texts:
        hit = pattern.search(_folded(text)) if pattern else None
        if hit:
            return _pieces(_window(text, hit.start()), pattern)
    first = next((text for text in texts if text.strip()), "")
    return _pieces(_window(first, 0), pattern)


@lru_cache(maxsize=8)
def hit_pattern(terms: tuple[Term, ...]) -> re.Pattern[str] | None:
    """Give a pattern that finds in folded text what the index finds."""
    alternatives = [_alternative(term) for term in terms]
    if not alternatives:
        return None
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(alternatives)})")


def _alternative(term: Term) -> str:
    words = re.findall(r"[^\W_]+", re.sub(_ACCENTS, "", _folded(term.text)))
    spelled = [_ACCENTS.join(map(re.escape, word)) + _ACCENTS for word in words]
    end = r"[^\W_]*" if term.is_beginning else r"(?![^\W_])"
    return r"[\W_]+".join(spelled) + end


def _window(text: str, hit: int) -> str:
    """Cut at words, a little before the hit."""
    start = max(0, hit - _BEFORE_HIT)
    if start:
        space = text.find(" ", start, hit)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + _LENGTH)
    if end < len(text):
        space = text.rfind(" ", end - _LONGEST_CUT_WORD, end)
        end = space if space > hit else end
    kept = " ".join(_MARKS.sub("", text[start:end]).split())
    return ("…" if start else "") + kept + ("…" if end < len(text) else "")


def _pieces(text: str, pattern: re.Pattern[str] | None) -> tuple[Piece, ...]:
    return tuple(piece for piece in _split(text, pattern) if piece.text)


def _split(text: str, pattern: re.Pattern[str] | None) -> Iterator[Piece]:
    end = 0
    for hit in pattern.finditer(_folded(text)) if pattern else ():
        yield Piece(text[end : hit.start()])
        yield Piece(text[hit.start() : hit.end()], is_found=True)
        end = hit.end()
    yield Piece(text[end:])


def _folded(text: str) -> str:
    """Give the text without capitals and accents, each character in its place."""
    plain = text if text.isascii() else _BEYOND_ASCII.sub(_folded_character, text)
    return plain.lower()


def _folded_character(found: re.Match[str]) -> str:
    return _without_accent(found[0])


@cache
def _without_accent(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character
