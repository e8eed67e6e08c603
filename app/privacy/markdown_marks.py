"""Marks of Markdown around words that are exchanged: emphasis kept in pairs, addresses, escapes."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from dataclasses import dataclass, field
from operator import itemgetter

_MARK = re.compile(r"\\[!-/:-@\[-`{-~]|`+|\*+|_+|~~+")
_HAS_MARK = re.compile(r"[*_`~]")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))")
_SPECIAL_AT_START = re.compile(r"(?:[-+=]|\d{1,9}[.)])(?= |$)")
# The address of a link, one between angle brackets, one that stands by itself.
_ADDRESS = re.compile(
    r"(?<=\]\()[ \t]*<?[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*"
    r"|(?<=<)(?:[A-Za-z][A-Za-z\d+.-]{1,20}:|[\w.+-]{1,64}@)[^\s<>]*"
    r"|(?:\b(?:https?|ftp)://|\bwww\.|\bmailto:)[^\s<>]*"
    r"|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)
_MAY_HAVE_ADDRESS = re.compile(r"\]\(|://|www\.|mailto:|@")
_NO_SLUG = re.compile(r"[^\w]+")
_DOUBLE = 2
# No one has so many marks open at once; the bound keeps time even.
_MOST_WAITING = 50


@dataclass(slots=True)
class _Run:
    """Marks of one kind in a row that may begin emphasis; what is used up is taken off the end."""

    start: int
    length: int
    mark: str


@dataclass(slots=True)
class Marks:
    """The marks of one text; each paragraph is read once, when it is asked about."""

    text: str
    is_markdown: bool
    _partners: dict[int, dict[int, tuple[int, str]]] = field(default_factory=dict)
    _codes: list[tuple[int, int]] = field(default_factory=list)
    _addresses: list[tuple[int, int]] | None = None
    _paragraphs: list[int] = field(default_factory=list)

    def outside(self, start: int, end: int) -> tuple[str, str]:
        """Give the marks of a stretch whose partners stand outside: what opens, what closes."""
        if not self.is_markdown or not _HAS_MARK.search(self.text, start, end):
            return "", ""
        partners = self._partners_at(start)
        opening: list[str] = []
        closing: list[str] = []
        place = start
        while place < end:
            partner, mark = partners.get(place, (start, ""))
            if mark and not start <= partner < end:
                (opening if partner >= end else closing).append(mark)
            place += len(mark) or 1
        while opening and closing and opening[0] == closing[-1]:
            del opening[0], closing[-1]
        return "".join(opening), "".join(closing)

    def is_code(self, place: int) -> bool:
        """Say whether a place lies in a code span, where nothing is escaped."""
        if not self.is_markdown or "`" not in self.text:
            return False
        self._partners_at(place)
        return _lies_in(self._codes, place, place)

    def is_address(self, start: int, end: int) -> bool:
        """Say whether a stretch lies in the address of a page or of a mailbox."""
        if self._addresses is None:
            found = _ADDRESS.finditer(self.text) if _MAY_HAVE_ADDRESS.search(self.text) else ()
            self._addresses = [each.span() for each in found]
        if not _lies_in(self._addresses, start, end):
            return False
        # A whole address that stands by itself is words among words.
        at = bisect_right(self._addresses, start, key=itemgetter(0)) - 1
        is_whole = self._addresses[at] == (start, end)
        return not is_whole or self.text[start - 1 : start] in ("(", "<")

    def _partners_at(self, place: int) -> dict[int, tuple[int, str]]:
        if not self._paragraphs:
            ends = (each.end() for each in _PARAGRAPH_END.finditer(self.text))
            self._paragraphs += [0, *ends, len(self.text) + 1]
        at = bisect_right(self._paragraphs, place) - 1
        start, end = self._paragraphs[at : at + 2]
        if start not in self._partners:
            self._read(start, end)
        return self._partners[start]

    def _read(self, start: int, end: int) -> None:
        """Pair the marks of a paragraph much as CommonMark does."""
        partners = self._partners[start] = {}
        marks = list(_MARK.finditer(self.text, start, end))
        ends = _ends_of_code(marks)
        waiting: list[_Run] = []
        code_until = -1
        for at, match in enumerate(marks):
            mark = match.group()
            if at <= code_until or mark[0] == "\\":
                continue
            if mark[0] != "`":
                self._read_emphasis(match, waiting, partners)
            elif at in ends:
                code_until = ends[at]
                other = marks[code_until]
                _pair(partners, match.start(), other.start(), mark)
                insort(self._codes, (match.start(), other.end()))

    def _read_emphasis(
        self, match: re.Match[str], waiting: list[_Run], partners: dict[int, tuple[int, str]]
    ) -> None:
        mark = match.group()
        before = self.text[match.start() - 1 : match.start()]
        after = self.text[match.end() : match.end() + 1]
        opens, closes = _flanking(before, after, mark[0])
        place, left = match.start(), len(mark)
        while closes and left and any(run.mark == mark[0] for run in waiting):
            run = waiting[-1]
            if run.mark != mark[0]:
                # What began within these marks and did not end there is no emphasis.
                waiting.pop()
                continue
            size = _DOUBLE if min(left, run.length) >= _DOUBLE else 1
            run.length -= size
            _pair(partners, run.start + run.length, place, mark[0] * size)
            place, left = place + size, left - size
            if not run.length:
                waiting.pop()
        if opens and left and len(waiting) < _MOST_WAITING:
            waiting.append(_Run(place, left, mark[0]))


def escaped(words: str, *, is_line_start: bool) -> str:
    """Give plain words so that no reader takes them for Markdown."""
    words = _SPECIAL.sub(r"\\\1", words)
    if is_line_start and (match := _SPECIAL_AT_START.match(words)):
        return f"{words[: match.end() - 1]}\\{words[match.end() - 1 :]}"
    return words


def for_address(words: str) -> str:
    """Give words as they may stand in an address."""
    return _NO_SLUG.sub("-", words).strip("-")


def _lies_in(stretches: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(stretches, start, key=itemgetter(0)) - 1
    return at >= 0 and end <= stretches[at][1]


def _pair(partners: dict[int, tuple[int, str]], one: int, other: int, mark: str) -> None:
    partners[one] = (other, mark)
    partners[other] = (one, mark)


def _ends_of_code(marks: list[re.Match[str]]) -> dict[int, int]:
    """Give, of each run of backticks, the next of the same length."""
    ends: dict[int, int] = {}
    nearest: dict[int, int] = {}
    for at in range(len(marks) - 1, -1, -1):
        mark = marks[at].group()
        if mark[0] == "`":
            if len(mark) in nearest:
                ends[at] = nearest[len(mark)]
            nearest[len(mark)] = at
    return ends


def _flanking(before: str, after: str, mark: str) -> tuple[bool, bool]:
    """Say whether marks between these characters may open, and whether they may close."""
    is_space_before, is_space_after = not before.strip(), not after.strip()
    is_word_before, is_word_after = before.isalnum(), after.isalnum()
    opens = not is_space_after and (is_word_after or not is_word_before)
    closes = not is_space_before and (is_word_before or not is_word_after)
    if mark == "_":
        return opens and not is_word_before, closes and not is_word_after
    return opens, closes
