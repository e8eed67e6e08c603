"""Letters of other scripts that a reader takes for Latin ones, in words that read as Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Own tables, made by looking. A pair of lines: the letters, and what they are taken for.
_ALIKE_ANYWHERE = (
    # Cyrillic and Greek
    "АВЕЅІЈКМНОРСТХҮУаеіјорсухѕԁһԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ",
    "ABESIJKMHOPCTXYYaeijopcyxsdhqwlABEZHIKMNOPTYXovcj",
    # Armenian
    "ՍՕՏԼոօսհցզյ",
    "UOSLnouhgqj",
    # Cherokee
    "ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏏᏒᏔᏚᏙᏞᏟᏢᏦᏧᏴᏮ",
    "DRTiYAJEWMHYGhZbRWSVLCPKdBb",
    # Coptic
    "ⲀⲂⲈⲎⲒⲔⲘⲚⲞⲢⲤⲦⲨⲬⲌⲁⲃⲉⲏⲓⲕⲙⲛⲟⲣⲥⲧⲩⲭⲍ",
    "ABEHIKMNOPCTYXZabehikmnopctyxz",
    # Lisu
    "ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ",
    "BPDTGKJCZFMNLSRVHWXYAEIOU",
)
# Less alike: only a word that also has Latin letters is read so.
_ALIKE_AMONG_LATIN = (
    "кмтнвгпиαικρτυχγηεβωσςδЬьѵ",
    "kmthbrnuaikptuxynebwocdbbv",
)
# Latin letters of another shape.
_SHAPED = (
    "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢɑɡɩʋꞔɒ",
    "abcdefghijklmnopqrstuvwyzagivca",
)
_DIGITS = ("ОоΟοЗзбІӀ", "000033611")


def _pairs(*lines: str) -> Iterator[tuple[str, str]]:
    for letters, plain in zip(lines[::2], lines[1::2], strict=True):
        yield from zip(letters, plain, strict=True)


_ANYWHERE = dict(_pairs(*_ALIKE_ANYWHERE))
# Cherokee has small letters too, of the same shape.
_ANYWHERE |= {
    letter.lower(): plain.lower() for letter, plain in _ANYWHERE.items() if "Ꭰ" <= letter <= "Ᏽ"
}
_AMONG_LATIN = _ANYWHERE | dict(_pairs(*_ALIKE_AMONG_LATIN))
_AS_DIGITS = dict(_pairs(*_DIGITS))
SHAPED_LATIN = dict(_pairs(*_SHAPED))

_ANY = re.compile(f"[{''.join(_AMONG_LATIN | _AS_DIGITS)}]")
_WORD = re.compile(r"[^\W_]+")
# The last letter of the Latin blocks that names are written with, save for the added ones.
_LAST_LATIN = "ɏ"
_FIRST_ADDED, _LAST_ADDED = "Ḁ", "ỿ"
# A letter O or l that stands for a nought or a one.
_NEARLY_A_NUMBER = re.compile(r"\b[\dOolI]{4,}\b", re.ASCII)
_VEHICLE = re.compile(r"[A-Z]{2}\d\d(?:[A-Z]{3})?")
_TYPED_FOR = str.maketrans("OolI", "0011")


def without_look_alikes(text: str) -> str:
    """Exchange them, each in its place, in words that look Latin and in numbers."""
    if not text.isascii() and _ANY.search(text):
        text = _WORD.sub(_read_word, text)
    return _NEARLY_A_NUMBER.sub(_read_number, text)


def _read_word(match: re.Match[str]) -> str:
    word = match.group()
    if word.isascii():
        return word
    letters = [each for each in word if not each.isdigit()]
    if len(letters) < len(word) and all(each in _AS_DIGITS for each in letters):
        return "".join(_AS_DIGITS.get(each, each) for each in word)
    has_latin = any(_is_latin(each) for each in letters)
    table = _AMONG_LATIN if has_latin else _ANYWHERE
    if all(each in table or _is_latin(each) for each in letters):
        return "".join(table.get(each, each) for each in word)
    return word


def _is_latin(letter: str) -> bool:
    return letter <= _LAST_LATIN or _FIRST_ADDED <= letter <= _LAST_ADDED


def _read_number(match: re.Match[str]) -> str:
    word = match.group()
    digits = sum(each.isdigit() for each in word)
    if digits < 2 or digits == len(word) or _VEHICLE.fullmatch(word):  # noqa: PLR2004 - two digits at least
        return word
    return word.translate(_TYPED_FOR)
