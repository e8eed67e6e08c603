"""What stands around a capital: the words by which its meaning is told."""

from __future__ import annotations

from app.privacy.words import Scene

_ROLE_GAPS = frozenset((" ", "  ", ", ", " (", ": ", " - "))
_ASIDES = frozenset((", ", " (", " - "))
_LONGEST_ROLE = 3
_AS_FAR_BACK = 4
# What a child has, so that the name before it is probably a child's.


def is_placed(scene: Scene, place: int) -> bool:
    """Say whether the words before tell that a place follows, as in "moved to"."""
    if not scene.is_joined(place):
        return False
    before = scene.plain(place - 1)
    if before in scene.lists.grammar["placed"]:
        return True
    if before in scene.lists.grammar["sides"] and not scene.words[place - 1].is_first:
        return True
    if before == "of":
        return scene.is_of("before_of", place - 2)
    return before in scene.lists.grammar["doubtfully_placed"] and any(
        scene.is_of("moves", place - step) for step in range(2, _AS_FAR_BACK + 1)
    )


def role_before(scene: Scene, place: int) -> str:
    """Give the suggestion of the role that stands before, as "the mother"; none is empty."""
    if place < 1 or (scene.words[place].is_first and scene.between(place - 1) != ": "):
        return ""
    if scene.between(place - 1) not in _ROLE_GAPS or scene.words[place - 1].is_possessive:
        return ""
    suggestion = ""
    for length in range(1, _LONGEST_ROLE + 1):
        words = scene.joined_phrase(place - length, length)
        if not words:
            break
        suggestion = scene.lists.roles.get(words, suggestion)
    return suggestion


def role_behind(scene: Scene, place: int) -> str:
    """Give the suggestion of the role that follows in commas or brackets, or that is owned."""
    between = scene.between(place)
    if scene.words[place].is_possessive:
        is_childs = between == " " and scene.is_of("a_childs", place + 1)
        return "the child" if is_childs else ""
    if between not in _ASIDES:
        return ""
    start = place + 1 + (scene.is_of("owners", place + 1))
    if scene.plain(start) == "aged":
        return "the child"
    for length in range(_LONGEST_ROLE, 0, -1):
        suggestion = scene.lists.roles.get(scene.joined_phrase(start, length))
        if suggestion:
            return suggestion
    return ""


def does_something(scene: Scene, place: int) -> str:
    """Give how what follows a word tells that it is a person: by the section of its verb."""
    if not scene.is_joined(place + 1) or scene.words[place + 1].is_capital:
        return ""
    kind = scene.lists.verbs.get(scene.plain(place + 1), "")
    if kind != "is":
        return "" if kind == "feels" else kind
    behind = scene.plain(place + 2) if scene.is_joined(place + 2) else ""
    if behind in ("not", "so", "very", "too", "still", "now", "again", "really", "also", "just"):
        behind = scene.plain(place + 3)
    if scene.lists.verbs.get(behind) == "feels":
        return "feels"
    is_asked = scene.is_of("modals", place + 1) and behind in scene.lists.grammar["personal"]
    return "" if is_asked else "is"


def has_article(scene: Scene, place: int) -> bool:
    """Say whether the, a, this … stands before."""
    return scene.is_joined(place) and scene.is_of("articles", place - 1)


def fitted(scene: Scene, place: int, suggestion: str) -> str:
    """Leave out the article of a suggestion where the text has one before the place."""
    if scene.is_joined(place) and scene.is_of("owners", place - 1):
        for article in ("the ", "an ", "a "):
            if suggestion.startswith(article):
                return suggestion[len(article) :]
    return suggestion
