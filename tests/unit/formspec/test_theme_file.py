"""The file of themes: the shipped one reads, and one that is wrong is told with its place."""

import pytest

from app.assets import resource
from app.domain.errors import FormError
from app.domain.theme_groups import ThemeVocabulary
from app.formspec.theme_file import LONGEST_THEME, ThemeFile, read_themes

GOOD = """format = 1
[[groups]]
key = "child"
title = "The child"
themes = ["voice of the child", "hope"]
[[cautions]]
theme = "hope"
text = "What for?"
"""


def written(tmp_path, text):
    file = tmp_path / "themes.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_shipped_themes_read():
    themes = read_themes(resource("themes_of_the_field.toml"))
    assert len(themes.groups) >= 8
    assert "voice of the child" in themes.groups[0].themes
    assert themes.caution("professional curiosity")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("format = 1", "format = 2", "format"),
        ("format = 1", "format = 1\nmood = 3", "mood"),
        ('title = "The child"', 'title = " "', "groups[0].title"),
        ('"hope"]', '"Voice of the child"]', "groups[0].themes[1]"),
        ('"hope"]', '"ho\\npe"]', "groups[0].themes[1]"),
        ('"hope"]', '"ho\\u202epe"]', "groups[0].themes[1]"),
        ('"hope"]', f'"{"h" * (LONGEST_THEME + 1)}"]', "groups[0].themes[1]"),
        ('"hope"]', "7]", "groups[0].themes[1]"),
        ('theme = "hope"', 'theme = "trust"', "cautions[0].theme"),
        ("[[groups]]", "[[groups", "line 2, column 9"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path, old, new, place):
    file = written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(FormError) as wrong:
        read_themes(file)
    assert str(wrong.value).startswith(f"themes.toml: {place}:")


def test_a_file_too_large_to_be_themes_is_refused(tmp_path):
    with pytest.raises(FormError, match="larger than 1 MiB"):
        read_themes(written(tmp_path, GOOD + "#" * 1_100_000))


def test_where_no_themes_read_none_are_offered_and_nothing_fails(tmp_path):
    assert ThemeFile(tmp_path / "missing.toml").vocabulary() == ThemeVocabulary()
    file = written(tmp_path, GOOD)
    shelf = ThemeFile(file)
    themes = shelf.vocabulary()
    file.unlink()
    assert shelf.vocabulary() is themes
    assert themes.groups[0].title == "The child"
