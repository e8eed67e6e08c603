"""Initials that stand for a person: "J.S.", "KL's mum", "J said", "met RP and SP"."""

from __future__ import annotations

import re
from dataclasses import replace

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.other_capitals import OTHER_CAPITALS
from app.privacy.surroundings import does_something, role_before, role_behind
from app.privacy.words import FREE, QUIET, Scene, Told

_DOTTED = re.compile(r"[A-Z]\.(?: ?[A-Z]\.){1,3}")
_DOTTED_WITHOUT_LAST = re.compile(r"[A-Z]\.[A-Z](?=[\s,;:'’)]|$)")
_FIRST_DOTTED = re.compile(r"[A-Z]\. ")
_PAIR, _TRIPLE = 2, 3
_NOBODY = ("ni", "nino", "dob", "nhs", "gp", "hv", "sw", "eg", "ie")
_NEVER_ALONE = ("i", "a", "x")
_DOING = ("speaks", "writes", "feels")
_BETWEEN_TWO = frozenset((" & ", " + ", "/"))
_WITH = frozenset(("with", "about", "re"))
_TALKING = frozenset("spoke speak spoken talked talking listened said".split())  # noqa: SIM905
_DIGIT_BESIDE = re.compile(r"[ -]?\d")


def find_initials(scene: Scene) -> None:
    """Find and mark initials that are still free."""
    for place, word in enumerate(scene.words):
        if scene.marks[place] != FREE or not word.is_capital or len(word.plain) > _TRIPLE:
            continue
        if len(word.plain) == 1:
            _find_single(scene, place)
        elif not word.plain.isalpha():
            continue
        elif word.is_caps and len(word.plain) == _PAIR:
            _find_pair(scene, place)
        elif word.is_caps:
            _find_three(scene, place)


def _find_single(scene: Scene, place: int) -> None:
    word = scene.words[place]
    dotted = _DOTTED.match(scene.text, word.start)
    if dotted:
        _find_dotted(scene, place, dotted)
    elif _FIRST_DOTTED.match(scene.text, word.start) and _is_surname(scene, place + 1, word.end):
        _add(scene, place, place + 2, Confidence.LIKELY)
    elif _DOTTED_WITHOUT_LAST.match(scene.text, word.start):
        letters = word.plain + scene.plain(place + 1)
        if letters not in scene.lists.grammar["nobody"] and len(letters) == _PAIR:
            _add(scene, place, place + 2, Confidence.LIKELY)
    elif word.plain not in _NEVER_ALONE and (
        _is_somebody(scene, place) or _is_single_person(scene, place)
    ):
        _add(scene, place, place + 1, Confidence.WORTH_A_LOOK)


def _is_single_person(scene: Scene, place: int) -> bool:
    """Say whether one letter is told, spoken to, does something or stands beside another."""
    word = scene.words[place]
    if scene.text.startswith((".", "-"), word.full_end) or _is_numbered(scene, place):
        return False
    if scene.is_joined(place):
        before = scene.plain(place - 1)
        is_spoken_to = before == "to" and scene.plain(place - 2) in _TALKING
        if before in _WITH or is_spoken_to or scene.is_of("before_people", place - 1):
            return not scene.is_joined_capital(place + 1)
        return False
    after = scene.plain(place + 1)
    is_first_with = after == "and" and scene.plain(place + 2) in ("i", "me", "his", "her", "mum")
    if scene.is_joined(place + 1) and is_first_with and not scene.is_joined_capital(place + 1):
        return True
    return does_something(scene, place) in ("is", "does") or _is_beside_another(scene, place)


def _is_beside_another(scene: Scene, place: int) -> bool:
    """Say whether "& L" follows or "J &" stands before."""
    for other, between in (
        (place + 1, scene.between(place)),
        (place - 1, scene.between(place - 1)),
    ):
        if between in _BETWEEN_TWO and 0 <= other < len(scene.words):
            word = scene.words[other]
            is_letter = word.is_capital and len(word.plain) == 1 and word.plain not in _NEVER_ALONE
            if is_letter and scene.words[min(place, other)].is_first:
                return True
    return False


def _find_dotted(scene: Scene, place: int, dotted: re.Match[str]) -> None:
    letters = dotted[0].replace(".", "").replace(" ", "").lower()
    end = place + len(letters)
    is_nobody = (
        letters in _NOBODY or letters in scene.lists.grammar["nobody"] or _is_cited(scene, place)
    )
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
    if is_with_another or _is_somebody(scene, place) or _is_unexplained(scene, place):
        _add(scene, place, place + 1, Confidence.WORTH_A_LOOK)


def _is_unexplained(scene: Scene, place: int) -> bool:
    """Say whether two capitals stand among small letters and are short for nothing known."""
    word = scene.words[place]
    if word.plain.upper() in OTHER_CAPITALS or word.in_heading or _is_numbered(scene, place):
        return False
    if scene.is_of("articles", place - 1) and scene.is_joined(place):
        return False
    beside = (place - 1, place + 1)
    return not any(
        0 <= other < len(scene.words)
        and scene.words[other].is_caps
        and scene.is_joined(max(place, other))
        for other in beside
    )


def _is_numbered(scene: Scene, place: int) -> bool:
    """Say whether a figure stands beside, as in a form or a postcode."""
    word = scene.words[place]
    before = scene.text[max(0, word.start - 2) : word.start].strip()
    return before[-1:].isdigit() or _DIGIT_BESIDE.match(scene.text, word.full_end) is not None


def _find_three(scene: Scene, place: int) -> None:
    """Find three capitals where only a person can be meant."""
    plain, lists = scene.plain(place), scene.lists
    is_known = plain in lists.quiet or plain in lists.roles or plain in lists.acronyms
    if is_known or plain in lists.dictionary or plain.upper() in OTHER_CAPITALS:
        return
    is_childs = scene.words[place].is_possessive and scene.is_of("kin", place + 1)
    if is_childs or does_something(scene, place) in ("speaks", "feels"):
        _add(scene, place, place + 1, Confidence.WORTH_A_LOOK)


def _is_unknown_pair(scene: Scene, place: int) -> bool:
    plain, lists = scene.plain(place), scene.lists
    if plain in lists.quiet or plain in lists.roles:
        return False
    is_parent_told = scene.words[place].is_possessive and scene.is_of("kin", place + 1)
    if is_parent_told or plain not in lists.acronyms:
        return True
    # Chemistry and the states of America are short for much that nobody writes of here.
    is_told = scene.is_joined(place) and scene.is_of("before_people", place - 1)
    return is_told and plain.upper() not in OTHER_CAPITALS


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
