"""A short extract of a text around the first place where a search hits, with the hits marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from app.domain.finding import Piece
from app.domain.short_words import without_marks
from app.vault.search_words import Term

_LENGTH = 120
_BEFORE_HIT = 40
_LONGEST_CUT_WORD = 24
# Marks that people type all the time fold to themselves.
_TO_FOLD = re.compile(r"[^\x00-\x7f‘’“”–—…]")
# Letters may carry accents as characters of their own.
_ACCENT = re.compile("[\u0300-\u036f]")
_ACCENTS = f"{_ACCENT.pattern}*"


class Folded:
    """A text, and the same without capitals and accents, each character in its place."""

    __slots__ = ("has_accents", "is_written", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_written = bool(text.strip())
        self.plain = folded(text)
        self.has_accents = not self.plain.isascii() and bool(_ACCENT.search(self.plain))


class Hits:
    """Finds in folded text what the index finds."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        words = [_words(term) for term in terms]
        self.pattern = _pattern(terms, words)
        # A plain search for a beginning leaves little for the pattern, which is slow.
        self._beginnings = [each[0] for each in words if each]
        self._has_beginnings = len(self._beginnings) == len(terms)

    def first_in(self, text: Folded) -> int | None:
        """Give where the first hit begins."""
        if self.pattern is None:
            return None
        start = 0
        if self._has_beginnings and not text.has_accents:
            places = [text.plain.find(each) for each in self._beginnings]
            start = min((place for place in places if place >= 0), default=-1)
            if start < 0:
                return None
        hit = self.pattern.search(text.plain, start)
        return hit.start() if hit else None


def extract(texts: Callable[[], Iterable[Folded]], hits: Hits) -> tuple[Piece, ...]:
    """Give about 120 characters of the first text that has a hit, or else of the first text.

    The texts are gone through twice where nothing hits.
    """
    if hits.pattern is not None:
        for text in texts():
            hit = hits.first_in(text)
            if hit is not None:
                return _pieces(_window(text.text, hit), hits.pattern)
    first = next((text.text for text in texts() if text.is_written), "")
    return _pieces(_window(first, 0), hits.pattern)


def _pattern(terms: tuple[Term, ...], words: list[list[str]]) -> re.Pattern[str] | None:
    if not terms:
        return None
    alternatives = map(_alternative, terms, words)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(alternatives)})")


def _words(term: Term) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(_ACCENTS, "", folded(term.text)))


def _alternative(term: Term, words: list[str]) -> str:
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
    kept = without_marks(text[start:end])
    return ("…" if start else "") + kept + ("…" if end < len(text) else "")


def _pieces(text: str, pattern: re.Pattern[str] | None) -> tuple[Piece, ...]:
    return tuple(piece for piece in _split(text, pattern) if piece.text)


def _split(text: str, pattern: re.Pattern[str] | None) -> Iterator[Piece]:
    end = 0
    for hit in pattern.finditer(folded(text)) if pattern else ():
        yield Piece(text[end : hit.start()])
        yield Piece(text[hit.start() : hit.end()], is_found=True)
        end = hit.end()
    yield Piece(text[end:])


def folded(text: str) -> str:
    """Give the text without capitals and accents, each character in its place."""
    plain = text if text.isascii() else _TO_FOLD.sub(_folded_character, text)
    return plain.lower()


def _folded_character(found: re.Match[str]) -> str:
    return _without_accent(found[0])


@cache
def _without_accent(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character
