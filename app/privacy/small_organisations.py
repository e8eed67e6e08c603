"""Schools, surgeries and their like that were written in small letters: "at oakfield nursery"."""

from __future__ import annotations

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.organisations import SAINTS, head_at
from app.privacy.slips import is_a_slip
from app.privacy.surroundings import fitted
from app.privacy.words import FOUND, FREE, Scene, Told

# Behind these a word for an organisation has an article, unless a name stands before it.
_LEADS = frozenset(
    ("at", "from", "near", "outside", "behind", "attends", "attended", "attending", "opposite")
)
_ENDS = frozenset(
    ("to", "with", "and", "or", "but", "is", "was", "in", "on", "for", "by", "of", "as", "so")
)
# What stands before such a word without an article, and names nothing.
_ORDINARY = frozenset((
    "present", "breakfast", "after", "night", "sunday", "saturday", "summer", "secure", "two",
    "both", "several", "three", "four", "many", "most", "these", "those", "different",
    "various", "my", "own", "one", "what", "which", "whatever", "such", "same", "work", "busy",
    "nearby", "nearest", "next", "previous", "last", "former", "village", "inner", "good",
    "bad",
))  # fmt: skip
_NAMES_OF_SAINTS = frozenset((
    "aidan", "alban", "aloysius", "ambrose", "andrew", "anne", "ann", "anselm", "anthony",
    "augustine", "barnabas", "bartholomew", "bede", "benedict", "bernadette", "botolph",
    "brendan", "bride", "brigid", "catherine", "cecilia", "chad", "charles", "christopher",
    "clare", "columba", "cuthbert", "david", "dunstan", "edmund", "edward", "ethelbert",
    "francis", "gabriel", "george", "gerard", "giles", "gregory", "helen", "hilda", "hugh",
    "james", "jerome", "john", "joseph", "jude", "kentigern", "laurence", "lawrence", "leonard",
    "luke", "malachy", "margaret", "mark", "martin", "mary", "matthew", "maxentius", "michael",
    "mungo", "nicholas", "ninian", "oswald", "patrick", "paul", "peter", "philip", "pius",
    "robert", "saviour", "simon", "stephen", "swithun", "teresa", "theresa", "thomas", "ursula",
    "vincent", "wilfrid", "wilfred", "winefride",
))  # fmt: skip
_NOT_SAINTS = frozenset(("james", "francis", "charles", "nicholas", "giles"))
_SHORTEST = 4
_MOST_BEFORE = 5
_REASON = "may be a name before a word for an organisation"


def find_small_organisations(scene: Scene) -> None:
    """Find and mark those that no capital shows."""
    heads = scene.lists.organisation_heads
    for place, word in enumerate(scene.words):
        is_small_head = not word.is_capital and word.plain in heads and word.is_joined
        if is_small_head and scene.marks[place] != FOUND:
            _find_before(scene, place)
    for place, word in enumerate(scene.words):
        if word.plain == "st" and not word.is_capital and scene.marks[place] != FOUND:
            _find_saint(scene, place)


def _find_saint(scene: Scene, place: int) -> None:
    """Find "st cuthberts" and "st mary's" where no word for its sort follows."""
    name = place + 1
    if not scene.is_joined(name) or scene.marks[place] == FOUND or scene.marks[name] == FOUND:
        return
    word = scene.words[name]
    is_owner = word.is_possessive or (word.plain[-1:] == "s" and word.plain not in _NOT_SAINTS)
    stem = word.plain if word.is_possessive else word.plain[:-1]
    if not is_owner or word.is_capital or stem not in _NAMES_OF_SAINTS:
        return
    told = Told("named as schools are", Confidence.WORTH_A_LOOK, fitted(scene, place, "a school"))
    scene.add(place, name + 1, IdentifierKind.ORGANISATION, told)


def _find_before(scene: Scene, place: int) -> None:
    length, suggestion = head_at(scene, place)
    last = scene.plain(place + length - 1)
    is_habit = length == 1 and last in scene.lists.grammar["capital_only"] and last != "primary"
    if not length or is_habit or _goes_on(scene, place, length):
        return
    start = _start(scene, place)
    if start is None:
        return
    is_sure = scene.plain(start) in SAINTS
    confidence = Confidence.LIKELY if is_sure else Confidence.WORTH_A_LOOK
    told = Told(_REASON, confidence, fitted(scene, start, suggestion))
    scene.add(start, place + length, IdentifierKind.ORGANISATION, told)


def _goes_on(scene: Scene, place: int, length: int) -> bool:
    """Say whether a longer word for an organisation follows, which is looked at by itself."""
    behind = place + length
    return scene.is_joined(behind) and scene.plain(behind) in scene.lists.organisation_heads


def _start(scene: Scene, place: int) -> int | None:
    """Give where the name before a word for an organisation begins, or None where none is."""
    start, has_name = place, False
    while start > 0 and place - start < _MOST_BEFORE and scene.words[start].is_joined:
        before = start - 1
        plain, mark = scene.plain(before), scene.marks[before]
        if plain in SAINTS:
            return before if start < place else None
        if plain in _LEADS:
            return start if has_name else None
        if mark != FREE or scene.words[before].is_capital or plain in _ENDS:
            break
        if plain in _ORDINARY or _is_determiner(scene, before):
            return None
        has_name = has_name or not _says_the_sort(scene, before)
        start = before
    return None if start == place else _unknown_start(scene, start, place)


def _unknown_start(scene: Scene, start: int, place: int) -> int | None:
    """Without a word that leads to it, only a word that is none of the language is a name."""
    for each in range(start, place):
        plain, lists = scene.plain(each), scene.lists
        is_known = lists.explains(plain) or _says_the_sort(scene, each)
        if not is_known and len(plain) >= _SHORTEST:
            return each
    return None


def _is_determiner(scene: Scene, place: int) -> bool:
    return any(scene.is_of(each, place) for each in ("articles", "owners", "indefinite"))


def _says_the_sort(scene: Scene, place: int) -> bool:
    plain, lists = scene.plain(place), scene.lists
    return (
        plain in lists.grammar["sorts"]
        or plain in lists.quiet
        or plain in lists.roles
        or plain in lists.organisation_heads
        or len(plain) == 1
        or (not lists.explains(plain) and is_a_slip(plain, lists, is_first=True))
    )
