"""What the names of a people key are met as: whole, in part, for short, spelt otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from app.domain.identifier import Confidence, IdentifierKind, KeptPerson
from app.privacy.known_form import (
    IN_KEY,
    PARTICLES,
    SHORT_OF_KEY,
    SPELT_AS_KEY,
    TITLES,
    WORD,
    Form,
    folded,
    form_of,
)
from app.privacy.known_particles import written_otherwise
from app.privacy.known_place_forms import place_forms
from app.privacy.other_letters import in_latin
from app.privacy.reading import reading_of
from app.privacy.short_names import FULL_FORMS, SHORT_FORMS, SPELLINGS

# Latin, Greek, Cyrillic, Armenian and Georgian are read word by word.
_READ_BY_WORD = re.compile(
    r"[\u0000-\u058f\u10a0-\u10ff\u13a0-\u13f5\u1c90-\u1cbf\u1e00-\u1fff\W\d]*"
)
_AS_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_FEWEST_INITIALS = 2
# Endings of family names for men, women, girls and families; the longest first.
_ENDINGS_OF_FAMILIES = (
    ("auskiene", "auskaite", "auskas", "auskai"),
    ("iene", "aite", "yte", "ute", "as", "is", "us", "iute"),
    ("ska", "ski", "skis", "scy", "sky"),
    ("cka", "cki", "ckis", "ccy", "cky"),
    ("dzka", "dzki", "dzcy"),
    ("skaya", "skiy", "skyi", "skaia", "sky"),
    ("ova", "ov", "ovi", "ovy"),
    ("eva", "ev", "evi", "evy"),
    ("ina", "in"),
    ("aki", "akis"),
    ("opoulou", "opoulos"),
    ("ou", "os", "is"),
    ("idou", "idis"),
    ("dottir", "son"),
)
_SHORTEST_STEM = 3
_OWN_NAMES = SHORT_FORMS.keys() | SPELLINGS.keys()
_LONGEST_WITH_Y = 5

# Of these, what may be a first name, and what a surname.
_ALSO_FIRST_NAMES = frozenset({"al", "ash", "ben", "mac"})
_ALSO_SURNAMES = frozenset({"le", "mac", "na", "san", "van"})
ORGANISATIONS = frozenset(
    """
    school academy college nursery preschool playgroup hospital infirmary hospice surgery clinic
    centre center unit ward prison yoi refuge hostel university practice charity organisation
    organization agency service team home court mosque church temple gurdwara synagogue employer
    council authority trust club group project company provider placement
    """.split()  # noqa: SIM905
)
_PLACES = frozenset(
    """
    town village city estate street road area place park borough county district region address
    flat house neighbourhood suburb country island hamlet
    """.split()  # noqa: SIM905
)
_LABEL_STOPS = frozenset({"in", "at", "of", "for", "near", "where", "by", "on", "with"})


@dataclass(frozen=True, slots=True)
class Holder:
    """One entry of the people key as findings show it."""

    label: str
    kind: IdentifierKind
    first_initials: frozenset[str]
    last_initials: frozenset[str]
    pieces: frozenset[str] = frozenset()  # the words of its names, particles too


def is_other_script(name: str) -> bool:
    """Say whether a name has letters that are not read word by word."""
    return _READ_BY_WORD.fullmatch(reading_of(name).text) is None


def kind_of(label: str) -> IdentifierKind:
    """Tell from a role label whether a person, an organisation or a place stands behind it."""
    words = _words(label)
    stop = next((at for at, word in enumerate(words) if at and word in _LABEL_STOPS), len(words))
    words = [word for word in words[:stop] if len(word) > 1]
    head = words[-1] if words else ""
    if head in ORGANISATIONS:
        return IdentifierKind.ORGANISATION
    return IdentifierKind.PLACE if head in _PLACES else IdentifierKind.NAME


def holder_of(person: KeptPerson) -> Holder:
    """Give an entry as findings show it."""
    kind = kind_of(person.label)
    own = _own_words(person) if kind is IdentifierKind.NAME else []
    first = frozenset(word[0] for word in own[:1])
    pieces = frozenset(word for name in person.names for word in _words(name)) - TITLES
    return Holder(person.label, kind, first, frozenset(word[0] for word in own[1:]), pieces)


def forms_of(person: KeptPerson) -> Iterator[Form]:
    """Give every form of every name of an entry."""
    kind = kind_of(person.label)
    is_body = kind is IdentifierKind.ORGANISATION
    forms = _person_forms if kind is IdentifierKind.NAME else partial(place_forms, is_body=is_body)
    for name in person.names:
        if is_other_script(name):
            continue
        seen = reading_of(name).text.lower()
        for spelling in dict.fromkeys((seen, seen.translate(_AS_TWO), in_latin(seen))):
            chunks = [_words(chunk) for chunk in spelling.split()]
            yield from forms([chunk for chunk in chunks if chunk])


def initials_of(person: KeptPerson) -> tuple[str, ...]:
    """Give the initials of a person's full name, and of its first and last part only."""
    if kind_of(person.label) is IdentifierKind.ORGANISATION:
        return tuple(_initials_of_a_body(name) for name in person.names if " " in name.strip())
    if kind_of(person.label) is not IdentifierKind.NAME:
        return ()
    if not any(" " in name.strip() for name in person.names[:1]):
        return ()
    found: dict[str, None] = {}
    with_particles = [
        word for word in _words(reading_of(person.names[0]).text) if word not in TITLES
    ]
    for words in (_own_words(person), with_particles):
        letters = "".join(word[0] for word in words).upper()
        if len(letters) >= _FEWEST_INITIALS and letters.isalpha():
            found |= dict.fromkeys((letters, letters[0] + letters[-1], letters[:2]))
    found |= dict.fromkeys(_initials_of_chunks(reading_of(person.names[0]).text))
    return tuple(found)


