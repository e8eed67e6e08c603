"""Reads the themes of the field, which stand in one TOML file in groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from app.bounded_toml import TomlRefused, read_bounded_toml
from app.domain.errors import FormError
from app.domain.theme_groups import ThemeCaution, ThemeGroup, ThemeVocabulary
from app.formspec.plain_words import place_and_reason

FORMAT = 1
LONGEST_THEME = 60  # a theme stands on one chip
_MOST_MEBIBYTES = 1
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class _GroupShape(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    title: str
    themes: list[str]


class _CautionShape(msgspec.Struct, forbid_unknown_fields=True):
    theme: str
    text: str


class _ThemesShape(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    groups: list[_GroupShape]
    cautions: list[_CautionShape] = msgspec.field(default_factory=list)


class ThemeFile:
    """The themes of one file, read when first asked and only once.

    Themes are only an offer: where the file cannot be read nothing is offered, and every theme
    can still be typed. The tests read the shipped file strictly.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._vocabulary: ThemeVocabulary | None = None

    def vocabulary(self) -> ThemeVocabulary:
        """Give the themes of the field."""
        if self._vocabulary is None:
            try:
                self._vocabulary = read_themes(self._path)
            except FormError:
                self._vocabulary = ThemeVocabulary()
        return self._vocabulary


def read_themes(path: Path) -> ThemeVocabulary:
    """Read a file of themes, wholly right or not at all.

    Raises:
        FormError: names the file, the place in it and the reason.
    """
    try:
        table = read_bounded_toml(path, _MOST_MEBIBYTES, follows_link=False)
        shape = msgspec.convert(table, _ThemesShape)
    except TomlRefused as refusal:
        raise FormError(path.name, refusal.place, refusal.reason) from None
    except msgspec.ValidationError as error:
        raise FormError(path.name, *place_and_reason(str(error))) from None
    for place, reason in _broken_rules(shape):
        raise FormError(path.name, place, reason)
    return ThemeVocabulary(
        tuple(ThemeGroup(group.title, tuple(group.themes)) for group in shape.groups),
        tuple(ThemeCaution(each.theme, each.text) for each in shape.cautions),
    )


def _broken_rules(shape: _ThemesShape) -> Iterator[tuple[str, str]]:
    if shape.format != FORMAT:
        yield "format", f"this one reads format {FORMAT}"
    seen: set[str] = set()
    for row, group in enumerate(shape.groups):
        yield from _bad_text(f"groups[{row}].title", group.title)
        for column, theme in enumerate(group.themes):
            place = f"groups[{row}].themes[{column}]"
            yield from _bad_text(place, theme)
            if len(theme) > LONGEST_THEME:
                yield place, f"a theme has at most {LONGEST_THEME} characters"
            if theme.casefold() in seen:
                yield place, "this theme stands in the file already"
            seen.add(theme.casefold())
    for row, caution in enumerate(shape.cautions):
        yield from _bad_text(f"cautions[{row}].text", caution.text)
        if caution.theme.casefold() not in seen:
            yield f"cautions[{row}].theme", "no group has this theme"


def _bad_text(place: str, text: str) -> Iterator[tuple[str, str]]:
    if not text.strip():
        yield place, "this is empty"
    if text != text.strip() or _CONTROL.search(text):
        yield place, "this must be a single line without spaces at its ends"
