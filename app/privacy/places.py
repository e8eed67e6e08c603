"""Towns, villages and areas: by the lists of places, and by the words around a capital."""

from __future__ import annotations

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.patterns.passage import word_set
from app.privacy.quiet_words import phrase_length
from app.privacy.sorted_lists import Phrase
from app.privacy.surroundings import does_something, fitted, is_placed
from app.privacy.villages import is_village
from app.privacy.words import FOUND, FREE, QUIET, Scene, Told

_SHORTEST_SHOUTED = 5
_SHORTEST_SMALL = 4
# Words behind which a place in small letters is looked for: most words are not.
_SMALL_LEADS = word_set(
    """
    in near nearby behind past along around outside across throughout towards via inside within
    beyond to from at through for into between and or of north south east west central
    """
)
_LONGEST_HEAD = 2
_MOST_BEFORE_HEAD = 3
_MOST_WORDS = 4
_SHIRE = "shire"
_TOLD = [
    [each, "of"]
    for each in ("village", "town", "hamlet", "suburb", "outskirts", "parish", "island")
]

# What is a street behind the name of a place: "Cheetham Hill Road".
_STREETS = frozenset(
    "road rd street st lane ln avenue ave drive close crescent terrace way row".split()  # noqa: SIM905
)


def find_places(scene: Scene) -> None:
    """Find and mark places that the lists know, and capitals before a word such as estate."""
    for place in range(len(scene.words)):
        if len(scene.plain(place)) == 1:
            continue
        if scene.is_free_capital(place):
            _find_one(scene, place)
        elif scene.is_joined(place) and scene.plain(place - 1) in _SMALL_LEADS:
            _find_small(scene, place)


def _find_one(scene: Scene, place: int) -> None:
    lists, word = scene.lists, scene.words[place]
    length = _listed(scene, place, lists.places.beginning_with(_first_part(word.plain)))
    if length > 1 or (length == 1 and _is_meant(scene, place)):
        _add_listed(scene, place, place + length)
    elif (
        _is_told_to_be(scene, place)
        or _is_named_by_what_follows(scene, place)
        or is_village(scene, place)
    ):
        return
    elif word.plain in lists.word_places:
        _find_word(scene, place)
    elif length == 0:
        _find_far(scene, place)


def _is_behind_a_small_place(scene: Scene, place: int) -> bool:
    """Say whether a place stands before "to" or "and": "bootle to kettering"."""
    return scene.is_joined(place - 1) and scene.marks[place - 2] == FOUND


def _find_small(scene: Scene, place: int) -> None:
    """Find a place in small letters, which no dictionary knows as a word: "in oldham"."""
    word, lists = scene.words[place], scene.lists
    if word.is_capital or len(word.plain) < _SHORTEST_SMALL or not lists.is_place(word.plain):
        return
    if not is_placed(scene, place) and not _is_behind_a_small_place(scene, place):
        return
    if not lists.explains(word.plain) and not lists.is_first_name(word.plain):
        told = (Confidence.WORTH_A_LOOK, "a place of these islands, in small letters", "")
        _add(scene, place, place + 1, told)


def _add_listed(scene: Scene, start: int, end: int) -> None:
    """Keep it, with "Park" or the like behind it."""
    suggestion = ""
    if scene.is_joined_capital(end) and not scene.words[end - 1].is_possessive:
        if scene.plain(end) in _STREETS:
            told = Told("a street called by a place", Confidence.LIKELY, "their street")
            scene.add(start, end + 1, IdentifierKind.ADDRESS, told)
            return
        suggestion = scene.lists.place_words.get(scene.plain(end), "")
    end += suggestion != ""
    _add(scene, start, end, (Confidence.CERTAIN, "a place of these islands", suggestion))


def _first_part(plain: str) -> str:
    return plain.partition("-")[0]


def _listed(scene: Scene, place: int, phrases: tuple[Phrase, ...]) -> int:
    """Give how many words from here on are a listed place; hyphens count as spaces."""
    plain = scene.plain(place)
    if "-" in plain:
        return int(tuple(plain.split("-")) in phrases)
    length = phrase_length(scene, place, phrases)
    return length if length and scene.words[place + length - 1].is_capital else 0


def _is_meant(scene: Scene, place: int) -> bool:
    """Say whether one listed word is meant as a place and not as a person or a thing."""
    word, lists = scene.words[place], scene.lists
    plain = word.plain
    if plain in lists.quiet or (word.is_caps and len(plain) < _SHORTEST_SHOUTED):
        return False
    sort = lists.word_places.get(plain)
    if plain in lists.dictionary and sort != "always" and (word.is_first or sort != "sure"):
        return False
    if scene.is_joined(place + 1) and scene.plain(place + 1) in _GOODS:
        scene.mark(place, place + 1, QUIET)
        return False
    return not _is_behind_a_name(scene, place) and not _is_a_person(scene, place)


def _is_a_person(scene: Scene, place: int) -> bool:
    """Say whether a word that is also a name is read as one where it stands."""
    word, lists = scene.words[place], scene.lists
    plain = word.plain
    if is_placed(scene, place):
        return word.is_possessive and lists.is_first_name(plain)
    if _goes_on(scene, place + 1) or lists.is_first_name(plain) or plain in lists.word_names:
        return True
    return plain in lists.surnames and does_something(scene, place) in _OF_PEOPLE


