"""Reads what stands in YAML at the top of a Markdown file: its title, day and themes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.importing.bounded_yaml import Pairs, Yaml, YamlRefused, read_yaml
from app.importing.characters import one_line, settled
from app.importing.plain_words import as_typed
from app.importing.told_moments import Told, told_moment

_LARGEST = 64 * 1024
_BLOCK = re.compile(r"---[ \t]*\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = "title"
_DAYS = ("date", "day", "created", "created_at", "created at", "creation date", "datetime", "when")
_THEMES = ("tags", "tag", "themes", "theme", "keywords", "categories", "category")
_BETWEEN = re.compile(r"[,;|\n]")


@dataclass(slots=True)
class FrontMatter:
    """What the top of the file tells, its other lines in words, and the text beneath it."""

    text: str
    title: str = ""
    told: Told | None = None
    told_in: str = ""
    themes: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def front_matter_of(text: str) -> FrontMatter:
    """Take the top off a text; what cannot be read as such stays where it is, as words."""
    found = _BLOCK.match(text, 0, _LARGEST) if text.startswith("---") else None
    if found is None:
        return FrontMatter(text)
    try:
        pairs = read_yaml(found[1])
    except YamlRefused:
        return FrontMatter(text)
    if not isinstance(pairs, Pairs):
        return FrontMatter(text)
    front = FrontMatter(text[found.end() :])
    for name, value in pairs.items:
        _take(front, one_line(name), value)
    if not _has_every_letter(found[1], pairs):
        front.others = [as_typed(found[1].strip("\n"))]
    return front


def themes_in(value: str) -> list[str]:
    """Give the themes in one line: between commas, or each with its own number sign."""
    is_hashed = all(word.startswith("#") for word in value.split())
    words = value.split() if is_hashed else _BETWEEN.split(value)
    return [theme for word in words if (theme := one_line(word).lstrip("#@").rstrip(","))]


def _take(front: FrontMatter, name: str, value: Yaml) -> None:
    key, told = name.casefold(), told_moment(value) if isinstance(value, str) else None
    if key == _TITLE and isinstance(value, str) and not front.title:
        front.title = one_line(value)
    elif key in _DAYS and told and front.told is None:
        front.told, front.told_in = told, str(value)
    elif key in _THEMES and isinstance(value, str):
        front.themes += themes_in(value)
    elif key in _THEMES and isinstance(value, tuple) and all(isinstance(v, str) for v in value):
        front.themes += [theme for each in value if (theme := one_line(str(each)).lstrip("#@"))]
    elif words := settled(", ".join(_words(value))):
        front.others.append(f"{name}: {words}")
    elif key not in (_TITLE, *_DAYS, *_THEMES):
        front.others.append(f"{name}:")


def _has_every_letter(block: str, pairs: Pairs) -> bool:
    """Say whether the pairs hold all of a block: comments, tags and anchors are not in them."""
    read = Counter("".join(_texts(pairs)))
    return not Counter(filter(str.isalnum, block)) - read


def _texts(value: Yaml) -> Iterator[str]:
    if isinstance(value, Pairs):
        for name, each in value.items:
            yield name
            yield from _texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif value is not None:
        yield value


def _words(value: Yaml) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif isinstance(value, Pairs):
        for name, each in value.items:
            yield f"{name}: {', '.join(_words(each))}"
