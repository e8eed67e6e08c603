"""What a person is told of a journal that is not the one this computer saw last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from app.domain.calendar_words import plain_date

_ADVICE = (
    "Somebody or a sync program may have put {what} back. "
    "Look for the newer copy before you write on."
)


class Difference(Enum):
    """How a journal differs from what was seen."""

    OLDER = auto()
    OTHER_HISTORY = auto()
    PARTLY_OLDER = auto()


@dataclass(frozen=True, slots=True)
class OlderJournal:
    """A warning, not a refusal: the journal is open, and the person decides."""

    difference: Difference
    last_change: date | None = None
    saves_missing: int = 0

    def words(self) -> str:
        """Say what was noticed and what to do."""
        if self.difference is Difference.PARTLY_OLDER:
            return (
                "Part of this journal is not as it was last saved: an older part of the file may "
                "have been put back. Check the journal before you write on."
            )
        if self.difference is Difference.OTHER_HISTORY:
            return (
                "This journal is not a continuation of the one last opened on this computer: "
                f"each holds something that the other does not{self._last_change()}. "
                + _ADVICE.format(what="another copy")
            )
        times = "once" if self.saves_missing == 1 else f"{self.saves_missing} times"
        return (
            "This journal is older than the one last opened on this computer: "
            f"it was saved {times} fewer{self._last_change()}. "
            + _ADVICE.format(what="an older copy")
        ).replace("once fewer", "once less often")

    def _last_change(self) -> str:
        return f" (last change {plain_date(self.last_change)})" if self.last_change else ""
