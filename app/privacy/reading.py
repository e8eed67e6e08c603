"""A text as a plain reading sees it: look-alike letters, invisible and Markdown marks undone."""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

from app.privacy.look_alikes import SHAPED_LATIN, without_look_alikes

# What is read as another character, one for one.
_READ_AS = str.maketrans(
    "’‘ʼʹ´ʻ‛ʽ′ˈꞌ՚׳‐‑‒–−﹣－﹘˗⁃⁄∕∶꞉․…。‚\u00a0\u2007\u202f\u2009",
    "'" * 13 + "-" * 10 + "//::...,    ",
)
# What would grow more, as a ligature of a whole phrase, stays as it is.
_LONGEST_GROWN = 3
# Letters in dark circles, in dark squares, as flags, and in brackets.
_IN_SIGNS = {
    chr(first + number): chr(ord(letter) + number)
    for first, letter in ((0x1F150, "A"), (0x1F170, "A"), (0x1F1E6, "A"), (0x249C, "a"))
    for number in range(26)
}
_SEEN = {
    **SHAPED_LATIN,
    **_IN_SIGNS,
    # Unicode counts these among the letters or marks, but they show nothing, or a space.
    **dict.fromkeys("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d", ""),
    **dict.fromkeys("\u2800\u3164\uffa0", " "),
    **dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    # As letters these would join the word before; what ends a line depends on what follows.
    **{letter: letter for letter in "™℠№\r"},
}
_UNSEEN_CATEGORIES = frozenset({"Cf", "Cc", "Cn"})

