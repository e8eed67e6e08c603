"""The lists of a Word document: one numbering for bullets, and one for each numbered list."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.rendering.word_elements import Element, as_xml, element

BULLETS = 1
INDENT = 360  # twips for each level
_DEEPEST = 8
_BULLET_KIND, _NUMBER_KIND = 0, 1
_BULLET_MARKS = ("•", "–")


@dataclass(slots=True)
class WordLists:
    """Hands out a numbering to every numbered list, so that each starts where it was typed."""

    starts: list[tuple[int, int]] = field(default_factory=list)  # level, first number

    def numbered_from(self, first: int, level: int) -> int:
        """Give the numbering for another list."""
        self.starts.append((level, first))
        return BULLETS + len(self.starts)

    def part(self) -> bytes:
        """Give the part that holds every numbering."""
        kinds = [_kind(_BULLET_KIND), _kind(_NUMBER_KIND)]
        bullets = element("num", element("abstractNumId", val=_BULLET_KIND), numId=BULLETS)
        numbers = [
            _restarted(number, level, first)
            for number, (level, first) in enumerate(self.starts, BULLETS + 1)
        ]
        return as_xml(element("numbering", *kinds, bullets, *numbers))


def item_mark(numbering: int, level: int) -> Element:
    """Give what makes a paragraph an item."""
    return element(
        "numPr", element("ilvl", val=shown_level(level)), element("numId", val=numbering)
    )


def shown_level(level: int) -> int:
    """Give the level as Word can show it; it knows nine."""
    return min(level, _DEEPEST)


def _kind(kind: int) -> Element:
    levels = (_level(kind, level) for level in range(_DEEPEST + 1))
    many = element("multiLevelType", val="multilevel")
    return element("abstractNum", many, *levels, abstractNumId=kind)


def _level(kind: int, level: int) -> Element:
    is_bullet = kind == _BULLET_KIND
    mark = _BULLET_MARKS[level % 2] if is_bullet else f"%{level + 1}."
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet" if is_bullet else "decimal"),
        element("lvlText", val=mark),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=INDENT * (level + 1), hanging=INDENT)),
        ilvl=level,
    )


def _restarted(number: int, level: int, first: int) -> Element:
    start = element("startOverride", val=first)
    return element(
        "num",
        element("abstractNumId", val=_NUMBER_KIND),
        element("lvlOverride", start, ilvl=shown_level(level)),
        numId=number,
    )
