"""Organisations that no word for their sort follows: saints, royal hospitals, teams."""

from __future__ import annotations

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.field_words import OF_THE_FIELD
from app.privacy.patterns.passage import word_set
from app.privacy.pubs import INSIDE, find_pub
from app.privacy.surroundings import fitted
from app.privacy.words import FOUND, FREE, QUIET, Scene, Told

_SAINTS = frozenset(("st", "saint"))
_NO_NAMES_OF_SAINTS = frozenset(("day", "eve", "cross", "flag", "ambulance", "bernard", "street"))
_LONGEST = 5
# Of the many words in a dedication these begin one; "Our Lady of Lourdes".
_DEDICATIONS = frozenset(
    (
        "holy trinity", "holy family", "holy cross", "holy rood", "holy name", "holy rosary",
        "holy spirit", "holy child", "holy redeemer", "holy apostles", "sacred heart", "all saints",
        "all saints'", "all souls", "all souls'", "all hallows", "all hallows'", "christ church",
        "christ the", "corpus christi", "our lady", "our lady's", "immaculate conception",
        "immaculate heart", "blessed sacrament", "english martyrs", "good shepherd",
        "precious blood", "emmanuel church", "mother teresa",
    )
)  # fmt: skip
_DEDICATION_STARTS = frozenset(each.split()[0] for each in _DEDICATIONS)
_OF_RANK = word_set(
    """
    queen king prince princess bishop archbishop cardinal lord lady sir dame canon father
    """
)
_ROYAL = frozenset(("queen", "king", "prince", "princess"))
_GENERALS = word_set(
    """
    attorney director inspector registrar secretary solicitor major lieutenant brigadier auditor
    adjutant surgeon governor comptroller in the a
    """
)
_SIDES = word_set(
    """
    northern southern eastern western
    """
)
_HOSPITALS = word_set(
    """
    general royal infirmary memorial
    """
)
SMALL_HOSPITALS = frozenset(("royal", "general", "infirmary"))
_NO_HOSPITALS = word_set(
    """
    college mail navy family assent commission society british air legion national borough mencap
    statistical town courts prerogative charter wedding baby highness academy
    """
)
# Homes are called after what grows or lies around them: "moved to the Beeches".
_AROUND_HOMES = word_set(
    """
    larches beeches hollies willows oaks elms poplars firs pines birches limes cedars laurels
    chestnuts hawthorns rowans sycamores maples meadows hazels acorns orchards gables crofts lindens
    elders heathers brambles briars ferns lilacs myrtles spinneys copses mount grange lawns moorings
    haven conifers aspens alders hedges paddocks orchard spinney copse shrubbery
    """
)
_BEFORE_HOMES = frozenset(("at", "to", "from", "in", "was", "called", "by", "near", "outside"))
_HOSPITAL = "a hospital"
_ANY = "an organisation"


def shaped(scene: Scene, place: int) -> bool:
    """Find what begins with the capital at a place; say whether it was one."""
    return any(find(scene, place) for find in _SHAPES)


def _find_saint(scene: Scene, place: int) -> bool:
    """Find "St Luke's" and "St Peter and St Paul", wherever no street or town is meant."""
    if scene.plain(place) not in _SAINTS or not scene.is_joined_capital(place + 1):
        return False
    if scene.lists.quiet_phrases and scene.marks[place + 1] == FOUND:
        return False
    end = place + 2
    if scene.joined_phrase(end, 1) == "and" and scene.plain(end + 1) in _SAINTS:
        end += 3 if scene.is_joined_capital(end + 2) else 0
    elif scene.joined_phrase(end, 2) in ("the baptist", "the evangelist", "of assisi", "of siena"):
        end += 2
    elif scene.is_joined_capital(end) and not scene.words[end - 1].is_possessive:
        if scene.plain(end) in scene.lists.place_words or not _is_more_of_it(scene, end):
            return False
        end += 1
    is_town = _is_listed_place(scene, place, end)
    if is_town or scene.plain(end) in _NO_NAMES_OF_SAINTS:
        return False
    _add(scene, place, end, _ANY, Confidence.LIKELY)
    return True


def _is_more_of_it(scene: Scene, place: int) -> bool:
    """Say whether a capital goes on with a saint's name, as in St Thomas More."""
    return scene.lists.is_name(scene.plain(place)) and scene.marks[place] != QUIET


def _is_listed_place(scene: Scene, start: int, end: int) -> bool:
    words = tuple(scene.plain(each) for each in range(start, end))
    return words in scene.lists.places.beginning_with(words[0])


def _find_dedication(scene: Scene, place: int) -> bool:
    """Find "Holy Trinity" and "Our Lady of the Wayside"."""
    if scene.plain(place) not in _DEDICATION_STARTS:
        return False
    if scene.joined_phrase(place, 2) not in _DEDICATIONS or not scene.is_joined_capital(place + 1):
        is_the = scene.joined_phrase(place, 2) == "christ the"
        if not (is_the and scene.is_joined_capital(place + 2)):
            return False
    end = place + 2 + (scene.plain(place + 1) == "the")
    if scene.joined_phrase(end, 1) in ("of", "and"):
        inner = end + 1 + (scene.joined_phrase(end + 1, 1) == "the")
        if scene.is_joined_capital(inner):
            end = inner + 1
            while scene.is_joined_capital(end) and end < place + _LONGEST + 2:
                end += 1
    _add(scene, place, end, _ANY, Confidence.LIKELY)
    return True


