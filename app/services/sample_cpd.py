"""The sample journal's registration, and the pieces that its year has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.cpd_piece import PeerReflection
from app.domain.registration import Registration
from app.services.cpd import Cpd


def fill_with_sample_pieces(cpd: Cpd, pieces: Mapping[str, dict[str, Any]]) -> None:
    """Make pieces of sample reflections, by the tables “cpd” of their files.

    Args:
        cpd: of the journal that is filled.
        pieces: the tables by the id of their reflection.
    """
    regulators = dict.fromkeys(plain["regulator"] for plain in pieces.values())
    cpd.registrations.keep(Registration(each) for each in regulators)
    for reflection_id, plain in pieces.items():
        made = cpd.make(reflection_id, plain["regulator"])
        framework = cpd.regulator(plain["regulator"]).rules_on(made.day).coverage
        role = plain.get("peer_role", "")
        cpd.pieces.keep(
            replace(
                made,
                kinds=tuple(plain["kinds"]),
                tags=frozenset(f"{framework}/{part}" for part in plain["parts"]),
                peer=PeerReflection(role, plain["peer_on"]) if role else None,
            )
        )
