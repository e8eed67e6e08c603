"""The style sheet resources/themes/app.qss with a theme's colours and heights filled in."""

from __future__ import annotations

import re

from app.assets import resource
from app.ui.theme import Theme

_NAME = re.compile(r"@(\w+)@")
_DOTS = 1.35  # the dots of a hidden passphrase are small in the font, so they are drawn larger
_INSIDE = 2  # a height in the sheet is counted inside the border, one pixel on each side


def style_sheet_of(theme: Theme) -> str:
    """Fill in the sheet; a name that is no token is a mistake and raises KeyError."""
    text = resource("themes", "app.qss").read_text(encoding="utf-8")
    names = _values(theme)
    return _NAME.sub(lambda match: names[match.group(1)], text)


def _values(theme: Theme) -> dict[str, str]:
    names = dict(theme.tokens.themes[theme.name])
    for name in ("button", "button_small", "input", "chip"):
        names[f"{name}_inside"] = str(theme.px(name) - _INSIDE)
    names["input_strong_inside"] = str(theme.px("input") - 2 * _INSIDE)
    for name in ("menu_bar", "status_line"):
        names[name] = str(theme.px(name))
    names["menu_item"] = str(round(0.35 * theme.font_px("body")))
    names["menu_bar_pad"] = str(max(2, round((theme.px("menu_bar") - theme.line_px("body")) / 2)))
    names["dots_points"] = f"{_DOTS * theme.points('body'):.2f}"
    return names
