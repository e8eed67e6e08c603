"""Finds out in which encoding a text was saved, and settles its characters; never guesses twice."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from app.domain.errors import NotBroughtIn

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
_UNUSED_IN_OLD_WINDOWS = b"\x81\x8d\x8f\x90\x9d"
_ONE_CONTROL_IN = 50  # a text holds fewer controls than one in so many characters


def text_of(data: bytes, place: str) -> str:
    """Decode a file of text: UTF-8, UTF-16 or the old Windows encoding; every line ends in \\n.

    Raises:
        NotBroughtIn: it is no text, cut off, or in more than one encoding.
    """
    text = _decoded(data, place)
    controls = sum(1 for _ in _CONTROLS.finditer(text[:_LOOKED_AT]))
    if "\0" in text or controls * _ONE_CONTROL_IN > min(len(text), _LOOKED_AT):
        raise NotBroughtIn(place, _NOT_TEXT)
    return settled(text)


def settled(text: str) -> str:
    """Give the same words with plain line ends and without characters that mean nothing."""
    return _SURROGATES.sub(
        "\N{REPLACEMENT CHARACTER}", _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    )


def one_line(text: str) -> str:
    """Give the same words on one line, for a name, a title or a theme."""
    return _SPACES.sub(" ", settled(text)).strip()


def _decoded(data: bytes, place: str) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), _wide(data))
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if "end of data" in error.reason or "truncated" in error.reason:
            raise NotBroughtIn(place, _CUT_OFF) from None
        if encoding:
            raise NotBroughtIn(place, _NOT_TEXT) from None
        _refuse_mixture(data, error, place)
        return _old_windows(data)


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by every other byte being empty, as it is in European words."""
    begin = data[:_LOOKED_AT]
    pairs = len(begin) // 2
    for encoding, empty in (("utf-16-le", begin[1::2]), ("utf-16-be", begin[0::2])):
        other = begin[0::2] if encoding == "utf-16-le" else begin[1::2]
        if pairs > 1 and empty.count(0) * 2 > pairs and not other.count(0):
            return encoding
    return None


def _refuse_mixture(data: bytes, error: UnicodeDecodeError, place: str) -> None:
    """Refuse what is UTF-8 but for a few bytes: read as anything else, it would be garbled."""
    lenient = data.decode("utf-8", errors="surrogateescape")
    plain = len(lenient.encode("ascii", errors="ignore"))
    broken = len(lenient) - len(_SURROGATES.sub("", lenient))
    if len(lenient) - plain - broken > broken:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotBroughtIn(
            f"{place}, line {line}",
            "Some bytes here are damaged: the rest is UTF-8 text, and these are not.",
        )


def _old_windows(data: bytes) -> str:
    return data.translate(None, _UNUSED_IN_OLD_WINDOWS).decode("cp1252")
