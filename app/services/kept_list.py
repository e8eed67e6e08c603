"""A list that is kept in the vault as JSON, of which nothing is lost that is not understood."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import count
from typing import Any

from app.services.ports import Vault


@dataclass(frozen=True, slots=True)
class KeptList:
    """Tables under the name of a preference; what else stands there stays beside them."""

    vault: Vault
    name: str

    def tables(self) -> list[dict[str, Any]]:
        """Give the tables, in the order in which they were kept."""
        return [each for each in self._items() or () if isinstance(each, dict)]

    def store(self, tables: list[dict[str, Any]]) -> None:
        """Keep these tables in place of those.

        Raises:
            NotSaved: nothing was changed.
        """
        items = self._items()
        if items is None:
            self._put_aside()
        others = [each for each in items or () if not isinstance(each, dict)]
        text = json.dumps([*others, *tables], ensure_ascii=False)
        self.vault.set_preference(self.name, text)

    def _items(self) -> list[Any] | None:
        """Give everything that is kept, or None where it cannot be read as a list."""
        try:
            kept = json.loads(self.vault.preference(self.name) or "[]")
        except (ValueError, RecursionError):
            return None
        return kept if isinstance(kept, list) else None

    def _put_aside(self) -> None:
        """Keep what cannot be read under another name, for a version that can."""
        names = (f"{self.name}/aside/{number}" for number in count(1))
        free = next(name for name in names if self.vault.preference(name) is None)
        self.vault.set_preference(free, self.vault.preference(self.name) or "")
