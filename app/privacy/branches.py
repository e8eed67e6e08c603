"""One shop, bank or charity of the many under one name, by its place; and named councils."""

from __future__ import annotations

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.patterns.passage import word_set
from app.privacy.surroundings import fitted
from app.privacy.words import Scene, Told

_MOST_OF_BRANCH = 3
_BRANDS = frozenset((
    "tesco", "tesco express", "tesco extra", "tescos", "asda", "aldi", "lidl", "sainsbury",
    "sainsburys", "morrisons", "waitrose", "iceland", "co-op", "coop", "spar", "costcutter", "nisa",
    "londis", "premier", "one stop", "farmfoods", "heron", "boots", "superdrug", "greggs", "costa",
    "starbucks", "mcdonald", "mcdonalds", "kfc", "burger king", "subway", "nando", "nandos",
    "domino", "dominos", "wetherspoon", "wetherspoons", "spoons", "b&m", "poundland",
    "home bargains", "wilko", "argos", "primark", "matalan", "ikea", "b&q", "halfords",
    "sports direct", "jd sports", "amazon", "coral", "ladbrokes", "william hill", "betfred",
    "paddy power", "salvation army", "kingdom hall", "busy bees", "bright horizons", "kids planet",
    "premier inn", "travelodge", "holiday inn", "ymca", "ywca", "jobcentre", "job centre",
    "jobcentre plus", "citizens advice", "post office", "shell", "esso", "texaco", "bp", "puregym",
    "pure gym", "better gym", "mecca", "cineworld", "odeon", "vue", "timpson", "barclays",
    "natwest", "santander", "halifax", "lloyds", "nationwide", "specsavers", "vision express",
    "cash converters", "brighthouse", "bargain booze", "royal mail", "dpd", "barnardo", "mind",
    "age uk", "home start", "home-start", "cafe nero", "caffe nero", "pizza hut",
    "frankie and benny", "the range", "dunelm", "toby carvery", "harvester", "beefeater",
    "hungry horse", "brewers fayre", "foyer", "emmaus", "shelter", "oxfam", "pdsa",
    "st john ambulance", "trussell", "sue ryder", "citizens advice bureau", "change grow live",
    "cgl", "turning point", "we are with you", "humankind", "refuge", "samaritans", "women's aid",
    "citizen's advice",
))  # fmt: skip
_BRAND_STARTS = frozenset(each.split()[0] for each in _BRANDS)
_LONGEST_BRAND = 3
_BRANCH = word_set(
    """
    in on at near by opposite off
    """
)
_OF_BRANDS = word_set(
    """
    warehouse store garage superstore express extra depot shop branch
    """
)
_BOROUGHS = frozenset((
    "london borough of", "royal borough of", "metropolitan borough of", "borough of", "city of",
    "county of", "diocese of", "archdiocese of", "parish of", "province of", "principality of",
))  # fmt: skip
_BOROUGH_STARTS = frozenset(each.split()[0] for each in _BOROUGHS)


def find_brand(scene: Scene, place: int) -> bool:
    """Find "Tesco in …" and "Spar on … Street": of the shops of one name, the one."""
    if scene.plain(place) not in _BRAND_STARTS:
        return False
    for length in range(_LONGEST_BRAND, 0, -1):
        if scene.joined_phrase(place, length).removesuffix("'s") in _BRANDS:
            break
    else:
        return False
    end = place + length
    end += scene.is_joined(end) and scene.plain(end) in _OF_BRANDS
    if not (scene.is_joined(end) and scene.plain(end) in _BRANCH):
        return False
    start = end + 1 + (scene.joined_phrase(end + 1, 1) == "the")
    end = start
    while scene.is_joined_capital(end) and end < start + _MOST_OF_BRANCH:
        if scene.plain(end) in scene.lists.quiet:
            break
        end += 1
    if end == start or (end == start + 1 and scene.lists.is_first_name(scene.plain(start))):
        return False
    _add(scene, place, end, "a shop")
    return True


def find_borough(scene: Scene, place: int) -> bool:
    """Find "London Borough of …", "Royal Borough of …", "City of …"."""
    if scene.plain(place) not in _BOROUGH_STARTS:
        return False
    length = next((each for each in (3, 2) if scene.joined_phrase(place, each) in _BOROUGHS), 0)
    end = start = place + length
    while length and scene.is_joined_capital(end) and end < start + _MOST_OF_BRANCH:
        end += 1
    if end == start:
        return False
    _add(scene, place, end, "a council")
    return True


def _add(scene: Scene, start: int, end: int, suggestion: str) -> None:
    told = Told("named as organisations are", Confidence.CERTAIN, fitted(scene, start, suggestion))
    scene.add(start, end, IdentifierKind.ORGANISATION, told)
