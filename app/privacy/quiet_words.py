"""What is no identifier though it has a capital: phrases of the field, citations, labels."""

from __future__ import annotations

import re

from app.privacy.sorted_lists import Phrase
from app.privacy.words import FREE, QUIET, Scene, Word

_YEAR_BEHIND = re.compile(r"(?:'s)?,? ?\(?(?:19|20)\d\d[a-z]?(?:[.,;:)]|$)")
_INITIALS_BEHIND = re.compile(r", (?:[A-Z]\. ?){1,3}(?:,|\(|&|and|et al)")
# What letters and numbers stand behind, as in Child A.
_USUAL_LABELS = frozenset("abcdefxyz")


def mark_quiet(scene: Scene) -> None:
    """Mark every word that a list or its surroundings explain, and authors that are cited."""
    cited: set[str] = set()
    for place, word in enumerate(scene.words):
        if word.is_capital and scene.marks[place] == FREE:
            _mark_one(scene, place, word)
            if _YEAR_BEHIND.match(scene.text, word.end) and scene.marks[place] == QUIET:
                cited.add(word.plain)
    if cited:
        for place, word in enumerate(scene.words):
            if word.plain in cited and word.is_capital:
                scene.marks[place] = QUIET


def _mark_one(scene: Scene, place: int, word: Word) -> None:
    length = phrase_length(scene, place, scene.lists.quiet_phrases.get(word.plain, ()))
    if length:
        scene.mark(place, place + length, QUIET)
    elif _is_quiet(scene, place, word):
        scene.marks[place] = QUIET
        second = place + 2 if scene.plain(place + 1) == "and" else place + 1
        if not word.is_caps and _is_cited_with(scene, place, second):
            scene.marks[second] = QUIET


def _is_quiet(scene: Scene, place: int, word: Word) -> bool:
    if len(word.plain) == 1:
        return word.plain == "i" or _is_label(scene, place)
    if word.is_possessive and f"{word.plain}'s" in scene.lists.quiet:
        return True
    return not word.is_caps and _is_cited(scene, place, word)


def phrase_length(scene: Scene, place: int, phrases: tuple[Phrase, ...]) -> int:
    """Give how many words from this place on are one of the phrases; the longest comes first."""
    # Most phrases differ in their second word: asking for it first spares the rest.
    second = scene.plain(place + 1) if phrases and scene.is_joined(place + 1) else ""
    for phrase in phrases:
        if len(phrase) > 1 and not (second and phrase[1].startswith(second)):
            continue
        if all(
            _is_same(scene, place + step, part) and (step == 0 or scene.is_joined(place + step))
            for step, part in enumerate(phrase)
        ):
            return len(phrase)
    return 0


def _is_same(scene: Scene, place: int, part: str) -> bool:
    plain = scene.plain(place)
    if plain == part:
        return True
    return bool(plain) and part in (f"{plain}'s", f"{plain}'") and scene.words[place].is_possessive


def _is_label(scene: Scene, place: int) -> bool:
    """Say whether a letter stands behind a word that it numbers."""
    if not scene.is_joined(place) or not scene.is_of("labelled", place - 1):
        return False
    return scene.words[place - 1].is_capital or scene.plain(place) in _USUAL_LABELS


def _is_cited(scene: Scene, place: int, word: Word) -> bool:
    """Say whether it is an author with a year, or owns a theory."""
    second = place + 2 if scene.plain(place + 1) == "and" else place + 1
    if _INITIALS_BEHIND.match(scene.text, word.end) or _is_cited_with(scene, place, second):
        return True
    if scene.lists.is_first_name(word.plain):
        return False
    if _owns_theory(scene, place, word) or _is_academic(scene, place):
        return True
    if _YEAR_BEHIND.match(scene.text, word.end):
        return True
    return scene.joined_phrase(place + 1, 2) == "et al"


def _is_academic(scene: Scene, place: int) -> bool:
    """Say whether "research by" stands before or "argues" behind."""
    if scene.is_joined(place) and scene.plain(place - 1) == "by":
        return scene.is_of("works", place - 2)
    return scene.is_joined(place + 1) and scene.is_of("academic", place + 1)


def _is_known_author(scene: Scene, place: int) -> bool:
    return scene.lists.quiet.get(scene.plain(place)) == "authors"


def _owns_theory(scene: Scene, place: int, word: Word) -> bool:
    """Say whether "'s cycle" or " model" follows."""
    if not scene.is_joined(place + 1):
        return False
    farthest = 3 if word.is_possessive else 1
    # A mother in law is no law.
    return any(
        scene.is_of("theory", place + step) and scene.plain(place + step - 1) != "in"
        for step in range(1, farthest + 1)
    )


def _is_cited_with(scene: Scene, place: int, second: int) -> bool:
    """Say whether a second author follows, and then the year or what the two have made."""
    if second == place + 1 and scene.between(place) not in (" & ", ", "):
        return False
    if second == place + 2 and scene.joined_phrase(place + 1, 1) != "and":
        return False
    if not scene.is_free_capital(second):
        return False
    word = scene.words[second]
    is_dated = _YEAR_BEHIND.match(scene.text, word.end) is not None
    if second == place + 2 and (_is_known_author(scene, place) or scene.marks[place] == QUIET):
        return word.plain in scene.lists.surnames
    return is_dated or (second == place + 2 and _owns_theory(scene, second, word))