def _find_royal(scene: Scene, place: int) -> bool:
    """Find "the Royal", "Royal Sussex", "the Queen Alexandra" and "the Northern General"."""
    end = next((end for each in _ROYALS if (end := each(scene, place))), 0)
    if end:
        _add(scene, place, end, _HOSPITAL, Confidence.LIKELY)
    return bool(end)


def _end_of_royal(scene: Scene, place: int) -> int:
    """Give where "the Royal" and "Royal Sussex Infirmary" end; 0 where none is named."""
    behind = place + 1
    if scene.plain(place) != "royal":
        return 0
    if not scene.is_joined_capital(behind):
        is_alone = not scene.is_joined(behind) or _stands(scene, behind)
        return behind if _has_the(scene, place) and is_alone else 0
    if scene.plain(behind) in _NO_HOSPITALS:
        return 0
    end = behind + 1
    return end + (scene.plain(end) in _HOSPITALS and scene.is_joined_capital(end))


def _end_of_named_royal(scene: Scene, place: int) -> int:
    """Give where "the Queen Alexandra" ends."""
    behind = place + 1
    is_one = scene.plain(place) in _ROYAL and scene.is_joined_capital(behind)
    if not is_one or not _has_the(scene, place) or scene.words[behind].is_possessive:
        return 0
    return behind + 1


def _end_of_local(scene: Scene, place: int) -> int:
    """Give where "Northern General" and, after in or at, "the Infirmary" end."""
    plain, behind = scene.plain(place), place + 1
    if plain in ("royal", *_ROYAL):
        return 0
    if not scene.is_joined_capital(behind):
        is_inside = _has_the(scene, place) and scene.plain(place - 2) in INSIDE
        return behind if is_inside and plain in _HOSPITALS else 0
    if scene.plain(behind) not in _HOSPITALS or plain in _GENERALS:
        return 0
    is_sort = plain in scene.lists.quiet or plain in scene.lists.grammar["sorts"]
    if (scene.words[place].is_first and not _is_local(scene, place)) or (
        is_sort and plain not in _SIDES
    ):
        return 0
    return behind + 1


_ROYALS = (_end_of_royal, _end_of_named_royal, _end_of_local)


def _has_the(scene: Scene, place: int) -> bool:
    return scene.is_joined(place) and scene.plain(place - 1) == "the"


def _stands(scene: Scene, place: int) -> bool:
    """Say whether what follows "the Royal" is no thing that is royal."""
    plain = scene.plain(place)
    return (
        plain in scene.lists.verbs
        or any(
            scene.is_of(each, place) for each in ("placed", "doubtfully_placed", "modals", "owners")
        )
        or plain
        in ("with", "on", "again", "today", "last", "this", "when", "because", "but", "who")
    )


def _is_local(scene: Scene, place: int) -> bool:
    plain = scene.plain(place)
    return scene.lists.is_place(plain) or not scene.lists.explains(plain)


def _find_ranked(scene: Scene, place: int) -> bool:
    """Find "Queen Edith's" and "Bishop Latimer's": schools and colleges are named so."""
    if scene.plain(place) not in _OF_RANK or not scene.is_joined_capital(place + 1):
        return False
    end = place + 1
    while scene.is_joined_capital(end) and end < place + _LONGEST:
        end += 1
    is_owner = scene.words[end - 1].is_possessive
    if not is_owner or (scene.is_joined(end) and not _stands(scene, end)):
        return False
    _add(scene, place, end, "a school", Confidence.LIKELY)
    return True


def _find_team(scene: Scene, place: int) -> bool:
    """Find "Team Osprey"."""
    behind = place + 1
    if scene.plain(place) != "team" or not scene.is_joined_capital(behind):
        return False
    is_named = scene.marks[behind] == FREE and scene.plain(behind) not in OF_THE_FIELD
    if not is_named or scene.is_joined_capital(behind + 1) or scene.words[behind].is_caps:
        return False
    _add(scene, place, behind + 1, "a team", Confidence.WORTH_A_LOOK)
    return True


def _find_home(scene: Scene, place: int) -> bool:
    """Find "the Larches" behind "at" and the like, and where it does what bodies do."""
    if scene.plain(place) not in _AROUND_HOMES or not _has_the(scene, place):
        return False
    if scene.is_joined_capital(place + 1) or scene.words[place].is_possessive:
        return False
    is_led = scene.is_joined(place - 1) and scene.plain(place - 2) in _BEFORE_HOMES
    if not is_led and not (scene.is_joined(place + 1) and _stands(scene, place + 1)):
        return False
    _add(scene, place, place + 1, "a home", Confidence.WORTH_A_LOOK)
    return True


def find_small_royal(scene: Scene, place: int) -> None:
    """Find "royal sussex" in small letters, before a place that is none of the language."""
    behind, before = place + 1, place - 1
    lists = scene.lists
    if scene.is_joined(behind) and lists.is_place(scene.plain(behind)):
        _add(scene, place, behind + 1, _HOSPITAL, Confidence.WORTH_A_LOOK)
    elif (
        scene.is_joined(place)
        and lists.is_place(scene.plain(before))
        and not lists.explains(scene.plain(before))
        and not scene.words[before].is_capital
    ):
        _add(scene, before, behind, _HOSPITAL, Confidence.WORTH_A_LOOK)


def _add(scene: Scene, start: int, end: int, suggestion: str, sure: Confidence) -> None:
    told = Told("named as organisations are", sure, fitted(scene, start, suggestion))
    scene.add(start, end, IdentifierKind.ORGANISATION, told)


_SHAPES = (
    _find_saint,
    _find_dedication,
    _find_ranked,
    _find_royal,
    find_pub,
    _find_home,
    _find_team,
)