# What is called after a town though nobody was there: "Brighton rock".
_GOODS = word_set(
    """
    tart rock shirt scarf pudding pie sausage cheese clay bun sauce hotpot cake biscuits bears
    """
)
_OF_PEOPLE = ("speaks", "writes", "feels", "does")


def _goes_on(scene: Scene, place: int) -> bool:
    """Say whether a capital follows, so that this is a part of something else."""
    if not scene.is_joined_capital(place) or scene.marks[place] != FREE:
        return False
    return not scene.words[place - 1].is_possessive and not scene.words[place].is_caps


def _is_behind_a_name(scene: Scene, place: int) -> bool:
    before = place - 1
    if place and scene.between(before) == ". " and len(scene.plain(before)) == 1:
        return True  # as in J. Draycott
    if not scene.is_joined(place) or not scene.is_free_capital(before):
        return False
    plain = scene.plain(before)
    is_name = scene.lists.is_name(plain) or plain in scene.lists.titles
    return is_name and not scene.words[before].is_possessive


def _find_word(scene: Scene, place: int) -> None:
    """Find a place that is a plain word, as in "moved to Reading"."""
    word = scene.words[place]
    if word.plain in scene.lists.quiet or word.in_heading or _goes_on(scene, place + 1):
        return
    if is_placed(scene, place):
        _add(scene, place, place + 1, (Confidence.LIKELY, "a place, by the word before it", ""))


def _is_told_to_be(scene: Scene, place: int) -> bool:
    """Find "the village of Little Kettle", whatever its words; say whether it was one."""
    if scene.joined_phrase(place - 2, 3).split()[:2] not in _TOLD or scene.words[place].is_caps:
        return False
    end = place + 1
    while end < place + _MOST_WORDS and scene.is_joined(end) and scene.is_free_capital(end):
        end += 1
    _add(scene, place, end, (Confidence.LIKELY, "a capital behind a word for a place", ""))
    return True


def _is_named_by_what_follows(scene: Scene, place: int) -> bool:
    """Find "Kinnaird estate"; say whether it was one."""
    word = scene.words[place]
    if word.is_first and scene.lists.explains(word.plain):
        return False
    end = place + 1
    while end < place + _MOST_BEFORE_HEAD and _may_go_on(scene, end):
        end += 1
    for length in range(_LONGEST_HEAD, 0, -1):
        phrase = scene.joined_phrase(end, length) if scene.is_joined(end) else ""
        suggestion = scene.lists.place_words.get(phrase)
        if suggestion and _may_name(scene, place, end):
            sure = Confidence.CERTAIN if scene.words[end].is_capital else Confidence.LIKELY
            told = (sure, f"a name before “{phrase}”", suggestion)
            _add(scene, place, end + length, told)
            return True
    return False


def _may_go_on(scene: Scene, place: int) -> bool:
    is_joined = scene.is_joined(place) and scene.is_free_capital(place)
    return is_joined and scene.plain(place) not in scene.lists.place_words


def _may_name(scene: Scene, start: int, end: int) -> bool:
    """Say whether capitals before "estate" or "Park" are a name of it."""
    lists, names = scene.lists, scene.words[start:end]
    if names[-1].is_possessive or any(each.plain in lists.quiet for each in names):
        return False
    if any(not lists.explains(each.plain) for each in names):
        return not (len(names) == 1 and lists.is_first_name(names[0].plain))
    is_sort = any(each.plain in lists.grammar["place_sorts"] for each in names)
    return not (is_sort or names[0].in_heading or names[0].is_first)


def _find_far(scene: Scene, place: int) -> None:
    word, lists = scene.words[place], scene.lists
    length = _listed(scene, place, lists.far_places.beginning_with(_first_part(word.plain)))
    if not length or word.plain in lists.quiet or word.is_caps:
        return
    is_name = length == 1 and (lists.is_name(word.plain) or word.plain in lists.dictionary)
    is_meant = is_placed(scene, place) and not word.is_possessive
    if not is_name or (is_meant and not _goes_on(scene, place + 1)):
        reason = "a city abroad"
        _add(scene, place, place + length, (Confidence.WORTH_A_LOOK, reason, "a city"))


def add_unknown_place(scene: Scene, place: int) -> bool:
    """Take an unknown capital for a place where the words before say so, with what belongs to it.

    As in "the village of Upper Kettlebrook"; say whether it was one.
    """
    start = place
    while scene.is_joined(start) and scene.is_free_capital(start - 1):
        if scene.words[start - 1].is_possessive or scene.words[start - 1].is_first:
            break
        start -= 1
    if not is_placed(scene, start) or scene.words[place].is_possessive:
        return False
    end = place + 1
    while _may_go_on(scene, end) and not scene.words[end].is_caps:
        end += 1
    reason = "a capital that no dictionary explains, behind a word for where"
    _add(scene, start, end, (Confidence.LIKELY, reason, ""))
    return True


def _add(scene: Scene, start: int, end: int, told: tuple[Confidence, str, str]) -> None:
    """Keep a place with its confidence, reason and suggestion; an empty one is the usual."""
    confidence, reason, suggestion = told
    usual = "a county" if scene.plain(end - 1).endswith(_SHIRE) else "a town"
    fitting = fitted(scene, start, suggestion or usual)
    scene.add(start, end, IdentifierKind.PLACE, Told(reason, confidence, fitting))
