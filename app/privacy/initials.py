"""Initials that stand for a person: "J.S.", "KL's mum", "J said"."""

from __future__ import annotations

import re
from dataclasses import replace

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.surroundings import does_something, role_before, role_behind
from app.privacy.words import FREE, QUIET, Scene, Told

_DOTTED = re.compile(r"[A-Z]\.(?: ?[A-Z]\.){1,3}")
_FIRST_DOTTED = re.compile(r"[A-Z]\. ")
_PAIR = 2
_NEVER_ALONE = ("i", "a", "x")
_DOING = ("speaks", "writes", "feels")


def find_initials(scene: Scene) -> None:
    """Find and mark initials that are still free."""
    for place, word in enumerate(scene.words):
        if scene.marks[place] != FREE or not word.is_capital or len(word.plain) > _PAIR:
            continue
        if len(word.plain) == 1:
            _find_single(scene, place)
        elif word.is_caps:
            _find_pair(scene, place)


def _find_single(scene: Scene, place: int) -> None:
    word = scene.words[place]
    dotted = _DOTTED.match(scene.text, word.start)
    if dotted:
        _find_dotted(scene, place, dotted)
    elif _FIRST_DOTTED.match(scene.text, word.start) and _is_surname(scene, place + 1, word.end):
        _add(scene, place, place + 2, Confidence.LIKELY)
    elif word.plain not in _NEVER_ALONE and _is_somebody(scene, place):
        _add(scene, place, place + 1, Confidence.WORTH_A_LOOK)


def _find_dotted(scene: Scene, place: int, dotted: re.Match[str]) -> None:
    letters = dotted[0].replace(".", "").replace(" ", "").lower()
    end = place + len(letters)
    is_nobody = letters in scene.lists.grammar["nobody"] or _is_cited(scene, place)
    if is_nobody or end > len(scene.words):
        scene.mark(place, end, QUIET)
        return
    if _is_surname(scene, end, dotted.end() - 1):
        end += 1
    _add(scene, place, end, Confidence.LIKELY)
    last = scene.found[-1]
    if scene.text.startswith(". ", last.end) and scene.text[last.end + 2 : last.end + 3].islower():
        scene.found[-1] = replace(last, end=last.end + 1)  # no sentence ends here


def _is_cited(scene: Scene, place: int) -> bool:
    """Say whether they belong to an author, as in "Kolb, D. A. (1984)"."""
    return scene.between(place - 1) == ", " and scene.marks[place - 1] == QUIET if place else False


def _is_surname(scene: Scene, place: int, stop: int) -> bool:
    """Say whether a name follows the full stop at a place of the text."""
    if place >= len(scene.words) or not scene.text.startswith(". ", stop):
        return False
    word = scene.words[place]
    if word.start != stop + 2 or not word.is_capital or scene.marks[place] != FREE:
        return False
    is_name = scene.lists.is_name(word.plain) or not scene.lists.explains(word.plain)
    return is_name and not word.is_caps


def _find_pair(scene: Scene, place: int) -> None:
    if not _is_unknown_pair(scene, place):
        return
    second = place + 2
    is_with_another = (
        scene.joined_phrase(place + 1, 1) == "and"
        and scene.is_joined(second)
        and len(scene.plain(second)) == _PAIR
        and scene.words[second].is_caps
        and _is_unknown_pair(scene, second)
    )
    if is_with_another:
        _add(scene, second, second + 1, Confidence.WORTH_A_LOOK)
    if is_with_another or _is_somebody(scene, place):
        _add(scene, place, place + 1, Confidence.WORTH_A_LOOK)


def _is_unknown_pair(scene: Scene, place: int) -> bool:
    plain, lists = scene.plain(place), scene.lists
    if plain in lists.quiet or plain in lists.roles:
        return False
    is_parent_told = scene.words[place].is_possessive and scene.is_of("kin", place + 1)
    return is_parent_told or plain not in lists.acronyms


def _is_somebody(scene: Scene, place: int) -> bool:
    word = scene.words[place]
    if word.is_possessive:
        return scene.is_joined(place + 1) and not scene.words[place + 1].is_capital
    if does_something(scene, place) in _DOING:
        return True
    return scene.is_joined(place) and bool(role_before(scene, place))


def _add(scene: Scene, start: int, end: int, confidence: Confidence) -> None:
    suggestion = role_before(scene, start) or role_behind(scene, end - 1) or "a person"
    scene.add(start, end, IdentifierKind.NAME, Told("initials", confidence, suggestion))
