"""The design tokens of resources/themes/tokens.toml as plain values; no Qt."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.assets import resource

STEPS = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One style of type: its family's role, size in points, weight and line height."""

    family: str
    points: float
    weight: int
    line: float


@dataclass(frozen=True, slots=True)
class Spacing:
    """How the words of a person are set apart: as usual, or wider for easier reading."""

    prose_family: str
    letter_percent: float
    word_px: float
    line: float | None
    paragraph_gap_px: int
    measure_characters: int
    has_italic: bool


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every figure of the look, as it stands in the file."""

    families: Mapping[str, tuple[str, ...]]
    styles: Mapping[str, TypeStyle]
    wide_spacing: Spacing
    usual_spacing: Spacing
    platform_factors: Mapping[str, float]
    themes: Mapping[str, Mapping[str, str]]
    palette: Mapping[str, str]
    space: Mapping[str, int]
    size: Mapping[str, int]
    icon: Mapping[str, float]
    radius: Mapping[str, int]
    focus: Mapping[str, int]
    motion: Mapping[str, int]
    breakpoints: Mapping[str, int]
    sharing: Mapping[str, Mapping[str, str]]


@cache
def read_tokens() -> Tokens:
    """Read the tokens that the program ships with."""
    text = resource("themes", "tokens.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    kind, size = data["type"], dict(data["size"])
    icon = size.pop("icon")
    return Tokens(
        families={
            "ui": (kind["ui_family"], *kind["ui_fallback"]),
            "prose": (kind["prose_family"], *kind["prose_fallback"]),
        },
        styles={name: _style(item) for name, item in kind.items() if _is_style(item)},
        wide_spacing=_wide(kind["dyslexia"]),
        usual_spacing=Spacing("prose", 100, 0, None, 0, kind["measure_characters"], True),
        platform_factors=kind["platform_factor"],
        themes=data["theme"],
        palette=data["qpalette"],
        space=data["space"],
        size=size,
        icon=icon,
        radius=data["radius"],
        focus=data["focus"],
        motion={name: ms for name, ms in data["motion"].items() if isinstance(ms, int)},
        breakpoints=data["breakpoints"],
        sharing=data["sharing"],
    )


def _is_style(item: Any) -> bool:
    return isinstance(item, dict) and "pt" in item


def _style(item: Mapping[str, Any]) -> TypeStyle:
    return TypeStyle(item["family"], item["pt"], item["weight"], item["line"])


def _wide(item: Mapping[str, Any]) -> Spacing:
    return Spacing(
        item["prose_family"],
        item["letter_spacing_percent"],
        item["word_spacing_px"],
        item["line"],
        item["paragraph_gap_px"],
        item["measure_characters"],
        item["italic"],
    )
