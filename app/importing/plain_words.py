"""Plain text as our Markdown: what would be taken for a mark is escaped, so that it shows as typed.

Lists stay lists: a line with a dash, a round bullet or the next number is one in plain text too.
"""

from __future__ import annotations

import re

from app.importing.marked_words import ESCAPABLE

# What stands first of each is no mark: the star of a list, an underscore within a word.
_MARKS = {
    "*": re.compile(r"^[ \t]*\*(?=[ \t]+\S)|(\*)", re.MULTILINE),
    "_": re.compile(r"(?<=[^\W_])_(?=[^\W_])|(_)"),
    "`": re.compile("(`)"),
}
_BACKSLASH = re.compile(rf"\\(?={ESCAPABLE})")
_STARTS = re.compile(r"[ \t]*(?=#{1,6}[ \t]|>|\+[ \t]|([-_*])(?:[ \t]*\1){2,}[ \t]*$)")
_ITEM = re.compile(r"([ \t]*)(?:(\d{1,9})[.)]|[-*•])[ \t]+(?=\S)")


def as_typed(text: str) -> str:
    """Give a plain text as Markdown that shows it as it was typed."""
    words = _BACKSLASH.sub(r"\\\\", text)
    for mark, pattern in _MARKS.items():
        if words.count(mark) > 1:  # one alone marks nothing
            words = pattern.sub(_escaped, words)
    numbers = _Numbers()
    return "\n".join(numbers.kept(_without_start(line)) for line in words.split("\n"))


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else found[0]


def _without_start(line: str) -> str:
    found = _STARTS.match(line)
    return line if found is None else f"{line[: found.end()]}\\{line[found.end() :]}"


class _Numbers:
    """Keeps a number that a list would count otherwise: after 3 a list goes on with 4."""

    def __init__(self) -> None:
        self._margin: str | None = None
        self._last = 0
        self._follows_gap = True

    def kept(self, line: str) -> str:
        """Give a line with its number escaped unless it begins a list or goes on with one."""
        found = _ITEM.match(line)
        if not line.strip():
            self._follows_gap = True
            return line
        if found is None and self._follows_gap and not line[0].isspace():
            self._margin = None
        self._follows_gap = False
        if found is None or found[2] is None:
            return line
        number = int(found[2])
        begins = self._margin is None
        if begins or (found[1] == self._margin and number == self._last + 1):
            self._margin, self._last = found[1], number
            return line
        return f"{line[: found.end(2)]}\\{line[found.end(2) :]}"
