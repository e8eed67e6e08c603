"""The pieces of plain data that answers are read from; what does not fit is told in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from app.domain.calendar_words import day_from


def text_in(plain: Any, name: str = "this answer") -> str:
    """Give a text as it is.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(plain, str):
        raise ValueError(f"{name} is text")  # noqa: TRY004 - one error type at this door
    return plain


def day_in(plain: Any) -> date | None:
    """Read a day from "YYYY-MM-DD" or a date; empty is none.

    Raises:
        ValueError: it is none of these.
    """
    if plain in ("", None):
        return None
    if isinstance(plain, date) and not isinstance(plain, datetime):
        return plain
    return day_from(plain if isinstance(plain, str) else "")


def table_in(plain: Any, allowed: frozenset[str], what: str) -> Mapping[str, Any]:
    """Give a table with no other fields than these.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(plain, Mapping) or not set(plain) <= allowed:
        raise ValueError(f"{what} is a table of {', '.join(sorted(allowed))}")
    return plain
