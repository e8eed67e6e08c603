"""First names that are words as well, as Will and Grace: their grammar tells what is meant."""

from __future__ import annotations

from app.privacy.surroundings import does_something, has_article, is_placed, role_behind
from app.privacy.words import QUIET, Scene

# Sections of quiet words that may be names after all.
DOUBTFUL = ("authors", "months", "countries")


def is_meant_as_name(scene: Scene, place: int, role: str) -> bool:
    """Say whether this capital is somebody's name."""
    plain, lists = scene.plain(place), scene.lists
    sort = lists.quiet.get(plain, "")
    if sort not in DOUBTFUL:
        sort = lists.word_names.get(plain, "")
    if sort == "names" or _is_with_surname(scene, place):
        return not _is_plain_at_beginning(scene, place)
    if has_article(scene, place):
        return False
    if sort == "months":
        return bool(role) or _is_person_of_month(scene, place)
    if sort == "countries":
        return not is_placed(scene, place) and scene.plain(place - 1) not in ("from", "of", "to")
    return _is_name_of_word(scene, place, sort, role)


def _is_name_of_word(scene: Scene, place: int, sort: str, role: str) -> bool:
    word = scene.words[place]
    if _is_in_phrase(scene, place) or _is_on_scale(scene, place):
        return False
    if sort == "ideas" and _is_among_ideas(scene, place):
        return False
    if role or word.in_heading:
        return bool(role)
    return not word.is_first or _is_person_at_beginning(scene, place, sort)


def _is_with_surname(scene: Scene, place: int) -> bool:
    after = place + 1
    if not scene.is_joined_capital(after) or scene.words[place].is_possessive:
        return False
    word = scene.words[after]
    if word.is_caps or scene.marks[after] == QUIET:
        return False
    return word.plain in scene.lists.surnames and word.plain not in scene.lists.quiet


def _is_in_phrase(scene: Scene, place: int) -> bool:
    """Say whether a capital that is no name follows or stands before, as in Art Therapy."""
    word = scene.words[place]
    if scene.is_joined_capital(place + 1) and not word.is_possessive:
        follows = scene.words[place + 1]
        if not follows.is_caps and scene.lists.explains(follows.plain):
            return True
    if not scene.is_joined(place) or not scene.words[place - 1].is_capital:
        return False
    before = scene.words[place - 1]
    is_plain = scene.lists.explains(before.plain) and before.plain not in scene.lists.word_names
    return is_plain and not before.is_first and not before.is_possessive


def _is_plain_at_beginning(scene: Scene, place: int) -> bool:
    """Say whether a usual first name is the plain word here, as in "Ray of light"."""
    word, after = scene.words[place], scene.joined_phrase(place + 1, 1)
    if not word.is_first or not after or word.plain not in scene.lists.dictionary:
        return False
    is_doing = after.endswith("ing") and scene.lists.verbs.get(after) != "feels"
    return is_doing or scene.is_of("plain_behind", place + 1)


def _is_on_scale(scene: Scene, place: int) -> bool:
    """Say whether a colour rates something, as in "rated it Amber" or "Red, Amber, Green"."""
    if not scene.is_of("scale", place):
        return False
    is_listed = any(scene.is_of("scale", place + step) for step in (-1, 1))
    return is_listed or any(scene.is_of("before_scales", place - step) for step in (1, 2))


def _is_among_ideas(scene: Scene, place: int) -> bool:
    """Say whether it is listed with plain words, as in "Virtue, Wisdom and Beauty"."""
    before = place - 2 if scene.plain(place - 1) == "and" else place - 1
    after = place + 2 if scene.plain(place + 1) == "and" else place + 1
    is_behind = before >= 0 and scene.between(before) in (", ", " ")
    return (is_behind and _is_idea(scene, before)) or (
        scene.between(place) in (", ", " ") and _is_idea(scene, after)
    )


def _is_idea(scene: Scene, place: int) -> bool:
    lists, plain = scene.lists, scene.plain(place)
    if not plain or not scene.words[place].is_capital or scene.words[place].is_first:
        return False
    return lists.explains(plain) and lists.word_names.get(plain, "ideas") == "ideas"


def _is_person_of_month(scene: Scene, place: int) -> bool:
    word = scene.words[place]
    does = does_something(scene, place)
    if does in ("speaks", "writes", "feels") or role_behind(scene, place):
        return True
    if word.is_possessive:
        return word.is_first
    if does == "is" and word.is_first:
        return _is_told_of_person(scene, place)
    return scene.is_joined(place) and scene.is_of("before_people", place - 1)


def _is_told_of_person(scene: Scene, place: int) -> bool:
    """Say whether what follows is, was or has fits a person better than a month."""
    verb, behind = scene.plain(place + 1), scene.plain(place + 2)
    if verb in ("has", "had", "did", "does"):
        third = scene.plain(place + 3)
        if scene.is_of("owners", place + 3) and scene.plain(place + 4) in scene.lists.roles:
            return True
        return behind not in ("been", "come", "gone", "arrived", "passed") or third in (
            "in", "at", "on", "with", "told", "asked", "seen", "to"
        )  # fmt: skip
    return verb in ("who", "whose", "herself", "himself")


def _is_person_at_beginning(scene: Scene, place: int, sort: str) -> bool:
    """Say whether the first word of a sentence is a person, by what follows."""
    is_word = sort == "words"
    if scene.words[place].is_possessive:
        return is_word
    does = does_something(scene, place)
    if is_word and _is_followed_by_deed(scene, place):
        return True
    if does:
        return is_word or does in ("speaks", "writes", "feels")
    return bool(role_behind(scene, place)) or _is_followed_as_person(scene, place, is_word=is_word)


def _is_followed_by_deed(scene: Scene, place: int) -> bool:
    """Say whether some verb of the past follows, as in "Frank fumbled"."""
    follows = scene.joined_phrase(place + 1, 1)
    return follows.endswith("ed") and not scene.is_of("not_deeds", place + 1)


def _is_followed_as_person(scene: Scene, place: int, *, is_word: bool) -> bool:
    """Say whether "and Grace", "to call", ", who" or ", 14" follows."""
    word, after = scene.words[place], scene.plain(place + 1)
    between = scene.between(place)
    if between == " ":
        if after == "and":
            return _is_with_others(scene, place + 2)
        return is_word and after == "to"
    if between == ", " and scene.is_of("after_names", place + 1):
        return True
    aside = scene.text[word.end : word.end + 3]
    if is_word and aside[:2] in (" (", ", ") and aside[2:].isdigit():
        return True
    return between == ", " and _is_with_others(scene, place + 1)


def _is_with_others(scene: Scene, place: int) -> bool:
    """Say whether another name follows, or whoever belongs to this one."""
    if scene.is_free_capital(place):
        return scene.lists.is_name(scene.plain(place))
    return scene.plain(place) in ("her", "his") and scene.plain(place + 1) in scene.lists.roles
