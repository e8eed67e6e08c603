"""What a journal takes in from elsewhere, and what it knows of that afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.reflection import Reflection


@dataclass(frozen=True, slots=True)
class Arrival:
    """A reflection made of an entry, with the SHA-256 by which the entry is known again."""

    reflection: Reflection
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class KnownAgain:
    """The fingerprints that a journal knows: of what it lists, and of what lies in its bin."""

    listed: frozenset[bytes] = frozenset()
    binned: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class PastImport:
    """One bringing in that can still be undone, with the reflections that are still there.

    The name is that of the file or folder that they came from; it may be unknown, and then empty.
    """

    id: str
    name: str
    made_at: datetime
    reflection_ids: tuple[str, ...]
