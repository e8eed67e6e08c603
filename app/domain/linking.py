"""What a list of linked reflections shows of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.calendar_words import plain_date


@dataclass(frozen=True, slots=True)
class LinkedReflection:
    """A reflection as one chooses it by its title; the day is the event's, or that of writing."""

    id: str
    title: str
    form_title: str
    day: date

    @property
    def name(self) -> str:
        """What to call it: its title, or the form where it has none."""
        return " ".join(self.title.split()) or self.form_title

    @property
    def about(self) -> str:
        """Say on which form and about which day, in one line."""
        return f"{self.form_title} · {plain_date(self.day)}"
