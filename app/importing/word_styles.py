"""What a Word document's styles say of a paragraph or run: heading, list, bold, italic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from app.word_xml import (
    Element,
    Tree,
    attribute,
    child,
    is_on,
    name_of,
    number_from,
    value_in,
)

BODY_LEVEL = 9  # what Word calls the outline level of a paragraph that is no heading
_LONGEST_CHAIN = 20
_HEADING_NAME = re.compile(r"heading ([1-9])")
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list a paragraph belongs to, and how deep in it."""

    list_id: str
    level: int


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What is known of a paragraph before its words are read; level 0 is no heading."""

    level: int = 0
    is_title: bool = False
    list_place: ListPlace | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """What a style says, or a paragraph or run itself; None where it says nothing."""

    level: int | None = None
    is_title: bool = False
    list_id: str | None = None
    list_level: int | None = None
    is_bold: bool | None = None
    is_italic: bool | None = None

    def before(self, other: _Said) -> _Said:
        """Give both, this one first."""
        return _Said(
            _first(self.level, other.level),
            self.is_title or other.is_title,
            _first(self.list_id, other.list_id),
            _first(self.list_level, other.list_level),
            _first(self.is_bold, other.is_bold),
            _first(self.is_italic, other.is_italic),
        )


class Styles:
    """The styles of one document; each is looked at once."""

    def __init__(self, tree: Tree | None) -> None:
        styles = [each for each in (() if tree is None else tree) if name_of(each) == "w:style"]
        self._styles = {attribute(style, "w:styleId") or "": style for style in styles}
        self._own = {key: _said_by_style(style) for key, style in self._styles.items()}
        self._based_on = {
            key: value_in(style, "w:basedOn") or "" for key, style in self._styles.items()
        }
        self._whole: dict[str, _Said] = {}
        self._default = next((key for key, each in self._styles.items() if _is_default(each)), "")

    def of_paragraph(self, paragraph: Element) -> ParagraphStyle:
        """Give a paragraph's style, what it says itself before what its styles say."""
        own = child(paragraph, "w:pPr")
        said = _said_by(own).before(self._said(value_in(own, "w:pStyle") or self._default))
        return ParagraphStyle(said.level or 0, said.is_title, _list_place(said))

    def look_of(self, run: Element) -> tuple[bool, bool]:
        """Say whether a run is bold, and whether italic, by itself or by its own style."""
        properties = child(run, "w:rPr")
        if properties is None:
            return False, False
        said = _look_said_by(properties).before(self._said(value_in(properties, "w:rStyle") or ""))
        return bool(said.is_bold), bool(said.is_italic)

    def lists(self) -> Iterator[tuple[str, str]]:
        """Give the list that each style belongs to, by the style's id."""
        for key, said in self._own.items():
            if said.list_id is not None:
                yield key, said.list_id

    def _said(self, key: str) -> _Said:
        """Give what a style says together with those it is based on."""
        if key not in self._whole:
            said, based_on = _Said(), key
            for _ in range(_LONGEST_CHAIN):
                if based_on not in self._own:
                    break
                said = said.before(self._own[based_on])
                based_on = self._based_on[based_on]
            self._whole[key] = said
        return self._whole[key]


def _is_default(style: Element) -> bool:
    is_paragraph = attribute(style, "w:type") == "paragraph"
    return is_paragraph and attribute(style, "w:default") in ("1", "true", "on")


def _said_by_style(style: Element) -> _Said:
    name = (value_in(style, "w:name") or "").lower()
    named = _HEADING_NAME.fullmatch(name)
    by_name = _Said(level=int(named[1]) if named else None, is_title=name == "title")
    look = _look_said_by(child(style, "w:rPr"))
    return _said_by(child(style, "w:pPr")).before(look).before(by_name)


def _said_by(properties: Element | None) -> _Said:
    outline = number_from(value_in(properties, "w:outlineLvl"))
    level = None if outline is None else outline + 1 if 0 <= outline < BODY_LEVEL else 0
    place = child(properties, "w:numPr")
    return _Said(
        level=level,
        list_id=value_in(place, "w:numId"),
        list_level=number_from(value_in(place, "w:ilvl")),
    )


def _look_said_by(properties: Element | None) -> _Said:
    return _Said(is_bold=is_on(child(properties, "w:b")), is_italic=is_on(child(properties, "w:i")))


def _list_place(said: _Said) -> ListPlace | None:
    if said.list_id is None or number_from(said.list_id) == 0:  # 0: taken out of its list
        return None
    return ListPlace(said.list_id, min(max(said.list_level or 0, 0), BODY_LEVEL - 1))


def _first(one: _Found | None, other: _Found | None) -> _Found | None:
    return other if one is None else one
