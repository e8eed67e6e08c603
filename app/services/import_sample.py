"""The first of what would come in, for a look at it before it does.

It is a person's own writing: it is shown in the window, and never on a terminal or in a log.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.answer import Prose, text_of
from app.domain.calendar_words import local_day, plain_date
from app.domain.reflection import Reflection
from app.domain.short_words import shortened
from app.services.bringing_in import ImportPlan

_HOW_MANY = 3
_MOST_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """One entry as it would stand in the journal: its title, its day and how it begins."""

    title: str
    day: str
    beginning: str  # empty where the title says it


def sample_of(plan: ImportPlan) -> tuple[SampleEntry, ...]:
    """Give the first few of what would come in."""
    return tuple(_sampled(each.reflection) for each in plan.arrivals[:_HOW_MANY])


def _sampled(reflection: Reflection) -> SampleEntry:
    day = reflection.event_date or local_day(reflection.begun_at)
    beginning = next(_beginnings(reflection), "")
    title = reflection.title
    is_said = bool(title) and beginning.startswith(title.rstrip("…"))
    return SampleEntry(title, plain_date(day), "" if is_said else beginning)


def _beginnings(reflection: Reflection) -> Iterator[str]:
    values = (answer.value for answer in reflection.answers.values())
    texts = (text_of(value) for value in values if isinstance(value, Prose))
    yield from filter(None, (shortened(text, _MOST_CHARACTERS) for text in texts))
