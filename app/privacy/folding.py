"""Small letters without accents, letter for letter, so that a text keeps its places."""

from __future__ import annotations

import unicodedata

# Letters that no decomposition takes apart.
_UNPARTED = dict(zip("łøđßæœıəðþŋħ", "lodsaoiadtnh", strict=True))


class _Folding(dict[int, int]):
    """Gives the plain letter of each that is asked for, and recalls it."""

    def __missing__(self, code: int) -> int:
        letter = chr(code).lower()[0]
        parted = unicodedata.normalize("NFKD", _UNPARTED.get(letter, letter))
        plain = ord(parted[0])
        self[code] = plain
        return plain


_FOLDED = _Folding()


def folded(text: str) -> str:
    """Give a text in small letters without accents; its length stays as it is."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)
