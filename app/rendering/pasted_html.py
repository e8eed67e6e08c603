"""What is pasted from a web page or a word processor, as plain words with paragraphs and lists.

Only the words are taken: no font, picture, address or script is ever looked at. Headings and bold
become plain words; a list is a list in Markdown.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

LONGEST_HTML = 400_000  # characters; of more the plain words are taken, which is quick
_BLOCKS = frozenset(
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tr",
        "section", "article", "header", "footer", "main", "aside", "figure", "dl", "dt", "dd", "hr",
    }
)  # fmt: skip
_SILENT = frozenset({"style", "script", "head", "title", "template", "svg", "object", "o:p"})
_LISTS = frozenset({"ul", "ol"})
_BETWEEN = {"br": "\n", "td": "\t", "th": "\t"}
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_LIST = re.compile(r"<li[\s>]|mso-list:", re.IGNORECASE)
_LEVEL = re.compile(r"mso-list:[^;]*\blevel(\d)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,9}|[a-z]{1,4})[.)]", re.IGNORECASE)


def words_of_html(html: str) -> str:
    """Give the words with a blank line between paragraphs and a mark before each list item."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.words()


def has_lists(html: str) -> bool:
    """Say whether there is a list in it."""
    return _LIST.search(html) is not None


class _Reader(HTMLParser):
    """Collects lines; whether a blank one comes before is known when the next begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[str, bool]] = []  # words, and whether it is a list item
        self._line: list[str] = []
        self._lists: list[int | None] = []  # the next number, or None where points are set
        self._mark = ""
        self._silent: list[str] = []
        self._word_mark: list[str] | None = None  # what Word shows as the mark of a list item

    def words(self) -> str:
        """Give everything read so far."""
        self._end_line()
        text = ""
        for number, (line, is_item) in enumerate(self._lines):
            joined = is_item and self._lines[number - 1][1]
            text += ("" if not number else "\n" if joined else "\n\n") + line
        return text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a list or an item."""
        if tag in _SILENT:
            self._silent.append(tag)
        if self._silent:
            return
        style = next((value or "" for name, value in attrs if name == "style"), "")
        if tag in _LISTS:
            self._begin_list(tag)
        elif tag == "li":
            self._begin_item()
        elif tag in _BETWEEN:
            self._line.append(_BETWEEN[tag])
        elif tag in _BLOCKS:
            self._begin_block(style)
        elif "mso-list:ignore" in style.replace(" ", "").lower():
            self._word_mark = []

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
        elif tag in _LISTS:
            self._end_line()
            if self._lists:
                self._lists.pop()
        elif tag in _BLOCKS or tag == "li":
            self._end_line()
        elif tag == "span" and self._word_mark:
            self._take_word_mark()

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._silent:
            return
        if self._word_mark is not None:
            self._word_mark.append(data)
        else:
            self._line.append(_SPACES.sub(" ", data))

    def _begin_block(self, style: str) -> None:
        if "".join(self._line).strip():
            self._end_line()
        level = _LEVEL.search(style)
        if level is not None:
            self._mark = f"{'  ' * (int(level[1]) - 1)}- "

    def _begin_list(self, tag: str) -> None:
        self._end_line()
        self._lists.append(1 if tag == "ol" else None)

    def _begin_item(self) -> None:
        self._end_line()
        depth = max(0, len(self._lists) - 1)
        number = self._lists[-1] if self._lists else None
        if number is None:
            self._mark = f"{'  ' * depth}- "
        else:
            self._mark = f"{'   ' * depth}{number}. "
            self._lists[-1] = number + 1

    def _take_word_mark(self) -> None:
        shown = "".join(self._word_mark or ()).strip()
        self._word_mark = None
        if _NUMBER.fullmatch(shown) and shown[0].isdigit():
            indent = self._mark[: len(self._mark) - len(self._mark.lstrip())]
            self._mark = f"{indent}{shown} "

    def _end_line(self) -> None:
        self._word_mark = None
        lines = "".join(self._line).split("\n")
        words = "\n".join(" ".join(line.split(" ")).strip(" \t") for line in lines).strip("\n")
        words = re.sub(r" {2,}", " ", words)
        self._line = []
        if not words.strip():
            return
        mark, self._mark = self._mark, ""
        if mark:
            words = words.replace("\n", "\n" + " " * len(mark))
        self._lines.append((mark + words, bool(mark)))
