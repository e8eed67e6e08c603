"""What the names of a people key are met as: whole, in part, for short, spelt otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.identifier import Confidence, IdentifierKind, KeptPerson
from app.privacy.reading import reading_of
from app.privacy.short_names import FULL_FORMS, SHORT_FORMS, SPELLINGS

WORD = re.compile(r"[^\W\d_]+|\d+")
# Latin, Greek, Cyrillic, Armenian and Georgian are read word by word.
_READ_BY_WORD = re.compile(
    r"[\u0000-\u058f\u10a0-\u10ff\u13a0-\u13f5\u1c90-\u1cbf\u1e00-\u1fff\W\d]*"
)
# Letters that no accent comes off of.
_PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
        "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t", "ə": "e", "ƙ": "k", "ɓ": "b", "ɗ": "d", "ʻ": "",
    }
)  # fmt: skip
_AS_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
# Marks of a lower class belong to their letter, as the vowel signs of Indian scripts do.
_FIRST_ACCENT_CLASS = 10
_FEWEST_INITIALS = 2

PARTICLES = frozenset(
    """
    a ab af al ap as ash ad ar at an bar bat bin bint ben binti d da dal das de degli del della den
    der des di dos du e el ferch fitz ibn la le les lo mac mc na nic ni o of os san santa st saint
    te ten ter the ul ud ur uz van vom von y ye z zu zum zur and s jr sr jnr snr junior senior
    ii iii iv
    """.split()  # noqa: SIM905
)
# Of these, what may be a first name, and what a surname.
_ALSO_FIRST_NAMES = frozenset({"al", "ash", "ben", "mac"})
_ALSO_SURNAMES = frozenset({"le", "mac", "na", "san", "van"})
TITLES = frozenset(
    """
    mr mrs ms miss mx dr doctor prof professor rev revd reverend fr father sir dame lord lady
    judge hhj dj pc dc ds di dci sgt cllr hon imam rabbi sister nurse
    mum mam mummy mom mother dad daddy nan nana nanna nanny gran granny grandma grandad granddad
    grandpa granda grandmother grandfather aunt auntie aunty uncle cousin baby brother stepdad
    stepmum stepfather stepmother
    """.split()  # noqa: SIM905
)
# What a kind of place is called; alone it names none.
INSTITUTIONS = frozenset(
    """
    school schools academy college nursery preschool playgroup hospital infirmary hospice surgery
    clinic centre center unit ward prison yoi hmp refuge hostel university primary secondary junior
    infant infants
    """.split()  # noqa: SIM905
)
GENERIC = INSTITUTIONS | frozenset(
    """
    the of and for at in c ce coe rc va vc church england catholic roman community free high
    grammar special middle first lower upper sixth form pre day care medical health practice gp
    general district royal childrens children family home house lodge court trust foundation
    service services team hub club youth group project charity society association council
    early years learning education studio
    """.split()  # noqa: SIM905
)
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

IN_KEY = "in your people key"
SHORT_OF_KEY = "a short form of a name in your people key"
SPELT_AS_KEY = "spelt much like a name in your people key"
INITIALS_OF_KEY = "the initials of a name in your people key"


@dataclass(frozen=True, slots=True)
class Holder:
    """One entry of the people key as findings show it."""

    label: str
    kind: IdentifierKind
    first_initials: frozenset[str]
    last_initials: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a name is met, its letters small, without accents, in one."""

    letters: str
    pieces: tuple[str, ...]
    reason: str = IN_KEY
    confidence: Confidence = Confidence.CERTAIN
    rank: int = 0  # among equal letters the lowest counts
    is_surname: bool = False


def folded(word: str) -> str:
    """Give a word in small letters without accents."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.lower().translate(_PLAIN))
    plain = "".join(each for each in letters if unicodedata.combining(each) < _FIRST_ACCENT_CLASS)
    return unicodedata.normalize("NFC", plain).translate(_PLAIN)


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
    return Holder(person.label, kind, first, frozenset(word[0] for word in own[1:]))


def forms_of(person: KeptPerson) -> Iterator[Form]:
    """Give every form of every name of an entry."""
    forms = _person_forms if kind_of(person.label) is IdentifierKind.NAME else _place_forms
    for name in person.names:
        if is_other_script(name):
            continue
        seen = reading_of(name).text.lower()
        for spelling in dict.fromkeys((seen, seen.translate(_AS_TWO))):
            chunks = [_words(chunk) for chunk in spelling.split()]
            yield from forms([chunk for chunk in chunks if chunk])


def initials_of(person: KeptPerson) -> tuple[str, ...]:
    """Give the initials of a person's full name, and of its first and last part only."""
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
    return tuple(found)