# What stands for itself in most texts: ASCII, and Latin letters with their accents in one.
_USUAL = (
    r"\n\t\x20-\x7e\xa1-\xa9\xab\xac\xae-\xb1\xb4-\xb8\xbb-\u0131\u0134-\u013e\u0141-\u0148"
    r"\u014a-\u017e\u0180-\u01c3\u01cd-\u01f0\u01f4-\u024f\u1e00-\u1e99\u1e9e-\u1eff“”„€"
)
_ACCENTS = (
    r"\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    r"\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
_SEEN_OTHERWISE = re.compile(
    rf"(?P<accented>[^{_ACCENTS}][{_ACCENTS}]+)"
    r"|(?P<note>(?<=[^\W\d_])[\xb2\xb3\xb9\u2070-\u2079\u2080-\u2089]+)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)"
    r"|(?P<tag></?(?:b|i|u|em|strong|span|sup|sub|mark|small|big|s|del|ins|font|wbr)/?>)"
    r"|(?P<spelt_out>(?:\\\*)+|(?:\\~)+|(?:\\`)+)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<emphasis>\*+|_+|~~+|`+)"
    rf"|(?P<odd>[^{_USUAL}{_ACCENTS}]+(?![{_ACCENTS}])|[{_ACCENTS}]+)"
)
# One class of characters is searched faster than all of these.
_MAY_BE_SEEN_OTHERWISE = re.compile(rf"[^{_USUAL}]|[\\*_~`&<]")
_TURNED_ROUND = re.compile("\u202e[^\u202c\n]*")
_POSSESSIVE_AFTER = re.compile(r"s(?![^\W_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """The text as it reads, and where each of its characters stood in the text that was given."""

    text: str
    # Where each character begins and ends there; none where both texts have the same places.
    places: array[int] | None
    ends: array[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the stretch of the given text that reads as this stretch of the reading."""
        if self.places is None or self.ends is None or start >= end:
            return start, end
        return min(self.places[start:end]), max(self.ends[start:end])


@dataclass(slots=True)
class _Pieces:
    """A reading in the making."""

    texts: list[str] = field(default_factory=list)
    places: array[int] = field(default_factory=lambda: array("l"))
    ends: array[int] = field(default_factory=lambda: array("l"))

    def add_as_it_stands(self, seen: str, start: int) -> None:
        """Add characters that stand place for place from here on."""
        self.texts.append(seen)
        self.places.extend(range(start, start + len(seen)))
        self.ends.extend(range(start + 1, start + 1 + len(seen)))

    def add(self, seen: str, start: int, end: int) -> None:
        """Add what a stretch as a whole is seen as, nothing perhaps."""
        self.texts.append(seen)
        self.places.extend([start] * len(seen))
        self.ends.extend([end] * len(seen))


def reading_of(text: str) -> Reading:
    """Read a text, plain or Markdown; time grows with its length only."""
    plain = text if text.isascii() else text.translate(_READ_AS)
    first = _MAY_BE_SEEN_OTHERWISE.search(plain)
    if first is None:
        return Reading(without_look_alikes(plain), None)
    pieces = _Pieces()
    done = 0
    for match in _SEEN_OTHERWISE.finditer(plain, max(first.start() - 1, 0)):
        start, end = match.span()
        pieces.add_as_it_stands(plain[done:start], done)
        _add(pieces, match)
        done = end
    pieces.add_as_it_stands(plain[done:], done)
    seen = "".join(pieces.texts)
    if "\u202e" in plain:
        seen = _turned_back(seen, plain, pieces)
    return Reading(without_look_alikes(seen), pieces.places, pieces.ends)


def _add(pieces: _Pieces, match: re.Match[str]) -> None:
    kind, words = match.lastgroup, match.group()
    start, end = match.span()
    if kind == "odd":
        _add_odd(pieces, match)
    elif kind == "note":
        # Raised figures are a note to a word, no part of it.
        pieces.add_as_it_stands(" " * len(words), start)
    elif kind == "emphasis":
        pieces.add_as_it_stands(_emphasis(match), start)
    elif kind == "spelt_out":
        # A mark of emphasis typed into plain text: it shows, and the word reads on beyond it.
        pieces.add(_emphasis(match).replace("\\", ""), start, end)
    elif kind == "accented":
        pieces.add(_accented(words), start, end)
    elif kind == "escape":
        pieces.add(words[1], start, end)
    elif kind == "entity":
        letter = html.unescape(words)
        pieces.add(_seen(letter) if len(letter) == 1 else words, start, end)


def _add_odd(pieces: _Pieces, match: re.Match[str]) -> None:
    seen = [_seen(each) for each in match.group()]
    if "\r" not in seen and all(len(each) == 1 for each in seen):
        pieces.add_as_it_stands("".join(seen), match.start())
        return
    for place, each in enumerate(seen, match.start()):
        if each != "\r":
            pieces.add(each, place, place + 1)
        elif not match.string.startswith("\n", place + 1):
            # Of two characters that end one line only the second is read.
            pieces.add("\n", place, place + 1)


@lru_cache(maxsize=8192)
def _seen(letter: str) -> str:
    """Give what a reader sees in one character, nothing perhaps."""
    if letter in _SEEN:
        return _SEEN[letter]
    category = unicodedata.category(letter)
    if category in _UNSEEN_CATEGORIES:
        return ""
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.digit(letter))
    plain = unicodedata.normalize("NFKC", letter).translate(_READ_AS)
    return plain if 0 < len(plain) <= _LONGEST_GROWN else letter


def _accented(words: str) -> str:
    """Give a letter and its accents as one where there is such a letter; else leave them out."""
    base = _seen(words[0]) if not words[0].isascii() else words[0]
    whole = unicodedata.normalize("NFC", base + words[1:])
    if len(whole) == 1:
        return whole
    first = unicodedata.normalize("NFC", base + words[1:2])
    return first if len(first) == 1 else base


def _emphasis(match: re.Match[str]) -> str:
    """Give what is seen of marks such as ** and _: nothing where they stand at words."""
    text, marks = match.string, match.group()
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    is_inside = before.isalnum() and after.isalnum()
    if marks == "`" and is_inside and _POSSESSIVE_AFTER.match(text, match.end()):
        return "'"
    if marks[0] == "_" and (is_inside or "@" in (before, after)):
        return marks
    is_alone = not before.strip() and not after.strip()
    return marks if is_alone else ""


def _turned_back(seen: str, plain: str, pieces: _Pieces) -> str:
    """Put the letters that are shown from right to left into the order in which they are read."""
    letters = list(seen)
    for match in _TURNED_ROUND.finditer(plain):
        start = bisect_left(pieces.places, match.start())
        end = bisect_left(pieces.places, match.end())
        letters[start:end] = letters[start:end][::-1]
        for places in (pieces.places, pieces.ends):
            places[start:end] = places[start:end][::-1]
    return "".join(letters)
