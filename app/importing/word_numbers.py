"""The marks before a Word document's list items and headings: they stand nowhere in its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.importing.word_styles import BODY_LEVEL, ListPlace, Styles
from app.word_xml import Element, Tree, attribute, name_of, number_from, value_in

BULLET = "-"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST_ROMAN = 3999
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class _Level:
    """How one depth of a list counts."""

    counts_as: str = "decimal"
    pattern: str = ""
    start: int = 1


@dataclass(slots=True)
class _Counted:
    """One list: its levels, and how far each has counted."""

    levels: dict[int, _Level]
    reached: dict[int, int] = field(default_factory=dict)


class Numbers:
    """Counts through all lists of a document, in its order."""

    def __init__(self, tree: Tree | None, styles: Styles) -> None:
        lists = () if tree is None else tuple(tree)
        abstract = {
            attribute(each, "w:abstractNumId") or "": each
            for each in lists
            if name_of(each) == "w:abstractNum"
        }
        self._numbered = {
            attribute(each, "w:numId") or "": each for each in lists if name_of(each) == "w:num"
        }
        self._list_of = {
            key: value_in(each, "w:abstractNumId") or "" for key, each in self._numbered.items()
        }
        self._counted = {key: _Counted(_levels_of(each)) for key, each in abstract.items()}
        self._follow_style_links(abstract, dict(styles.lists()))
        self._begun: set[tuple[str, int]] = set()

    def mark(self, place: ListPlace) -> str:
        """Count on, and give the mark of the next item: "-", "3.", "(b)" or nothing."""
        numbered = self._numbered.get(place.list_id)
        counted = self._counted.get(self._list_of.get(place.list_id, ""))
        if numbered is None or counted is None:
            return BULLET
        level = counted.levels.get(place.level, _Level())
        self._begin(numbered, place, counted)
        counted.reached[place.level] = counted.reached.get(place.level, level.start - 1) + 1
        for deeper in range(place.level + 1, BODY_LEVEL):
            counted.reached.pop(deeper, None)
        if level.counts_as == "bullet":
            return BULLET
        if level.counts_as == "none":
            return ""
        return _PLACE.sub(lambda found: _number(counted, int(found[1]) - 1), level.pattern).strip()

    def _begin(self, numbered: Element, place: ListPlace, counted: _Counted) -> None:
        """Start over where a list says so, the first time it is met."""
        if (place.list_id, place.level) in self._begun:
            return
        self._begun.add((place.list_id, place.level))
        for override in numbered:
            if number_from(attribute(override, "w:ilvl")) == place.level:
                start = number_from(value_in(override, "w:startOverride"))
                if start is not None:
                    counted.reached[place.level] = start - 1

    def _follow_style_links(self, abstract: dict[str, Element], lists: dict[str, str]) -> None:
        for key, element in abstract.items():
            style = value_in(element, "w:numStyleLink")
            linked = self._counted.get(self._list_of.get(lists.get(style or "", ""), ""))
            if style is not None and linked is not None:
                self._counted[key] = linked


def _levels_of(abstract: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in abstract:
        depth = number_from(attribute(element, "w:ilvl"))
        if name_of(element) == "w:lvl" and depth is not None:
            levels[depth] = _Level(
                value_in(element, "w:numFmt") or "decimal",
                (value_in(element, "w:lvlText") or f"%{depth + 1}.")[:100],
                _start_in(element),
            )
    return levels


def _start_in(element: Element) -> int:
    start = number_from(value_in(element, "w:start"))
    return 1 if start is None else start


def _number(counted: _Counted, depth: int) -> str:
    level = counted.levels.get(depth, _Level())
    number = counted.reached.get(depth, level.start)
    match level.counts_as:
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
    return str(number)


def _letters(number: int) -> str:
    """Count as Word does: a … z, aa, bb …."""
    rounds, letter = divmod(number - 1, _LETTERS)
    return chr(ord("a") + letter) * (rounds + 1) if 0 <= rounds < _LETTERS else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    words = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        words += sign * times
    return words
