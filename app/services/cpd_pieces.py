"""The pieces of a journal, kept beside their reflections, and the rules of years that began."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.cpd_piece import CpdPiece
from app.domain.cpd_plain import piece_from_plain, plain_of_piece
from app.domain.errors import NotSaved
from app.domain.registration_year import RegistrationYear
from app.domain.regulator import CpdRules, Regulator
from app.domain.rules_plain import plain_of_rules, rules_from_plain
from app.services.ports import Vault

_OF = "cpd_piece/"  # followed by a reflection's id; app/vault/belongings.py knows it too
_UNREAD = "unread"  # no regulator is called so: its id names a file of rules
_RULES = "cpd_rules/"  # followed by a regulator's id and a year's last day


@dataclass(frozen=True, slots=True)
class KeptPieces:
    """Reads and keeps pieces: of one reflection, one for each regulator."""

    vault: Vault

    def all(self) -> tuple[CpdPiece, ...]:
        """Give every piece, in no order that means anything."""
        found = self.vault.preferences_beginning(_OF)
        return tuple(
            piece for name, kept in found for piece in _pieces(name.removeprefix(_OF), _table(kept))
        )

    def of(self, reflection_id: str, regulator: str) -> CpdPiece | None:
        """Give the piece that a reflection is for a regulator, if it is one."""
        plain = self._kept(reflection_id).get(regulator)
        return piece_from_plain(reflection_id, regulator, plain)

    def keep(self, piece: CpdPiece) -> None:
        """Keep a piece as it is now.

        Raises:
            NotSaved: nothing was changed.
        """
        kept = self._kept(piece.reflection_id) or self._unread(piece.reflection_id)
        before = kept.get(piece.regulator)
        if before is not None and piece_from_plain("", "", before) is None:
            kept.setdefault(_UNREAD, before)
        kept[piece.regulator] = plain_of_piece(piece)
        self._store(piece.reflection_id, kept)

    def remove(self, reflection_id: str, regulator: str) -> None:
        """Keep a reflection as no piece any more; the reflection stays as it is.

        Raises:
            NotSaved: nothing was changed.
        """
        kept = self._kept(reflection_id)
        if kept.pop(regulator, None) is not None:
            self._store(reflection_id, kept)

    def _store(self, reflection_id: str, kept: dict[str, Any]) -> None:
        stored = json.dumps(kept, ensure_ascii=False) if kept else ""
        self.vault.set_preference(_OF + reflection_id, stored)

    def _unread(self, reflection_id: str) -> dict[str, Any]:
        """Give what is kept and cannot be read, so that it stays beside what is kept anew."""
        kept = self.vault.preference(_OF + reflection_id) or ""
        return {_UNREAD: kept} if kept not in ("", "{}") else {}

    def _kept(self, reflection_id: str) -> dict[str, Any]:
        return _table(self.vault.preference(_OF + reflection_id) or "")


@dataclass(frozen=True, slots=True)
class KeptRules:
    """Holds on to the rules of each year, so that a later change of rules leaves it alone."""

    vault: Vault

    def of(self, regulator: Regulator, year: RegistrationYear, today: date) -> CpdRules:
        """Give the rules of a year: those of today's files until it ends, then as they were."""
        name = f"{_RULES}{regulator.id}/{year.last.isoformat()}"
        kept = self.vault.preference(name)
        if year.is_over(today):
            return rules_from_plain(_table(kept or "")) or regulator.rules_for(year)
        rules = regulator.rules_for(year)
        plain = json.dumps(plain_of_rules(rules), ensure_ascii=False)
        if plain != kept and year.first <= today:
            with suppress(NotSaved):  # the next look keeps them
                self.vault.set_preference(name, plain)
        return rules


def _pieces(reflection_id: str, kept: dict[str, Any]) -> list[CpdPiece]:
    found = (piece_from_plain(reflection_id, each, plain) for each, plain in kept.items())
    return [piece for piece in found if piece is not None]


def _table(kept: str) -> dict[str, Any]:
    try:
        plain = json.loads(kept or "{}")
    except (ValueError, RecursionError):
        return {}
    return plain if isinstance(plain, dict) else {}
