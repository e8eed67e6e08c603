"""Finished reflections of a year that could become pieces, by what they would bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from app.domain.cpd_piece import CpdPiece
from app.domain.cpd_year import PieceStanding, YearStanding
from app.domain.finding import Search
from app.domain.form import CpdField
from app.domain.reflection import Reflection
from app.domain.sharing import Sharing
from app.services.pinned_form import pinned_form
from app.services.ports import Vault
from app.summary.choice import SharedReflection
from app.summary.cpd_fields import PieceReader

_MOST_LOOKED_AT = 40  # reflections of a year, the newest first
_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class NearPiece:
    """A finished reflection of the year that could become a piece, and what it would bring."""

    standing: PieceStanding
    new_tags: frozenset[str]  # that no piece of the year touches yet


def near_pieces(
    vault: Vault,
    reader: PieceReader,
    standing: YearStanding,
    are_pieces: frozenset[str],
    new: Callable[[Reflection], CpdPiece],
) -> tuple[NearPiece, ...]:
    """Give the nearest, the one that says most of what is asked for first.

    Args:
        vault: the open journal.
        reader: fills the fields by the rules of the year.
        standing: how the year stands.
        are_pieces: ids of the reflections that are pieces for this regulator already.
        new: makes the piece that a reflection would be; it is not kept.
    """
    year = standing.year
    search = Search(
        is_complete=True,
        since=year.first,
        until=year.last,
        sharing=Sharing.CPD,
        limit=_MOST_LOOKED_AT,
    )
    touched = frozenset().union(*(each.tags for each in standing.pieces))
    found = [
        _Outlook(source, *reader.outlook(source))
        for reflection in vault.reflections(search)
        if reflection.id not in are_pieces
        for source in (SharedReflection(reflection, pinned_form(vault, reflection)),)
    ]
    found.sort(key=partial(_nearness, touched))
    near = []
    for each in found[:_MOST_NEAR]:
        would_be = reader.standing(new(each.source.reflection), each.source)
        near.append(NearPiece(would_be, would_be.tags - touched))
    return tuple(near)


@dataclass(frozen=True, slots=True)
class _Outlook:
    """What a reflection would bring as a piece."""

    source: SharedReflection
    says: frozenset[CpdField]
    tags: frozenset[str]


def _nearness(touched: frozenset[str], outlook: _Outlook) -> tuple[int, int]:
    """Put first what says most of what is asked for, then what brings most that is new."""
    return -len(outlook.says), -len(outlook.tags - touched)
