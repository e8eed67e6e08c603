"""What a search narrows the journal to beside its words, each filter as a query for ids."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from app.domain.finding import Days, Search
from app.vault.reflection_record import moment_text
from app.vault.stored_text import cleaned

# Give “… AS id FROM …” with its values.
Filter = tuple[str, tuple[str | int, ...]]

# As the index of the schema has it, whose name stands there too.
_SAYS_NOTHING = """
value IN (
  '""', '[]', '{"verdict":"","evidence":""}', '{"words":"","said_by":""}',
  '{"number":null,"why_not_lower":"","one_higher":""}'
)"""
_MARKED = "sharing > 0 AND sharing & ?1 = ?1"
# An answer that says nothing shares nothing: a reflection whose every marked one is so is left out.
_SHARED = f"""
DISTINCT reflection AS id FROM answer WHERE {_MARKED} AND reflection NOT IN (
  SELECT bare.reflection FROM answer AS bare WHERE {_MARKED} AND {_SAYS_NOTHING}
  GROUP BY bare.reflection HAVING count(*) = (
    SELECT count(*) FROM answer AS every WHERE every.reflection = bare.reflection
    AND every.sharing > 0 AND every.sharing & ?1 = ?1))"""  # noqa: S608 - our own words
_NOT_SHARED = f"id FROM (SELECT id FROM reflection EXCEPT SELECT {_SHARED})"  # noqa: S608
_TO_DO = "DISTINCT reflection AS id FROM open_action"
_NOTHING_TO_DO = "id FROM reflection WHERE id NOT IN (SELECT reflection FROM open_action)"
_WITH_THEME = "DISTINCT reflection AS id FROM theme WHERE name = ?"


def filters_of(search: Search) -> Iterator[Filter]:
    """Give one query for each thing that must hold, but for the words."""
    if search.theme is not None:
        yield _WITH_THEME, (cleaned(search.theme),)
    if search.sharing is not None:
        yield _SHARED if search.sharing else _NOT_SHARED, (search.sharing.value,)
    if search.has_open_actions is not None:
        yield _TO_DO if search.has_open_actions else _NOTHING_TO_DO, ()
    conditions = dict(_conditions(search))
    if conditions:
        values = (value for value in conditions.values() if value is not None)
        yield f"id FROM reflection WHERE {' AND '.join(conditions)}", tuple(values)


def _conditions(search: Search) -> Iterator[tuple[str, str | None]]:
    if search.is_complete is not None:
        yield f"completed_at IS {'NOT ' if search.is_complete else ''}NULL", None
    if search.form_id is not None:
        yield "form_id = ?", cleaned(search.form_id)
    if search.days is Days.OF_EVENT:
        if search.since is not None:
            yield "day >= ?", search.since.isoformat()
        if search.until is not None:
            yield "day <= ?", search.until.isoformat()
    else:
        if search.since is not None:
            yield "begun_at >= ?", _beginning_of(search.since)
        if search.until is not None and search.until < date.max:
            yield "begun_at < ?", _beginning_of(search.until + timedelta(days=1))


def _beginning_of(day: date) -> str:
    """Give the first moment of a day where the person is, as moments are stored."""
    midnight = datetime.combine(day, time.min)
    try:
        return moment_text(midnight.astimezone())
    except (OverflowError, ValueError, OSError):
        # So near the ends of the calendar that its zone lies beyond: no reflection is there.
        return midnight.isoformat(timespec="microseconds") + "Z"
