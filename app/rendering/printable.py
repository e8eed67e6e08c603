"""Knows which characters the bundled fonts can draw, so that none leaves the paper unsaid."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from app.assets import resource

STAND_IN = "\N{WHITE SQUARE}"

_NEEDS_NO_SHAPE = {"Cf", "Zs", "Zl", "Zp", "Cc"}


@dataclass(slots=True)
class PaperText:
    """Makes texts fit for the paper, and counts the characters that no bundled font can draw."""

    left_out: int = field(default=0)

    def fit(self, text: str) -> str:
        """Give the text with a square for each character that cannot be drawn."""
        unprintable = {ord(character) for character in set(text) if not is_printable(character)}
        if unprintable:
            self.left_out += sum(ord(character) in unprintable for character in text)
            text = text.translate(dict.fromkeys(unprintable, STAND_IN))
        return text

    def remark(self) -> str:
        """Give the sentence that owns up to the squares, or nothing."""
        if not self.left_out:
            return ""
        characters = "character" if self.left_out == 1 else "characters"
        return (
            f"The fonts for this page have no shape for {self.left_out} {characters} "
            f"(printed as {STAND_IN}). The web page and the Markdown copy hold them."
        )


def is_printable(character: str) -> bool:
    """Say whether a bundled font draws the character, or it needs no drawing."""
    if character < "\x7f" or unicodedata.category(character) in _NEEDS_NO_SHAPE:
        return True
    firsts, lasts = _coverage()
    place = bisect_right(firsts, ord(character)) - 1
    return place >= 0 and ord(character) <= lasts[place]


@cache
def _coverage() -> tuple[list[int], list[int]]:
    lines = resource("fonts", "coverage.txt").read_text(encoding="ascii").split()
    ranges = [line.split("-") for line in lines]
    return [int(first, 16) for first, _ in ranges], [int(last, 16) for _, last in ranges]
