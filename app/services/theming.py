"""Offering themes: those of the journal first, then those of the field."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.theme_groups import ThemeVocabulary
from app.services.ports import Vault
from app.services.theme_ports import ThemeShelf

_OWN = "In your journal"


@dataclass(frozen=True, slots=True)
class Theming:
    """What a person can choose themes from while one journal is open."""

    vault: Vault
    shelf: ThemeShelf

    def offered(self) -> ThemeVocabulary:
        """Give the themes in groups, the journal's own first and the most used of them first."""
        own = (theme for theme, _ in self.vault.themes())
        return self.shelf.vocabulary().with_own(_OWN, own)
