"""Names of the people key in scripts without capitals: looked for as they stand, in one search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from app.domain.identifier import Confidence, KeptPerson
from app.privacy.known_form import IN_KEY
from app.privacy.known_forms import is_other_script
from app.privacy.known_hits import Hit
from app.privacy.reading import reading_of

# Marks of vowels that may be left out, and the stretched line of Arabic.
_MARKS = "[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]*"
_MARK = re.compile(_MARKS[:-1])
# Letters that are written one for another.
_ALIKE = ("اأإآٱ", "يىئی", "هةۀ", "كک", "وؤ")
_FEWEST_LETTERS = 2
_SPACE = r"[\s\-·・]*"


class OtherScripts:
    """The names of those scripts, as one pattern."""

    def __init__(self, people: Sequence[KeptPerson]) -> None:
        """Take the entries; of those that share a name the first counts."""
        self._holders: list[int] = []
        patterns: dict[str, int] = {}
        for number, person in enumerate(people):
            for name in filter(is_other_script, person.names):
                for part in _parts(name):
                    patterns.setdefault(_pattern(part), number)
        ordered = sorted(patterns, key=len, reverse=True)
        self._holders = [patterns[each] for each in ordered]
        self._wanted = re.compile("|".join(f"({each})" for each in ordered)) if ordered else None

    def hits(self, text: str) -> Iterator[Hit]:
        """Give the names in a reading's text."""
        if self._wanted is None or text.isascii():
            return
        for match in self._wanted.finditer(text):
            assert match.lastindex is not None
            holder = self._holders[match.lastindex - 1]
            yield Hit(match.start(), match.end(), 0, 0, (holder,), Confidence.CERTAIN, IN_KEY)


def _parts(name: str) -> Iterator[str]:
    """Give the whole name, then its parts of two letters and more."""
    whole = _MARK.sub("", unicodedata.normalize("NFC", reading_of(name).text)).strip()
    parts = whole.split()
    for part in dict.fromkeys((whole, *parts)):
        letters = sum(unicodedata.category(each)[0] == "L" for each in part)
        if letters >= _FEWEST_LETTERS and is_other_script(part):
            yield part


def _pattern(part: str) -> str:
    spelled = []
    for letter in part:
        alike = next((group for group in _ALIKE if letter in group), "")
        if letter.isspace() or letter == "-":
            spelled.append(_SPACE)
        else:
            spelled.append((f"[{alike}]" if alike else re.escape(letter)) + _MARKS)
    return "".join(spelled)
