"""What the spelling service needs, named as Protocols."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from app.domain.spelling import UnknownWord


class Speller(Protocol):
    """Knows how words are spelt; quick enough to be asked while somebody types."""

    def unknown(
        self, text: str, own: Collection[str], *, is_beginning: bool = True
    ) -> tuple[UnknownWord, ...]:
        """Give the words that are probably misspelt; own words are given in small letters."""
        ...

    def near(self, word: str, own: Collection[str]) -> tuple[str, ...]:
        """Give what was probably meant, the likeliest first."""
        ...


class OwnWordShelf(Protocol):
    """The person's own words, kept in one open journal."""

    def all(self) -> tuple[str, ...]:
        """Give every word, sorted as people sort."""
        ...

    def add(self, word: str, at: datetime) -> None:
        """Keep a word; one that is kept already stays.

        Raises:
            NotSaved: nothing was changed.
        """
        ...

    def remove(self, word: str) -> None:
        """Let a word go; one that is not kept does no harm.

        Raises:
            NotSaved: nothing was changed.
        """
        ...