def _own_words(person: KeptPerson) -> list[str]:
    words = _words(reading_of(person.names[0]).text) if person.names else []
    own = [word for word in words if word not in PARTICLES and word not in TITLES]
    return words[:1] + own if words[:1] and words[0] in _ALSO_FIRST_NAMES else own


def _words(text: str) -> list[str]:
    return [folded(word) for word in WORD.findall(text)]


def _person_forms(chunks: list[list[str]]) -> Iterator[Form]:
    """Give the forms of a name; its chunks stood between spaces, their words between hyphens."""
    while len(chunks) > 1 and chunks[0][0] in TITLES:
        yield _form(chunks)
        chunks = chunks[1:]
    if not chunks:
        return
    yield _form(chunks)
    own = [at for at in range(len(chunks)) if _is_own(chunks, at)]
    if not own:
        return
    for at in own:
        yield from _part_forms(chunks, at, is_first=at == own[0], is_all=len(chunks) == 1)
    if len(own) > 2:  # noqa: PLR2004 - names between the first and the last
        yield _form([chunks[own[0]], chunks[own[-1]]])
        yield _form(chunks[own[0] : own[1] + 1], rank=1)
    last = chunks[own[-1]] if len(own) > 1 else []
    yield from _other_forms("".join(chunks[own[0]]), last)


def _part_forms(
    chunks: list[list[str]], at: int, *, is_first: bool, is_all: bool
) -> Iterator[Form]:
    """Give the forms of one chunk: by itself, with its particles, and its words between hyphens."""
    chunk = chunks[at]
    rank = 1 if is_first else 2
    if not is_all:
        yield _form([chunk], rank=rank, is_surname=not is_first)
    start = at
    while start > 0 and chunks[start - 1][-1] in PARTICLES:
        start -= 1
        if start > 0:
            yield _form(chunks[start : at + 1], rank=rank, is_surname=not is_first)
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
    for other, reason in others:
        yield Form(other, (other,), reason, Confidence.LIKELY, rank=4)
    # Not every Katherine is the Kate of the key: with her surname only.
    others += [(full, SHORT_OF_KEY) for full in FULL_FORMS.get(first, ())]
    for other, reason in others if last else ():
        yield Form("".join((other, *last)), (other, *last), reason, rank=4)
    for spelling in SPELLINGS.get("".join(last), ()):
        yield Form(spelling, (spelling,), SPELT_AS_KEY, Confidence.LIKELY, 5, is_surname=True)


def _is_own(chunks: list[list[str]], at: int) -> bool:
    """Say whether a chunk is a name of its own, no particle."""
    if any(word not in PARTICLES and len(word) > 1 and word.isalpha() for word in chunks[at]):
        return True
    word = chunks[at][0]
    return (at == 0 and word in _ALSO_FIRST_NAMES) or (
        at == len(chunks) - 1 and at > 0 and word in _ALSO_SURNAMES
    )


def _place_forms(chunks: list[list[str]]) -> Iterator[Form]:
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
        yield _form([words])
    if len("".join(words[start:end])) > _FEWEST_INITIALS:
        yield _form([words[start:end]], rank=1)
    if words[0].isdigit() and len(words) > _FEWEST_INITIALS:
        yield _form([words[1:]], rank=1)
    other = {"st": "saint", "saint": "st"}.get(words[start] if start < end else "")
    if other:
        yield _form([[other, *words[start + 1 :]]])
        yield _form([[other, *words[start + 1 : end]]], rank=1)


def _form(chunks: Sequence[Sequence[str]], rank: int = 0, *, is_surname: bool = False) -> Form:
    pieces = tuple(word for chunk in chunks for word in chunk)
    return Form("".join(pieces), pieces, rank=rank, is_surname=is_surname)
