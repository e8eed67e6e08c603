"""Finds out in which encoding a text was saved, and settles its characters; never guesses twice."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass

from app.domain.errors import NotBroughtIn
from app.domain.incoming import ReadAs

# UTF-32's mark begins with UTF-16's, so it is looked for first.
_MARKS = (
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 4_000
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_NOT_TEXT = "This is not a text file, or it is damaged: its bytes are not words."
_CUT_OFF = "This file ends in the middle of a character, so it was cut off."
_OLD_WINDOWS = (
    "Read as Western European (Windows), for it is not UTF-8. If its letters look wrong, save it "
    "as UTF-8 and bring that in."
)
_MIXED = (
    "Read as Western European (Windows), but some of it is UTF-8: look at its accents, dashes and "
    "quotation marks."
)
# What £, é, a dash or quotation mark and an emoji begin with in UTF-8.
_USUAL_BEGINS = b"\xc2\xc3\xe2\xf0"
_UNUSED_IN_OLD_WINDOWS = b"\x81\x8d\x8f\x90\x9d"
_ONE_CONTROL_IN = 50  # a text holds fewer controls than one in so many characters


@dataclass(frozen=True, slots=True)
class FoundText:
    """The text of a file, and where its encoding was guessed, which was taken."""

    text: str
    read_as: tuple[ReadAs, ...] = ()


def text_of(data: bytes, place: str) -> str:
    """Decode a text whose encoding matters to nobody.

    Raises:
        NotBroughtIn: it is no text, cut off, or in more than one encoding.
    """
    return found_text(data, place).text


def found_text(data: bytes, place: str) -> FoundText:
    """Decode a file of text: UTF-8, UTF-16 or the old Windows encoding; every line ends in \\n.

    Raises:
        NotBroughtIn: it is no text, cut off, or in more than one encoding.
    """
    text, guess = _decoded(data, place)
    controls = sum(1 for _ in _CONTROLS.finditer(text[:_LOOKED_AT]))
    if "\0" in text or controls * _ONE_CONTROL_IN > min(len(text), _LOOKED_AT):
        raise NotBroughtIn(place, _NOT_TEXT)
    return FoundText(settled(text), (ReadAs(place, guess),) if guess else ())


def settled(text: str) -> str:
    """Give the same words with plain line ends and without characters that mean nothing."""
    return _SURROGATES.sub(
        "\N{REPLACEMENT CHARACTER}", _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    )


def one_line(text: str) -> str:
    """Give the same words on one line, for a name, a title or a theme."""
    return _SPACES.sub(" ", settled(text)).strip()


def _decoded(data: bytes, place: str) -> tuple[str, str]:
    """Give the characters, and in a sentence the encoding where it was guessed."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), _wide(data))
    try:
        return data.decode(encoding or "utf-8"), ""
    except UnicodeDecodeError as error:
        is_short = "end of data" in error.reason or "truncated" in error.reason
        if is_short and (encoding or not _ends_in_old_letter(data, error)):
            raise NotBroughtIn(place, _CUT_OFF) from None
        if encoding:
            raise NotBroughtIn(place, _NOT_TEXT) from None
        is_mixed = _is_mixed(data, error, place)
        return _old_windows(data), _MIXED if is_mixed else _OLD_WINDOWS


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by every other byte being empty, as it is in European words."""
    begin = data[:_LOOKED_AT]
    pairs = len(begin) // 2
    for encoding, empty in (("utf-16-le", begin[1::2]), ("utf-16-be", begin[0::2])):
        other = begin[0::2] if encoding == "utf-16-le" else begin[1::2]
        if pairs > 1 and empty.count(0) * 2 > pairs and not other.count(0):
            return encoding
    return None


def _ends_in_old_letter(data: bytes, error: UnicodeDecodeError) -> bool:
    """Say whether the text ends in a letter of the old encoding: all before is plain English."""
    return data[: error.start].isascii() and data[error.start] not in _USUAL_BEGINS


def _is_mixed(data: bytes, error: UnicodeDecodeError, place: str) -> bool:
    """Say whether a few characters are UTF-8, and refuse where they are not few.

    Read as anything else, they would be garbled.
    """
    lenient = data.decode("utf-8", errors="surrogateescape")
    plain = len(lenient.encode("ascii", errors="ignore"))
    broken = len(lenient) - len(_SURROGATES.sub("", lenient))
    whole = len(lenient) - plain - broken
    if whole and whole >= broken:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotBroughtIn(
            f"{place}, line {line}",
            "Some bytes here are damaged: the rest is UTF-8 text, and these are not.",
        )
    return whole > 0


def _old_windows(data: bytes) -> str:
    return data.translate(None, _UNUSED_IN_OLD_WINDOWS).decode("cp1252")
