"""Every colour keeps the contrast that tokens.toml claims for it, in every theme."""

import re
import tomllib

import pytest

from app.assets import resource
from app.ui.contrast import contrast

TEXT = resource("themes", "tokens.toml").read_text(encoding="utf-8")
THEMES = tomllib.loads(TEXT)["theme"]
CLAIM = re.compile(r"(\w+) (\d+\.\d)")
LINE = re.compile(r'^(\w+)\s+= "#[0-9A-F]{6}"\s+#(.*\(min ([\d.]+)\).*)$')


def claims():
    """Give (theme, colour, background, claimed ratio, minimum) for each claim in a comment."""
    theme = ""
    for line in TEXT.splitlines():
        if heading := re.match(r"\[(?:theme\.)?(\w+)\]", line):
            theme = heading.group(1)
        if theme in THEMES and (match := LINE.match(line)):
            colour, comment, least = match.groups()
            for ground, ratio in CLAIM.findall(comment.split("(min")[0]):
                if ground in THEMES[theme]:
                    yield theme, colour, ground, float(ratio), float(least)


def test_white_on_black_is_as_far_apart_as_can_be():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == pytest.approx(1.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_every_claimed_contrast_is_true_and_enough():
    wrong = []
    for theme, colour, ground, ratio, least in claims():
        real = contrast(THEMES[theme][colour], THEMES[theme][ground])
        if real < least or abs(real - ratio) > 0.051:
            wrong.append((theme, colour, ground, ratio, round(real, 2)))
    assert wrong == []


def test_all_themes_make_the_same_claims():
    by_theme = {name: set() for name in THEMES}
    for theme, colour, ground, _ratio, least in claims():
        if colour != "page":
            by_theme[theme].add((colour, ground, least))
    assert len(by_theme["light"]) > 80
    for theme, found in by_theme.items():
        assert found == by_theme["light"], theme


def test_all_themes_name_the_same_colours():
    names = {theme: set(colours) for theme, colours in THEMES.items()}
    assert set(names) == {"light", "dark", "high_contrast", "high_contrast_light"}
    assert len({frozenset(found) for found in names.values()}) == 1


def test_a_wrong_colour_would_be_noticed():
    assert contrast("#857A6B", "#E6DFD2") >= 3.0
    assert contrast("#A79C8D", "#E6DFD2") < 3.0
