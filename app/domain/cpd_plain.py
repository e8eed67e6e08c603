"""The plain shape in which a piece is kept, and back; what is not understood is left out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from app.domain.calendar_words import day_from
from app.domain.cpd_piece import CpdPiece, FieldWords, PeerReflection, Submission


def plain_of_piece(piece: CpdPiece) -> dict[str, Any]:
    """Give what is kept of a piece under its reflection and regulator."""
    peer = piece.peer
    return {
        "day": piece.day.isoformat(),
        "made_at": piece.made_at.isoformat(),
        "wording": dict(piece.wording),
        "kinds": list(piece.kinds),
        "peer": peer and {"role": peer.role, "day": _day_words(peer.day)},
        "tags": None if piece.tags is None else sorted(piece.tags),
        "hours": piece.hours,
        "submissions": [_plain_submission(each) for each in piece.submissions],
        "is_open_again": piece.is_open_again,
    }


def piece_from_plain(reflection_id: str, regulator: str, plain: object) -> CpdPiece | None:
    """Read what was kept, or None where its day or moment cannot be read."""
    if not isinstance(plain, dict):
        return None
    day, made_at = _day(plain.get("day")), _moment(plain.get("made_at"))
    if day is None or made_at is None:
        return None
    tags = plain.get("tags")
    submissions = (_submission(each) for each in _list(plain.get("submissions")))
    return CpdPiece(
        reflection_id,
        regulator,
        day,
        made_at,
        _words(plain.get("wording")),
        tuple(_texts(plain.get("kinds"))),
        _peer(plain.get("peer")),
        frozenset(_texts(tags)) if isinstance(tags, list) else None,
        finite_number(plain.get("hours")),
        tuple(each for each in submissions if each is not None),
        plain.get("is_open_again") is True,
    )


def finite_number(plain: object) -> float | None:
    """Give a number that can be counted with; anything else, and one beyond all size, is none."""
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        return None
    with suppress(OverflowError):  # a whole number of hundreds of digits
        return float(plain) if math.isfinite(plain) else None
    return None


def _plain_submission(submission: Submission) -> dict[str, Any]:
    return {
        "day": submission.day.isoformat(),
        "noted_at": submission.noted_at.isoformat(),
        "fields": [[each.key, each.label, each.words] for each in submission.fields],
    }


def _submission(plain: object) -> Submission | None:
    if not isinstance(plain, dict):
        return None
    day, at = _day(plain.get("day")), _moment(plain.get("noted_at"))
    if day is None or at is None:
        return None
    fields = (_field(each) for each in _list(plain.get("fields")))
    return Submission(day, at, tuple(each for each in fields if each is not None))


def _field(plain: object) -> FieldWords | None:
    match plain:
        case [str(key), str(label), str(words), *_]:
            return FieldWords(key, label, words)
    return None


def _peer(plain: object) -> PeerReflection | None:
    if not isinstance(plain, dict):
        return None
    role = plain.get("role")
    return PeerReflection(role if isinstance(role, str) else "", _day(plain.get("day")))


def _words(plain: object) -> Mapping[str, str]:
    pairs = plain.items() if isinstance(plain, dict) else ()
    return MappingProxyType({key: words for key, words in pairs if isinstance(words, str)})


def _texts(plain: object) -> list[str]:
    return [each for each in _list(plain) if isinstance(each, str)]


def _list(plain: object) -> list[Any]:
    return plain if isinstance(plain, list) else []


def _day_words(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(plain: object) -> date | None:
    with suppress(ValueError):
        return day_from(plain) if isinstance(plain, str) else None
    return None


def _moment(plain: object) -> datetime | None:
    with suppress(ValueError):
        moment = datetime.fromisoformat(plain) if isinstance(plain, str) else None
        return moment if moment is not None and moment.tzinfo is not None else None
    return None
