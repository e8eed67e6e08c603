"""What was decided about possible identifiers, kept in the vault until their sentence changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.domain.identifier_decision import Decision, Verdict
from app.services.ports import Vault

_OF = "identifier_decisions/"  # followed by a reflection's id; app/vault/belongings.py knows it too
_JOURNAL = "journal"  # for what belongs to no single reflection
_OFF = "is_off"  # beside the decisions: nothing is marked while this reflection is written
_MOST = 2000  # of one reflection; the oldest go first


@dataclass(frozen=True, slots=True)
class KeptDecisions:
    """Reads and keeps decisions by the key of their sentence (see decision_key)."""

    vault: Vault

    def read(self, reflection_id: str = "") -> dict[str, Decision]:
        """Give the decisions about one reflection, or about what belongs to none."""
        return dict(_read(self._kept(reflection_id)))

    def keep(self, keys: Iterable[str], decision: Decision | None, reflection_id: str = "") -> None:
        """Keep one decision under these keys, or forget what was decided under them.

        Raises:
            NotSaved: nothing was changed.
        """
        kept = self._kept(reflection_id)
        for key in keys:
            kept.pop(key, None)
            if decision is not None:
                kept[key] = {"verdict": decision.verdict.value, "words": decision.words}
        surplus = len(kept) - _MOST
        for key in [each for each in kept if each != _OFF][: max(surplus, 0)]:
            del kept[key]
        self._store(reflection_id, kept)

    def is_off(self, reflection_id: str) -> bool:
        """Say whether nothing is marked while this reflection is written."""
        return self._kept(reflection_id).get(_OFF) is True

    def set_off(self, reflection_id: str, *, is_off: bool) -> None:
        """Switch the marks of one reflection off, or on again; nothing else changes by it.

        Raises:
            NotSaved: nothing was changed.
        """
        kept = self._kept(reflection_id)
        kept.pop(_OFF, None)
        if is_off:
            kept[_OFF] = True
        self._store(reflection_id, kept)

    def _store(self, reflection_id: str, kept: dict[str, Any]) -> None:
        stored = json.dumps(kept, ensure_ascii=False) if kept else ""
        self.vault.set_preference(_OF + (reflection_id or _JOURNAL), stored)

    def _kept(self, reflection_id: str) -> dict[str, Any]:
        try:
            kept = json.loads(self.vault.preference(_OF + (reflection_id or _JOURNAL)) or "{}")
        except (ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}


def _read(kept: dict[str, Any]) -> Iterable[tuple[str, Decision]]:
    verdicts = {each.value: each for each in Verdict}
    for key, plain in kept.items():
        if isinstance(plain, dict) and isinstance(plain.get("words"), str):
            verdict = verdicts.get(str(plain.get("verdict")))
            if verdict is not None:
                yield key, Decision(verdict, plain["words"])
