"""Searches that were given a name; kept inside the vault, for they can name what is private."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.domain.errors import SearchNotKept
from app.domain.filters import SavedSearch
from app.services.kept_list import KeptList
from app.services.ports import Vault
from app.services.saved_search_plain import from_plain, to_plain

MOST_SEARCHES, MOST_CHARACTERS = 50, 60
MOST_WORDS = 1_000  # characters: no more of a search is read
_NAME = "saved_searches"


@dataclass(frozen=True, slots=True)
class SavedSearches:
    """Two names that differ in capitals only are one. What a later version kept is left alone."""

    vault: Vault

    def all(self) -> tuple[SavedSearch, ...]:
        """Give every saved search, by name."""
        read = (from_plain(each) for each in self._kept())
        found = (each for each in read if each is not None)
        return tuple(sorted(found, key=lambda saved: (saved.name.casefold(), saved.name)))

    def keep(self, saved: SavedSearch) -> tuple[SavedSearch, ...]:
        """Keep a search, in the place of one with its name; give all of them.

        Raises:
            SearchNotKept: it has no name, its words are too many, or there are MOST_SEARCHES.
            NotSaved: nothing was changed.
        """
        name = tidy_name(saved.name)
        if not name:
            raise SearchNotKept("Give the search a name first.")
        if len(saved.words) > MOST_WORDS:
            raise SearchNotKept("There are too many words in this search to keep it.")
        others = [each for each in self._kept() if not _is_named(each, name)]
        if len(others) >= MOST_SEARCHES:
            raise SearchNotKept(
                f"There are {MOST_SEARCHES} saved searches already. Remove one of them first."
            )
        return self._store([*others, to_plain(SavedSearch(name, saved.words, saved.filters))])

    def rename(self, name: str, new_name: str) -> tuple[SavedSearch, ...]:
        """Give a saved search another name; give all of them.

        Raises:
            SearchNotKept: the new name is empty, or another has it.
            NotSaved: nothing was changed.
        """
        new_name = tidy_name(new_name)
        if not new_name:
            raise SearchNotKept("Give the search a name first.")
        kept = self._kept()
        if any(_is_named(each, new_name) and not _is_named(each, name) for each in kept):
            raise SearchNotKept("Another saved search has this name already.")
        return self._store(
            [{**each, "name": new_name} if _is_named(each, name) else each for each in kept]
        )

    def remove(self, name: str) -> tuple[SavedSearch, ...]:
        """Remove a saved search, nothing that it finds; give all of them.

        Raises:
            NotSaved: nothing was changed.
        """
        return self._store([each for each in self._kept() if not _is_named(each, name)])

    def follow_theme(self, old: str, new: str) -> None:
        """Ask for a theme under its new name, wherever it was asked for.

        Raises:
            NotSaved: nothing was changed.
        """
        kept = self._kept()
        following = [{**each, "theme": new} if each.get("theme") == old else each for each in kept]
        if following != kept:
            self._store(following)

    def _kept(self) -> list[dict[str, Any]]:
        return KeptList(self.vault, _NAME).tables()

    def _store(self, kept: list[dict[str, Any]]) -> tuple[SavedSearch, ...]:
        KeptList(self.vault, _NAME).store(kept)
        return self.all()


def tidy_name(name: str) -> str:
    """Give a name on one line, as long as a menu can show."""
    return " ".join(name.split())[:MOST_CHARACTERS].rstrip()


def _is_named(plain: dict[str, Any], name: str) -> bool:
    return str(plain.get("name", "")).casefold() == name.casefold()
