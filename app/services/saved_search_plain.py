"""A saved search as plain values that JSON holds, and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.domain.date_span import DateSpan
from app.domain.filters import Filters, OwnDays, SavedSearch
from app.domain.finding import Days
from app.domain.sharing import sharing_from_words, sharing_words

_KNOWN = {"name", "words", "complete", "form", "theme", "dates", "by", "sharing", "open_actions"}


def to_plain(saved: SavedSearch) -> dict[str, Any]:
    """Give the plain values; what narrows nothing is left out."""
    filters = saved.filters
    plain = {
        "name": saved.name,
        "words": saved.words or None,
        "complete": filters.is_complete,
        "form": filters.form_id,
        "theme": filters.theme,
        "dates": _plain_dates(filters.dates),
        "by": filters.days.value if filters.dates else None,
        "sharing": None if filters.sharing is None else sharing_words(filters.sharing),
        "open_actions": filters.has_open_actions,
    }
    return {key: value for key, value in plain.items() if value is not None}


def from_plain(plain: dict[str, Any]) -> SavedSearch | None:
    """Read a saved search, or None where this version does not understand it whole."""
    if not plain.keys() <= _KNOWN:
        return None
    sharing = plain.get("sharing")
    try:
        return SavedSearch(
            _text(plain["name"]) or "",
            _text(plain.get("words")) or "",
            Filters(
                is_complete=_verdict(plain.get("complete")),
                form_id=_text(plain.get("form")),
                theme=_text(plain.get("theme")),
                dates=_dates(plain.get("dates")),
                days=Days(plain.get("by", Days.OF_EVENT.value)),
                sharing=None if sharing is None else sharing_from_words(_listed(sharing)),
                has_open_actions=_verdict(plain.get("open_actions")),
            ),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _plain_dates(dates: DateSpan | OwnDays | None) -> Any:
    if not isinstance(dates, OwnDays):
        return dates.value if dates else None
    return [each.isoformat() if each else None for each in (dates.since, dates.until)]


def _dates(plain: Any) -> DateSpan | OwnDays | None:
    if plain is None:
        return None
    if isinstance(plain, list):
        since, until = (date.fromisoformat(each) if each else None for each in plain)
        return OwnDays(since, until)
    return DateSpan(plain)


def _listed(words: Any) -> Any:
    return "private" if words == ["private"] else words


def _text(plain: Any) -> str | None:
    if plain is not None and not isinstance(plain, str):
        raise TypeError("words are a text")
    return plain


def _verdict(plain: Any) -> bool | None:
    if plain is not None and not isinstance(plain, bool):
        raise TypeError("yes or no is true or false")
    return plain
