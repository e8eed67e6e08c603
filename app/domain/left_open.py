"""What is known of a session that ended without a goodbye: by a crash, a kill or a power cut."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from app.domain.calendar_words import clock_time, plain_date


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """When the last words of that session were saved, and in which reflection, if it is there."""

    saved_at: datetime | None
    reflection_id: str = ""
    title: str = ""

    def words(self) -> str:
        """Say what happened and what is there."""
        lead = "Afterword was not closed properly last time."
        if self.saved_at is None:
            return f"{lead} Everything that was saved is here."
        local = self.saved_at.astimezone()
        when = f"{clock_time(local)} on {plain_date(local.date())}"
        return f"{lead} Everything up to {when} is here."


class CheckStep(Enum):
    """What one step of the check after a crash came to."""

    MORE = auto()
    WHOLE = auto()
    DAMAGED = auto()
