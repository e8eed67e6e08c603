"""One theme at one text size: colours, fonts and sizes, ready for Qt."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication

from app.ui.tokens import Spacing, Tokens, TypeStyle, read_tokens

THEME_NAMES = ("light", "dark", "high_contrast", "high_contrast_light")
# Seventy characters of ordinary English: line lengths rest on its width, not on an average letter.
SAMPLE_SENTENCE = "She had wanted to say more, and the room had been too loud to hear it."
_SAMPLE_LENGTH = len(SAMPLE_SENTENCE)
_SPACED_STYLES = ("prose", "prose_small")
# The style whose text each of these heights has to hold.
_GROWING = {
    "button": "body",
    "button_small": "small",
    "input": "body",
    "chip": "small",
    "nav_row": "body",
    "scale_cell": "body",
    "menu_bar": "body",
    "status_line": "small",
}
_ROOM_FOR_TEXT = 2.0
_SEMIBOLD = 600
_POINTS_PER_INCH, _USUAL_DOTS_PER_INCH = 72, 96
_STRONG = "_strong"
# Families, points, weight, italic, letter spacing, word spacing.
_FontFacts = tuple[tuple[str, ...], float, int, bool, float, float]


@dataclass(frozen=True)
class Theme:
    """The look at one moment; a change of theme, text size or spacing makes another."""

    name: str
    scale: float
    is_dyslexia: bool
    tokens: Tokens

    @classmethod
    def load(cls, name: str = "light", scale: float = 1.0, is_dyslexia: bool = False) -> Theme:
        """Make the theme of this name at this text size."""
        tokens = read_tokens()
        if name not in tokens.themes:
            raise ValueError("no such theme")
        return cls(name, scale, is_dyslexia, tokens)

    @property
    def is_high_contrast(self) -> bool:
        """Say whether edges and marks must be as strong as they can be."""
        return self.name.startswith("high_contrast")

    @property
    def spacing(self) -> Spacing:
        """Give how the person's own words are set apart."""
        return self.tokens.wide_spacing if self.is_dyslexia else self.tokens.usual_spacing

    def colour_name(self, token: str) -> str:
        """Give a colour as #RRGGBB."""
        return self.tokens.themes[self.name][token]

    def colour(self, token: str) -> QColor:
        """Give a colour."""
        if token not in self._colours:
            self._colours[token] = QColor(self.colour_name(token))
        return QColor(self._colours[token])  # a copy: whoever gets it may change it

    def style(self, name: str) -> TypeStyle:
        """Give a style of type; “small_strong” is “small” in the stronger weight."""
        if not name.endswith(_STRONG):
            return self.tokens.styles[name]
        return replace(self.tokens.styles[name.removesuffix(_STRONG)], weight=_SEMIBOLD)

    def font(self, style: str = "body", weight: int | None = None, italic: bool = False) -> QFont:
        """Give the font of a style; the weight is 400 or 600."""
        own = weight or self.style(style).weight
        return QFont(_made(*_font_facts(self, style, own, is_italic=italic)))

    def line_px(self, style: str = "body") -> float:
        """Give the height of one line of a style, in pixels."""
        if style not in self._lines:
            self._lines[style] = self._line(style) * self.font_px(style)
        return self._lines[style]

    def line_percent(self, style: str = "prose") -> int:
        """Give the line height as a text block wants it: a share of the line Qt lays out."""
        own = math.ceil(QFontMetricsF(self.font(style)).lineSpacing())
        return max(100, round(100 * self.line_px(style) / own))

    def font_px(self, style: str = "body") -> float:
        """Give the size of a style in pixels."""
        return self.points(style) * _dots_per_inch() / _POINTS_PER_INCH

    def points(self, style: str) -> float:
        """Give the size of a style in points, grown by the text size."""
        system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, "linux")
        return (
            self.tokens.styles[style.removesuffix(_STRONG)].points
            * self.scale
            * self.tokens.platform_factors[system]
        )

    def px(self, name: str) -> int:
        """Give a size in pixels; heights that hold text have grown with it."""
        if name not in self._sizes:
            self._sizes[name] = self._size(name)
        return self._sizes[name]

    def space(self, name: str) -> int:
        """Give a distance in pixels; distances stay when text grows."""
        return self.tokens.space[name]

    def radius(self, name: str) -> int:
        """Give the radius of a corner; a chip's is always half its height."""
        return self.px("chip") // 2 if name == "chip" else self.tokens.radius[name]

    def icon_px(self, size: str = "m") -> int:
        """Give the side of an icon; icons grow by the square root of the text size."""
        return round(self.tokens.icon[size] * math.sqrt(self.scale))

    def focus_width(self) -> int:
        """Give the width of the focus ring."""
        return self.tokens.focus["width"] + (1 if self.is_high_contrast else 0)

    def character_px(self, style: str = "body") -> float:
        """Give the average width of a character of running English text."""
        facts = _font_facts(self, style, self.style(style).weight, is_italic=False)
        return _sample_px(facts, _dots_per_inch()) / _SAMPLE_LENGTH

    def measure_px(self) -> int:
        """Give the width of a readable line of prose."""
        return round(self.character_px("prose") * self.spacing.measure_characters)

    # Every widget asks for these many times over, and they stay as long as the theme does.

    @cached_property
    def _sizes(self) -> dict[str, int]:
        return {}

    @cached_property
    def _colours(self) -> dict[str, QColor]:
        return {}

    @cached_property
    def _lines(self) -> dict[str, float]:
        return {}

    def _size(self, name: str) -> int:
        given = self.tokens.size[name]
        if name in _GROWING:
            return max(given, round(_ROOM_FOR_TEXT * self.font_px(_GROWING[name])))
        return round(given * math.sqrt(self.scale)) if name == "checkbox" else given

    def _line(self, style: str) -> float:
        wide = self.spacing.line
        return (
            wide
            if wide and style.removesuffix(_STRONG) in _SPACED_STYLES
            else self.tokens.styles[style.removesuffix(_STRONG)].line
        )


def _dots_per_inch() -> float:
    screen = QGuiApplication.primaryScreen()
    return float(screen.logicalDotsPerInchY()) if screen else _USUAL_DOTS_PER_INCH


@lru_cache(maxsize=256)
def _made(  # noqa: PLR0913, PLR0917 - one argument per property of a font
    families: tuple[str, ...], points: float, weight: int, italic: bool, letter: float, word: float
) -> QFont:
    font = QFont(list(families))
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    if letter != 100:  # noqa: PLR2004 - a hundred per cent is no change
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, letter)
        font.setWordSpacing(word)
    return font


@lru_cache(maxsize=64)
def _sample_px(facts: _FontFacts, _dots: float) -> float:
    return float(QFontMetricsF(_made(*facts)).horizontalAdvance(SAMPLE_SENTENCE))


def _font_facts(theme: Theme, style: str, weight: int, *, is_italic: bool) -> _FontFacts:
    spacing, role = theme.spacing, theme.style(style).family
    is_spaced = style.removesuffix(_STRONG) in _SPACED_STYLES
    family = theme.tokens.families[spacing.prose_family if role == "prose" else role]
    return (
        family,
        theme.points(style),
        weight,
        is_italic and (spacing.has_italic or not is_spaced),
        spacing.letter_percent if is_spaced else 100,
        spacing.word_px if is_spaced else 0,
    )
