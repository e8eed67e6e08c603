"""A form of a name of the people key, and the words that are a part of many names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.identifier import Confidence

WORD = re.compile(r"[^\W\d_]+|\d+")
# Letters that no accent comes off of.
_PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
        "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t", "ə": "e", "ƙ": "k", "ɓ": "b", "ɗ": "d", "ʻ": "",
    }
)  # fmt: skip
# Marks of a lower class belong to their letter, as the vowel signs of Indian scripts do.
_FIRST_ACCENT_CLASS = 10

PARTICLES = frozenset(
    """
    a ab af al ap as ash ad ar at an bar bat bin bint ben binti d da dal das de degli del della den
    der des di dos du e el ferch fitz ibn la le les lo mac mc na nic ni o of os san santa st saint
    te ten ter the ul ud ur uz van vom von y ye z zu zum zur and s jr sr jnr snr junior senior
    ii iii iv
    """.split()  # noqa: SIM905
)
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
IN_KEY = "in your people key"
SHORT_OF_KEY = "a short form of a name in your people key"
SPELT_AS_KEY = "spelt much like a name in your people key"
INITIALS_OF_KEY = "the initials of a name in your people key"


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


def form_of(chunks: Sequence[Sequence[str]], rank: int = 0, *, is_surname: bool = False) -> Form:
    """Give a form of these words, chunk by chunk."""
    pieces = tuple(word for chunk in chunks for word in chunk)
    return Form("".join(pieces), pieces, rank=rank, is_surname=is_surname)
