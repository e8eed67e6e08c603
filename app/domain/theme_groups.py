"""The themes that are offered, in groups: those of the journal first, then those of the field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """Themes under one heading, in the order to show."""

    title: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeCaution:
    """A question to ask oneself where a theme is a stock phrase."""

    theme: str
    text: str


@dataclass(frozen=True, slots=True)
class ThemeVocabulary:
    """What a person can choose from; a theme of their own is as good."""

    groups: tuple[ThemeGroup, ...] = ()
    cautions: tuple[ThemeCaution, ...] = ()

    def with_own(self, title: str, themes: Iterable[str]) -> ThemeVocabulary:
        """Give the same with the journal's own themes in front, each in one group only."""
        own = tuple(themes)
        if not own:
            return self
        taken = {theme.casefold() for theme in own}
        rest = (ThemeGroup(each.title, _without(each.themes, taken)) for each in self.groups)
        left = tuple(group for group in rest if group.themes)
        return ThemeVocabulary((ThemeGroup(title, own), *left), self.cautions)

    def matching(self, words: str) -> tuple[ThemeGroup, ...]:
        """Give the groups with the themes in which each of these words stands.

        A group whose title has them all is given whole; without words everything is given.
        """
        wanted = words.casefold().split()
        found = (
            group if _has(group.title, wanted) else ThemeGroup(group.title, _with(group, wanted))
            for group in self.groups
        )
        return tuple(group for group in found if group.themes)

    def spelt(self, theme: str) -> str:
        """Give a theme as it is spelt here, if it is here, so that one theme stays one."""
        known = (each for group in self.groups for each in group.themes)
        return next((each for each in known if each.casefold() == theme.casefold()), theme)

    def caution(self, theme: str) -> str:
        """Give the question to ask about a theme, or nothing."""
        found = (each.text for each in self.cautions if each.theme.casefold() == theme.casefold())
        return next(found, "")


def _without(themes: tuple[str, ...], taken: set[str]) -> tuple[str, ...]:
    return tuple(theme for theme in themes if theme.casefold() not in taken)


def _with(group: ThemeGroup, wanted: list[str]) -> tuple[str, ...]:
    return tuple(theme for theme in group.themes if _has(theme, wanted))


def _has(text: str, wanted: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in wanted)
