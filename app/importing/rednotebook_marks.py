"""Turns RedNotebook's marks into our Markdown, line by line; every word stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_HEADING = re.compile(
    r"[ \t]*(={1,5}|\+{1,5})([^=+\s](?:.*[^=+\s])?|[^=+\s].*?\S)[ \t]*\1(?:\[[\w-]*\])?[ \t]*"
)
_SPACED_HEADING = re.compile(r"[ \t]*(={1,5}|\+{1,5})[ \t]+(\S.*?)[ \t]+\1(?:\[[\w-]*\])?[ \t]*")
_OUR_HEADING = re.compile(r"^([ \t]*)(?=#{1,6}[ \t])")
_ANY_MARK = re.compile(r"//|--|__|\\\\|[#*_`+\[{]")
_RULE = re.compile(r"[ \t]*(?:={20,}|-{20,}|_{20,})[ \t]*")
_NUMBERED = re.compile(r"^([ \t]*)\+[ \t]+(?=\S)")
_BLOCK = re.compile(r"[ \t]*(?:```|\"\"\"|''')[ \t]*")
_LINE_BREAK = "\\\\"
_LONGEST_HEADING = 1_000
_ADDRESS = re.compile(r"(?:https?|ftp|file)://[^\s\"\]]+|``[^`\n]+``")
_PICTURE_ENDING = r"(?:png|jpe?g|gif|eps|bmp|svg)"
_PICTURE = re.compile(
    rf'\[""([^"\n]{{1,1000}})""(\.{_PICTURE_ENDING})(?:\?\d+)?\]'
    rf"|\[([^\s\"\[\]]{{1,1000}}\.{_PICTURE_ENDING})(?:\?\d+)?\]",
    re.IGNORECASE,
)
_QUOTED_LINK = re.compile(r'\[([^\[\]"\n]{1,1000}?)[ \t]{1,9}""([^"\n]{1,1000})""\]')
_NAMED_LINK = re.compile(
    r"\[([^\[\]\n]{1,1000}?)[ \t]{1,9}((?:https?|ftp|file)://[^\s\]]+|\d{4}-\d{2}-\d{2})[ \t]*\]"
)
_COLOUR = re.compile(r"\{([^{}\n]{1,2000}?)\|color:[^{}\n]{1,40}\}")
# Begins with the mark itself, so that the search leaps from one to the next.
_OUR_MARK = re.compile(
    r"\*(?<!\*\*)(?!\*)(?:(?=\S)|(?<=\S\*))|_(?:(?<![\w_]_)(?=[^\W_])|(?<=[^\W_]_)(?![\w_]))"
)
_ITALIC = re.compile(r"//(?=\S)([^\n]*?\S)//(?!/)")
_UNDERLINED = re.compile(r"__(?=\S)([^\n]*?[^\s_])__(?!_)")
_STRUCK = re.compile(r"(?<!-)--(?=[^\s-])([^\n]*?[^\s-])--(?!-)")


def markdown_of(text: str) -> str:
    """Give RedNotebook's text as our Markdown."""
    return "\n".join(_lines(text.split("\n")))


def pictures_in(text: str) -> int:
    """Count the pictures that a text of RedNotebook's shows."""
    return sum(1 for _ in _PICTURE.finditer(text))


def _lines(lines: list[str]) -> Iterator[str]:
    is_verbatim = False
    for line in lines:
        if _BLOCK.fullmatch(line):
            is_verbatim = not is_verbatim
            yield "```"
        elif is_verbatim:
            yield line
        elif _RULE.fullmatch(line):
            yield ""
        elif found := _heading(line):
            yield f"{'#' * len(found[1])} {_marked(found[2].strip())}"
        else:
            yield _words(line)


def _heading(line: str) -> re.Match[str] | None:
    # A line of nothing but spaces between its ends would cost the square of its length.
    if len(line) > _LONGEST_HEADING:
        return None
    return _SPACED_HEADING.fullmatch(line) or _HEADING.fullmatch(line)


def _words(line: str) -> str:
    if not _ANY_MARK.search(line):
        return line
    if (bare := line.rstrip()).endswith(_LINE_BREAK):
        line = bare.removesuffix(_LINE_BREAK).rstrip()
    line = _OUR_HEADING.sub(r"\1\\", line)
    return _marked(_NUMBERED.sub(r"\g<1>1. ", line))


def _marked(line: str) -> str:
    line = _PICTURE.sub(
        lambda found: f"[{found[1]}{found[2]}]" if found[1] else f"[{found[3]}]", line
    )
    line = _QUOTED_LINK.sub(r"\1 (\2)", line)
    line = _NAMED_LINK.sub(r"\1 (\2)", line)
    line = _COLOUR.sub(r"\1", line)
    return _outside_addresses(line, _with_our_marks)


def _outside_addresses(line: str, turned: Callable[[str], str]) -> str:
    """Turn what stands between addresses and code, in which two slashes are no mark."""
    pieces, end = list[str](), 0
    for found in _ADDRESS.finditer(line):
        pieces += (turned(line[end : found.start()]), found[0].replace("``", "`"))
        end = found.end()
    return "".join((*pieces, turned(line[end:])))


def _with_our_marks(words: str) -> str:
    words = _OUR_MARK.sub(r"\\\g<0>", words)
    words = _STRUCK.sub(r"~~\1~~", words)
    words = _UNDERLINED.sub(r"*\1*", words)
    return _ITALIC.sub(r"*\1*", words)
