"""Names a reflection to the person who opened the journal by its moment and form, not its title."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.domain.calendar_words import clock_time, local_day, plain_date

FormTitles = Mapping[tuple[str, int], str]


def named(head: tuple[Any, ...], titles: FormTitles) -> str:
    """Give “The reflection begun on 3 March 2026 at 09:30 (Five-minute capture)”."""
    form_id, form_version, begun_at = head[1], head[2], head[5]
    form = titles.get((form_id, form_version), "")
    with contextlib.suppress(ValueError, TypeError):
        begun = datetime.fromisoformat(begun_at).astimezone()
        name = f"The reflection begun on {plain_date(local_day(begun))} at {clock_time(begun)}"
        return f"{name} ({form})" if form else name
    return "A reflection whose beginning is not known"
