"""Family names with a particle as they are written otherwise: Mac Donald, Vanderberg."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.identifier import Confidence
from app.privacy.known_form import SPELT_AS_KEY, Form

# Own list: particles that are taken for one another, each row with all the ways to write it.
_ROWS = (
    ("mc", "mac"),
    ("van der", "van den", "van de", "van", "vander", "vd"),
    ("von der", "von", "van der"),
    ("al", "el", "ul"),
    ("abdul", "abd al", "abd el", "abdel", "abdal"),
    ("bin", "ibn", "ben"),
    ("bint", "binti"),
    ("de la", "dela", "de", "la"),
    ("de", "di", "da", "du", "do"),
    ("dos", "das", "da", "do", "de"),
    ("del", "della", "de"),
    ("o", "ni", "nic", "ui"),
    ("le", "la"),
    ("fitz", "fits"),
    ("st", "saint"),
    ("ap", "ab"),
)
_OTHERS = {
    tuple(each.split()): tuple(tuple(other.split()) for other in row if other != each)
    for row in reversed(_ROWS)
    for each in row
}
_MOST_WORDS = 2
# What a family name begins with, though it is written in one.
_GROWN_ON = ("mac", "mc", "fitz", "o")
_SHORTEST_BEHIND = 4
_SHORTEST_BEHIND_O = 5


def written_otherwise(words: tuple[str, ...]) -> Iterator[Form]:
    """Give the other forms of a family name, its particles first."""
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        others = _OTHERS.get(words[:count])
        if others:
            yield from (_form((*other, *words[count:])) for other in others)
            break
    for start in _GROWN_ON if len(words) == 1 else ():
        rest = words[0].removeprefix(start)
        least = _SHORTEST_BEHIND_O if start == "o" else _SHORTEST_BEHIND
        if rest != words[0] and len(rest) >= least:
            # The same letters too: they may stand in two words.
            others = ((start,),) if start == "o" else ((start,), *_OTHERS[(start,)])
            yield from (_form((*other, rest)) for other in others)
            break


def _form(pieces: tuple[str, ...]) -> Form:
    return Form("".join(pieces), pieces, SPELT_AS_KEY, Confidence.LIKELY, rank=3, is_surname=True)
