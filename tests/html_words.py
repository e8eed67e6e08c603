"""Reads the words of our web page back, in order, with the numbers that a browser gives lists."""

from __future__ import annotations

from html.parser import HTMLParser


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._lists: list[int | None] = []
        self._is_hidden = False

    def handle_starttag(self, tag, attrs):
        if tag in {"head"}:
            self._is_hidden = True
        if tag in {"ol", "ul"}:
            self._lists.append(int(dict(attrs).get("start", 1)) if tag == "ol" else None)
        if tag == "li" and self._lists[-1] is not None:
            self.parts.append(f" {self._lists[-1]}. ")
            self._lists[-1] += 1
        if tag not in {"em", "strong"}:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        if tag == "head":
            self._is_hidden = False
        if tag in {"ol", "ul"}:
            self._lists.pop()

    def handle_data(self, data):
        if not self._is_hidden:
            self.parts.append(data)


def words_of_html(page: str) -> str:
    """All that a browser shows, in order."""
    reader = _Words()
    reader.feed(page)
    return "".join(reader.parts)
