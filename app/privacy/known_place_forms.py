"""What the schools, wards and towns of a people key are met as: without their kind, in part."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.identifier import Confidence
from app.privacy.known_form import GENERIC, IN_KEY, INSTITUTIONS, PARTICLES, Form, form_of

_SHORTEST, _SHORTEST_PART = 3, 4
# First words by which places of one name are told apart: alone they name none.
_TELLING_APART = frozenset(
    """
    north south east west little great upper lower old new big long high low nether over st saint
    our lady king kings queen queens royal market bishop bishops abbey holy castle bridge church
    green park hill the much long isle river lake mount port nord central inner outer sir all
    """.split()  # noqa: SIM905
)
# Between the parts of a town's name: who lives there leaves out what follows.
_BETWEEN = frozenset(
    "upon on de le la under in by next super cum with the al en y juxta near".split()  # noqa: SIM905
)
_HOLY = frozenset({"st", "saint", "sts", "holy", "our"})
# How the last word of a street or house is cut short, and written in full.
_CUT_SHORT = {
    "lane": ("ln",), "road": ("rd",), "street": ("st", "str"), "avenue": ("ave", "av"),
    "close": ("cl",), "crescent": ("cres",), "drive": ("dr",), "court": ("ct",), "place": ("pl",),
    "gardens": ("gdns",), "terrace": ("terr", "ter"), "square": ("sq",), "grove": ("gr",),
    "park": ("pk",), "house": ("hse",), "mount": ("mt",), "hospital": ("hosp",),
}  # fmt: skip
_IN_FULL = {short: full for full, every in _CUT_SHORT.items() for short in every}
_SAID_BEHIND = ("primary", "school", "academy", "nursery", "college", "infants", "juniors")
_SAINTS = {"st": "saint", "saint": "st"}


def place_forms(chunks: list[list[str]], *, is_body: bool = False) -> Iterator[Form]:
    """Give the forms of a place's or an organisation's name, the words of each chunk joined."""
    if not chunks:
        return
    words = [word for chunk in chunks for word in chunk]
    start, end = 0, len(words)
    while start < end and words[start] in GENERIC:
        start += 1
    while end > start and words[end - 1] in GENERIC:
        end -= 1
    # One word that every school has names none.
    if start < end or len(words) > 1:
        yield form_of([words])
    if len("".join(words[start:end])) >= _SHORTEST:
        yield form_of([words[start:end]], rank=1)
    if words[0].isdigit() and len(words) > 2:  # noqa: PLR2004 - a number and a street
        yield form_of([words[1:]], rank=1)
    own = words[start:end]
    other = _SAINTS.get(own[0]) if own else None
    if other:
        yield form_of([[other, *words[start + 1 :]]])
        yield form_of([[other, *own[1:]]], rank=1)
    yield from _cut_short(words)
    is_kept = is_body or any(word in INSTITUTIONS for word in words)
    yield from _parts([word for word in own if word not in GENERIC], own, is_organisation=is_kept)


def _cut_short(words: list[str]) -> Iterator[Form]:
    """Give "tannery ln" for Tannery Lane, and the other way round."""
    last = words[-1] if len(words) > 1 else ""
    full = _IN_FULL.get(last, "")
    for written in (*_CUT_SHORT.get(last, ()), *([full] if full else [])):
        yield form_of([[*words[:-1], written]])


def _parts(telling: list[str], own: list[str], *, is_organisation: bool) -> Iterator[Form]:
    """Give the parts by which those who know it call it."""
    if own and own[0] in _HOLY and is_organisation:
        names = [word for word in own[1:] if word not in PARTICLES and word != "s"]
        for kind in _SAID_BEHIND if names else ():
            yield _part((names[0], kind))
            yield _part((f"{names[0]}s", kind))
        return
    if len(own) < 2 or not telling:  # noqa: PLR2004 - one word has no parts
        return
    first = telling[0]
    is_first_enough = is_organisation or own[1] in _BETWEEN or len(own) == 2  # noqa: PLR2004 - Milton Keynes
    if is_first_enough and _is_enough(first) and first == own[0]:
        yield _part((first,))
    if is_organisation and len(telling) > 1 and _is_enough(telling[-1]):
        yield _part((telling[-1],))


def _is_enough(word: str) -> bool:
    return len(word) >= _SHORTEST_PART and word not in _TELLING_APART and not word.isdigit()


def _part(pieces: tuple[str, ...]) -> Form:
    return Form("".join(pieces), pieces, IN_KEY, Confidence.LIKELY, rank=3)
