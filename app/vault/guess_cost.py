"""Chooses what a guess of a new passphrase costs: what is bearable, and never less without need."""

from __future__ import annotations

from app.domain.key_change import GuessCost
from app.vault.kdf import KdfCost
from app.vault.key_file import KeyHeader

_TOO_SLOW_SECONDS = 3.0


def cost_after(header: KeyHeader, seconds: float, measured: KdfCost) -> KdfCost:
    """Take what was measured, or what is in force if that is dearer and opened soon enough."""
    if not header.slots or seconds > _TOO_SLOW_SECONDS:
        return measured
    before = header.slots[0].cost
    return before if _is_weaker(measured, before) else measured


def change_of_cost(header: KeyHeader, cost: KdfCost) -> GuessCost:
    """Say what becomes of the cost that is in force."""
    if not header.slots or header.slots[0].cost == cost:
        return GuessCost.KEPT
    return GuessCost.LOWERED if _is_weaker(cost, header.slots[0].cost) else GuessCost.RAISED


def _is_weaker(one: KdfCost, other: KdfCost) -> bool:
    is_smaller = one.memory_kib < other.memory_kib
    return is_smaller or one.memory_kib * one.passes < other.memory_kib * other.passes
