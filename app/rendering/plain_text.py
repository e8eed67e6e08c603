"""The one place that decides which characters of a text reach a page or a file."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
# Controls mean nothing on paper, and the Markdown library marks places with two of them.
# The others are not characters at all, and a file that holds them is refused by some readers.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_PLANE_ENDS = "".join(
    chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_BEYOND_THE_PLANES = re.compile(f"[{_PLANE_ENDS}]")
_SPACES_AND_BREAKS = re.compile(r"[ \t\n]+")


def clean_text(text: str) -> str:
    """Give the text without control characters; every kind of line end becomes a newline."""
    text = _LINE_ENDS.sub("\n", text)
    text = _BEYOND_THE_PLANES.sub("", _CONTROLS.sub("", text))
    return _SURROGATES.sub(REPLACEMENT, text)


def clean_line(text: str) -> str:
    """Give the text cleaned and on one line, for a title, a heading or a lead."""
    return _SPACES_AND_BREAKS.sub(" ", clean_text(text)).strip(" ")