def _initials_of_chunks(name: str) -> Iterator[str]:
    """Give MV, MVT and MRV for Margaret-Rose Vane-Tyndall."""
    chunks = [[word for word in _words(chunk) if word not in TITLES] for chunk in name.split()]
    chunks = [chunk for chunk in chunks if chunk]
    if len(chunks) < _FEWEST_INITIALS or all(len(chunk) == 1 for chunk in chunks):
        return
    first, last = ("".join(word[0] for word in chunks[at]).upper() for at in (0, -1))
    yield from (each for each in (first[0] + last, first + last[0]) if each.isalpha())


def _initials_of_a_body(name: str) -> str:
    """Give the letters by which a school is called: OPPS for Oakfield Park Primary School."""
    words = [word for word in _words(reading_of(name).text) if len(word) > 1]
    letters = "".join(word[0] for word in words if word not in PARTICLES or word == "st").upper()
    return letters if len(letters) > _FEWEST_INITIALS else ""


def _own_words(person: KeptPerson) -> list[str]:
    words = _words(reading_of(person.names[0]).text) if person.names else []
    own = [word for word in words if word not in PARTICLES and word not in TITLES]
    return words[:1] + own if words[:1] and words[0] in _ALSO_FIRST_NAMES else own


def _words(text: str) -> list[str]:
    return [folded(word) for word in WORD.findall(text)]


def _person_forms(chunks: list[list[str]]) -> Iterator[Form]:
    """Give the forms of a name; its chunks stood between spaces, their words between hyphens."""
    while len(chunks) > 1 and chunks[0][0] in TITLES:
        yield form_of(chunks)
        if len(chunks) > 2:  # noqa: PLR2004 - Nana Akua Mensah may be her first name
            yield form_of(chunks[:2], rank=1)
        chunks = chunks[1:]
    if not chunks:
        return
    yield form_of(chunks)
    own = [at for at in range(len(chunks)) if _is_own(chunks, at)]
    if not own:
        return
    for at in own:
        yield from _part_forms(chunks, at, is_first=at == own[0], is_all=len(chunks) == 1)
    yield from _whole_forms(chunks, own)
    last = chunks[own[-1]] if len(own) > 1 else []
    yield from _other_forms("".join(chunks[own[0]]), last)
    if last:
        yield from _of_the_family("".join(last))


