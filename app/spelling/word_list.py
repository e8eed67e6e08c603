"""A sorted list of words in one piece of memory: as small as its file, and ready once read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_COMMENT = "#"


class WordList:
    """Looks words up by halving; every word is followed by a line's end."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take words in any order."""
        self._text = _joined(sorted(set(words)))

    @classmethod
    def read(cls, file: Path) -> WordList:
        """Take the words of a file, one on each line; a line that begins with # is a comment."""
        lines = file.read_text(encoding="utf-8").splitlines()
        return cls(line for line in lines if line and not line.startswith(_COMMENT))

    @classmethod
    def read_sorted(cls, file: Path) -> WordList:
        """Take a file of nothing but words, sorted by their characters, just as it is."""
        words = cls(())
        words._text = file.read_bytes().replace(b"\r\n", b"\n")
        return words

    def __contains__(self, word: str) -> bool:
        """Say whether the list holds exactly this word."""
        wanted = word.encode("utf-8", "replace")
        place = self._place(wanted)
        return self._text.startswith(wanted + b"\n", place)

    def beginning_with(self, start: str) -> list[str]:
        """Give every word that begins so."""
        first = start.encode("utf-8", "replace")
        after = first[:-1] + bytes((first[-1] + 1,))
        return self._text[self._place(first) : self._place(after)].decode("utf-8").split()

    def _place(self, wanted: bytes) -> int:
        """Give where the first word begins that does not come before the one that is wanted."""
        text, low, high = self._text, 0, len(self._text)
        while low < high:
            middle = text.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = text.index(b"\n", middle)
            if text[middle:end] < wanted:
                low = end + 1
            else:
                high = middle
        return low


def _joined(words: list[str]) -> bytes:
    return "".join(f"{word}\n" for word in words).encode("utf-8")
