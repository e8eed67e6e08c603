"""What was decided about a summary, kept inside the vault until its session is over.

A journal locks by itself after a few minutes; an answer that was left out must not come back then.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.domain.calendar_words import day_from
from app.services.ports import Vault
from app.summary.choice import AnswerPlace, SummaryPart, page_order
from app.summary.document import PrintSize
from app.summary.preparation import Preparation, Span

_NAME = "summary_preparation"
_DAYS_WITHOUT_SESSION = 7  # where no session is known, nobody says when one is over


@dataclass(frozen=True, slots=True)
class KeptPreparation:
    """Reads and keeps the decisions; whom the paper is for and other words are kept elsewhere."""

    vault: Vault

    def read(self, session_id: str, today: date) -> Preparation | None:
        """Give what was decided for this session, or nothing; without one, in the last week."""
        try:
            plain = json.loads(self.vault.preference(_NAME) or "null")
            kept = _from_plain(plain)
            kept_on = day_from(plain["on"])
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        is_late = not session_id and today - kept_on > timedelta(days=_DAYS_WITHOUT_SESSION)
        return None if is_late or kept.session_id != session_id else kept

    def keep(self, preparation: Preparation, today: date) -> None:
        """Keep what is decided now.

        Raises:
            NotSaved: nothing was changed.
        """
        plain = {**_to_plain(preparation), "on": today.isoformat()}
        text = json.dumps(plain, ensure_ascii=False)
        if text != self.vault.preference(_NAME):
            self.vault.set_preference(_NAME, text)


def _to_plain(preparation: Preparation) -> dict[str, Any]:
    return {
        "session": preparation.session_id,
        "span": preparation.span.value,
        "rows": list(preparation.rows),
        "chosen": sorted(preparation.chosen),
        "left_out": _listed(preparation.left_out),
        "put_in": _listed(preparation.put_in),
        "parts": sorted(part.value for part in preparation.parts),
        "wants": list(preparation.wants),
        "topics_left_out": sorted(preparation.topics_left_out),
        "large_print": preparation.print_size is PrintSize.LARGE,
        "black_and_white": preparation.is_black_and_white,
        "preset": preparation.preset,
    }


def _from_plain(plain: dict[str, Any]) -> Preparation:
    parts = frozenset(part.value for part in SummaryPart)
    rows = _words(plain["rows"])
    return Preparation(
        is_begun=True,
        session_id=str(plain["session"]),
        span=Span(plain["span"]),
        rows=page_order(rows, tuple(row for row in rows if row not in parts)),
        chosen=frozenset(_words(plain["chosen"])),
        left_out=_places(plain["left_out"]),
        put_in=_places(plain["put_in"]),
        parts=frozenset(map(SummaryPart, plain["parts"])),
        wants=_words(plain["wants"]),
        topics_left_out=frozenset(_words(plain["topics_left_out"])),
        print_size=PrintSize.LARGE if plain["large_print"] is True else PrintSize.NORMAL,
        is_black_and_white=plain["black_and_white"] is True,
        preset=str(plain["preset"]),
    )


def _listed(places: Iterable[AnswerPlace]) -> list[list[str]]:
    return sorted([reflection_id, key] for reflection_id, key in places)


def _places(listed: list[list[str]]) -> frozenset[AnswerPlace]:
    return frozenset((str(reflection_id), str(key)) for reflection_id, key in listed)


def _words(listed: list[str]) -> tuple[str, ...]:
    return tuple(str(each) for each in listed)
