"""Who may see an answer: the mark that each answer carries."""

from __future__ import annotations

from enum import Flag


class Sharing(Flag):
    """Where an answer may be offered. PRIVATE is the absence of every mark."""

    PRIVATE = 0
    SUPERVISION = 1
    CPD = 2


_WORDS = {"supervision": Sharing.SUPERVISION, "cpd": Sharing.CPD}


def sharing_from_words(words: object) -> Sharing:
    """Read "private", "supervision", "cpd" or a list of the latter two.

    Raises:
        ValueError: the words name no such sharing.
    """
    if words == "private":
        return Sharing.PRIVATE
    sharing = Sharing.PRIVATE
    for word in words if isinstance(words, list | tuple) else (words,):
        if not isinstance(word, str) or word not in _WORDS:
            raise ValueError("sharing is “private”, “supervision”, “cpd” or a list of the last two")
        sharing |= _WORDS[word]
    return sharing


def sharing_words(sharing: Sharing) -> list[str]:
    """Give the words for a sharing, the inverse of sharing_from_words."""
    words = [word for word, mark in _WORDS.items() if mark in sharing]
    return words or ["private"]
