"""What the services need to offer and rename themes, named as Protocols."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.domain.progress import Progress
from app.domain.reflection import Reflection
from app.domain.theme_groups import ThemeVocabulary


class ThemeShelf(Protocol):
    """The themes of the field."""

    def vocabulary(self) -> ThemeVocabulary:
        """Give them in groups; nothing where they cannot be read."""
        ...


class RenamingShelf(Protocol):
    """Where the reflections of one open journal get another name for a theme."""

    def binned(self, theme: str) -> tuple[Reflection, ...]:
        """Give what has this theme in the bin."""
        ...

    def put(
        self, listed: Sequence[Reflection], binned: Sequence[Reflection], progress: Progress
    ) -> None:
        """Store what the journal lists and what lies in its bin, each as a closed version of its
        own; that is no work on what came from elsewhere.

        Raises:
            OnHold, InBin, NoSuchReflection, NotSaved, Cancelled: nothing was changed.
        """
        ...
