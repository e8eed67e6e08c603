"""What the services need to offer themes, named as a Protocol."""

from __future__ import annotations

from typing import Protocol

from app.domain.theme_groups import ThemeVocabulary


class ThemeShelf(Protocol):
    """The themes of the field."""

    def vocabulary(self) -> ThemeVocabulary:
        """Give them in groups; nothing where they cannot be read."""
        ...
