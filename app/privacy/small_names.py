"""First names in small letters: "visited chantelle", "nan pat", "the kids (jayden and ellie)"."""

from __future__ import annotations

from app.domain.identifier import Confidence
from app.privacy.known_form import TITLES
from app.privacy.surroundings import does_something, has_article, is_placed, role_before
from app.privacy.words import Scene

_SHORTEST, _SHORTEST_ALONE = 2, 4
_DOING = ("speaks", "writes", "feels")
# Behind a role these mostly go on with the sentence: "mum will", "dad may".
_GOING_ON = frozenset(
    {"will", "may", "can", "hope", "drew", "rose", "grant", "mark", "chase", "sue"}
)
# First names somewhere, and other words where they stand in small letters: an own list.
_OTHER_WORDS = frozenset(
    """
    imo iso elif math lotta fanta emis sen dev lang ceil tri sha gro info insta perl edu lac sep thu
    fri sat sun mon tue wed jul aug oct nov dec feb mar apr sept tues thur thurs temp prem
    english french spanish german italian swedish british asian indian roman greek turkish punjabi
    urdu bengali hindi tamil somali sylheti mirpuri kurdish christmas eid ramadan diwali easter
    hanukkah lent holi allah god jesus buddha christian muslim hindu jewish sikh catholic israel
    america europe africa asia india china japan kenya ghana nigeria jamaica poland romania
    ketamine ibuprofen ritalin prozac xanax zoom excel teams mosaic alexa siri cortana bluey peppa
    elsa barbie marvel minecraft roblox nike adidas lidl aldi asda tesco ikea greggs netflix costa
    lexus audi mercedes corsa fiesta clio astra zafira polo mondeo passat porsche
    """.split()  # noqa: SIM905
)


def small_name(scene: Scene, place: int) -> tuple[str, Confidence] | None:
    """Say why this word in small letters is a name, and how surely; nothing if it is none."""
    plain, lists = scene.plain(place), scene.lists
    if len(plain) < _SHORTEST or plain in _OTHER_WORDS:
        return None
    if plain not in lists.first_names:
        return _hasty_owner(scene, place) or _of_plain_word(scene, place)
    if scene.is_joined(place) and role_before(scene, place):
        return "a first name behind a role", Confidence.LIKELY
    is_known = plain in lists.quiet or plain in lists.roles or plain in lists.acronyms
    if not is_known and _is_somebody(scene, place, plain):
        return "a first name in small letters", Confidence.WORTH_A_LOOK
    return None


def _hasty_owner(scene: Scene, place: int) -> tuple[str, Confidence] | None:
    """Take "jaydens" before "mum" for a first name whose apostrophe is missing."""
    plain, lists = scene.plain(place), scene.lists
    own = plain[:-1]
    if plain[-1] != "s" or len(own) <= _SHORTEST_ALONE or own not in lists.first_names:
        return None
    is_known = lists.explains(plain) or lists.explains(own) or own in _OTHER_WORDS
    if is_known or not scene.is_joined(place + 1) or scene.plain(place + 1) not in TITLES:
        return None
    return "a first name in small letters", Confidence.WORTH_A_LOOK


def _is_somebody(scene: Scene, place: int, plain: str) -> bool:
    is_likely = _is_owner(scene, place) or does_something(scene, place) in _DOING
    is_place = scene.lists.is_place(plain) or is_placed(scene, place)
    is_long = len(plain) >= _SHORTEST_ALONE
    return (is_long and (is_likely or not is_place)) or _is_told(scene, place)


def _of_plain_word(scene: Scene, place: int) -> tuple[str, Confidence] | None:
    """Take a word of the dictionary for a name behind a role, or where it speaks."""
    sort = scene.lists.word_names.get(scene.plain(place), "")
    if sort not in ("names", "words"):
        return None
    is_joined = scene.is_joined(place)
    if is_joined and scene.plain(place) not in _GOING_ON and role_before(scene, place):
        is_sure = sort == "names" or bool(does_something(scene, place))
        is_last = sort == "words" and not scene.is_joined(place + 1)
        if is_sure or is_last:
            return "a first name behind a role", Confidence.LIKELY
    is_beginning = sort == "names" and not has_article(scene, place) and not is_joined
    if is_beginning and does_something(scene, place) in ("speaks", "writes"):
        return "a first name in small letters", Confidence.WORTH_A_LOOK
    return None


def _is_owner(scene: Scene, place: int) -> bool:
    word = scene.words[place]
    return word.is_possessive and scene.text.startswith("'", word.end)


def _is_told(scene: Scene, place: int) -> bool:
    """Say whether "told" or "saw" stands before, or it begins and does something."""
    if len(scene.plain(place)) <= _SHORTEST or has_article(scene, place):
        return False
    if scene.is_joined(place) and scene.is_of("before_people", place - 1):
        return True
    return scene.words[place].is_first and bool(does_something(scene, place))