def _whole_forms(chunks: list[list[str]], own: list[int]) -> Iterator[Form]:
    """Give the forms that leave out what stands in the middle, and short forms of that."""
    if len(own) > 2:  # noqa: PLR2004 - names between the first and the last
        yield form_of([chunks[own[0]], chunks[own[-1]]])
        yield form_of(chunks[own[0] : own[1] + 1], rank=1)
    parts = chunks[own[0]] if len(chunks[own[0]]) > 1 else []
    for name in [*parts, *("".join(chunks[at]) for at in own[1:-1])]:
        for short in SHORT_FORMS.get(name, ()):
            yield Form(short, (short,), SHORT_OF_KEY, Confidence.LIKELY, rank=5)
        for spelling in SPELLINGS.get(name, ()):
            yield Form(spelling, (spelling,), SPELT_AS_KEY, Confidence.LIKELY, rank=5)


def _part_forms(
    chunks: list[list[str]], at: int, *, is_first: bool, is_all: bool
) -> Iterator[Form]:
    """Give the forms of one chunk: by itself, with its particles, and its words between hyphens."""
    chunk = chunks[at]
    rank = 1 if is_first else 2
    if not is_all:
        yield form_of([chunk], rank=rank, is_surname=not is_first)
    start = at
    while start > 0 and chunks[start - 1][-1] in PARTICLES:
        start -= 1
        if start > 0:
            yield form_of(chunks[start : at + 1], rank=rank, is_surname=not is_first)
    if not is_first or is_all:
        # Al may be a first name: then it is no particle of what follows.
        start += start < at and chunks[start][0] in _ALSO_FIRST_NAMES and start == 0
        words = tuple(word for each in chunks[start : at + 1] for word in each)
        yield from written_otherwise(words)
    own = [word for word in chunk if word not in PARTICLES and len(word) > 1]
    for word in own if len(chunk) > 1 else ():
        sure = Confidence.LIKELY if len(own) > 1 else Confidence.CERTAIN
        yield Form(word, (word,), IN_KEY, sure, rank=3, is_surname=not is_first)
        for spelling in SPELLINGS.get(word, ()):
            pieces = tuple(spelling if each == word else each for each in chunk)
            yield Form("".join(pieces), pieces, SPELT_AS_KEY, Confidence.LIKELY, rank=4)


def _other_forms(first: str, last: list[str]) -> Iterator[Form]:
    """Give short forms and spellings of a first name, alone and with the last name."""
    others = [(short, SHORT_OF_KEY) for short in SHORT_FORMS.get(first, ())]
    others += [(spelling, SPELT_AS_KEY) for spelling in SPELLINGS.get(first, ())]
    stem = first.removesuffix("e")
    pet_names = (f"{stem}ie", f"{stem}y") if first and len(first) <= _LONGEST_WITH_Y else ()
    # Carly is another than Carl.
    others += [(name, SHORT_OF_KEY) for name in pet_names if name not in _OWN_NAMES]
    for other, reason in others:
        yield Form(other, (other,), reason, Confidence.LIKELY, rank=4)
    # Not every Katherine is the Kate of the key: with her surname only.
    others += [(full, SHORT_OF_KEY) for full in FULL_FORMS.get(first, ())]
    for other, reason in others if last else ():
        yield Form("".join((other, *last)), (other, *last), reason, rank=4)
    for spelling in SPELLINGS.get("".join(last), ()):
        yield Form(spelling, (spelling,), SPELT_AS_KEY, Confidence.LIKELY, 5, is_surname=True)


def _of_the_family(last: str) -> Iterator[Form]:
    """Give the forms of a family name that a wife, a daughter or several of them have."""
    others = [f"{last}es"] if last.endswith(("s", "x", "z", "ch", "sh")) else []
    others += [f"{last}ova"] if last.endswith(("ak", "ek", "ik", "an", "ar", "el", "ec")) else []
    for endings in _ENDINGS_OF_FAMILIES:
        ending = next((each for each in endings if each and last.endswith(each)), "")
        stem = last.removesuffix(ending)
        if ending and len(stem) >= _SHORTEST_STEM:
            others += [stem + other for other in endings if other != ending]
            break
    for other in others:
        yield Form(other, (other,), SPELT_AS_KEY, Confidence.LIKELY, rank=5, is_surname=True)


def _is_own(chunks: list[list[str]], at: int) -> bool:
    """Say whether a chunk is a name of its own, no particle."""
    if any(word not in PARTICLES and len(word) > 1 and word.isalpha() for word in chunks[at]):
        return True
    word = chunks[at][0]
    return (at == 0 and word in _ALSO_FIRST_NAMES) or (
        at == len(chunks) - 1 and at > 0 and word in _ALSO_SURNAMES
    )
