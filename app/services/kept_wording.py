"""Other words for answers on the summary, kept with the reflection that they belong to.

They lie inside the vault under the reflection's own name, so that they go when it is gone for good.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.services.ports import Vault
from app.summary.choice import AnswerPlace
from app.summary.wording import Wording

_INDEX = "summary_worded"  # the ids of reflections that have other words
_OF = "summary_wording/"  # followed by such an id; app/vault/belongings.py knows it too


@dataclass(frozen=True, slots=True)
class KeptWording:
    """Reads and keeps other words; what a later version kept is left alone."""

    vault: Vault

    def read(self) -> Mapping[AnswerPlace, Wording]:
        """Give all of them."""
        found = {
            (reflection_id, key): wording
            for reflection_id in self._ids()
            for key, wording in _read(self._kept(reflection_id)).items()
        }
        return MappingProxyType(found)

    def keep(self, place: AnswerPlace, wording: Wording | None) -> None:
        """Keep other words for an answer, or forget them.

        Raises:
            NotSaved: nothing was changed.
        """
        reflection_id, key = place
        kept = {each: plain for each, plain in self._kept(reflection_id).items() if each != key}
        if wording is not None:
            kept[key] = {"words": wording.words, "mark": wording.mark}
        ids = [each for each in self._ids() if each != reflection_id]
        if kept:
            # First the index: words that it does not name would never be found again.
            self.vault.set_preference(_INDEX, json.dumps([*ids, reflection_id]))
        stored = json.dumps(kept, ensure_ascii=False) if kept else ""
        self.vault.set_preference(_OF + reflection_id, stored)
        if not kept:
            self.vault.set_preference(_INDEX, json.dumps(ids))

    def _ids(self) -> list[str]:
        try:
            ids = json.loads(self.vault.preference(_INDEX) or "[]")
        except ValueError:
            return []
        return [each for each in ids if isinstance(each, str)] if isinstance(ids, list) else []

    def _kept(self, reflection_id: str) -> dict[str, Any]:
        try:
            kept = json.loads(self.vault.preference(_OF + reflection_id) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}


def _read(kept: dict[str, Any]) -> dict[str, Wording]:
    return {
        key: Wording(plain["words"], plain.get("mark", ""))
        for key, plain in kept.items()
        if isinstance(plain, dict) and _is_text(plain.get("words"), plain.get("mark", ""))
    }


def _is_text(words: object, mark: object) -> bool:
    return isinstance(words, str) and bool(words) and isinstance(mark, str)
