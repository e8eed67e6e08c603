"""What a reflection is called wherever it is listed: by its title, and a session by its day."""

from __future__ import annotations

from datetime import date

from app.domain.calendar_words import plain_date
from app.domain.form import FormDefinition
from app.domain.placed_action import SESSION_FORM_ID
from app.domain.reflection import Reflection


def listed_title(title: str, form_id: str, event_date: date | None) -> str:
    """Give the title, for a session without one “Supervision, 26 November 2026”.

    It is empty where there is nothing to call it by but its form.
    """
    if title.strip() or form_id != SESSION_FORM_ID or event_date is None:
        return title
    return f"Supervision, {plain_date(event_date)}"


def title_of_reflection(reflection: Reflection, form: FormDefinition) -> str:
    """Give what a reflection is called: by its title, a session by its day, else by its form."""
    own = listed_title(reflection.title, reflection.form_id, reflection.event_date)
    return " ".join(own.split()) or form.title
