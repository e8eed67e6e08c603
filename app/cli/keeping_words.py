"""Versions, comparisons, the bin, holds and review dates as JSON tables and as lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from app.domain.calendar_words import local_day, plain_date
from app.domain.history import ComparedPart, Comparison, VersionOutline
from app.domain.retention import BinEntry, Keeping, Review
from app.rendering.plain_text import clean_line


def version_table(outline: VersionOutline) -> dict[str, Any]:
    """Give one version as a JSON table."""
    if outline.is_purged:
        state: dict[str, Any] = {"is_purged": True}
    else:
        status = "complete" if outline.is_complete else "draft"
        state = {"is_purged": False, "status": status, "words": outline.word_count}
    return {"version": outline.number, "made_at": outline.made_at.isoformat(), **state}


def comparison_table(comparison: Comparison) -> list[dict[str, Any]]:
    """Give the parts that differ as JSON tables."""
    return [
        {
            "part": part.key,
            "heading": part.heading,
            "fields": [
                {
                    "label": field.label,
                    "runs": [{run.change.value: run.text} for run in field.runs],
                }
                for field in part.fields
                if field.is_changed
            ],
        }
        for part in comparison.changed
    ]


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """Give what differs as lines to read: “added: …”, “removed: …”."""
    if not comparison.changed:
        yield "These two versions say the same."
    for part in comparison.changed:
        yield clean_line(part.heading)
        yield from _part_lines(part)


def _part_lines(part: ComparedPart) -> Iterator[str]:
    for field in part.fields:
        if field.is_changed:
            label = f"{field.label}: " if field.label else ""
            for run in field.runs:
                if run.words != run.text:
                    yield f"  {label}{clean_line(run.words)}"


def bin_table(entry: BinEntry, days_left: int) -> dict[str, Any]:
    """Give one reflection in the bin as a JSON table."""
    return {
        "id": entry.id,
        "title": entry.title,
        "form_title": entry.form_title,
        "begun_at": entry.begun_at.isoformat(),
        "binned_at": entry.binned_at.isoformat(),
        "days_left": days_left,
        "is_on_hold": entry.is_held,
    }


def bin_line(entry: BinEntry, days_left: int) -> str:
    """Give one reflection in the bin as a line to read."""
    title = clean_line(entry.title or entry.form_title)
    left = f"{days_left} {'day' if days_left == 1 else 'days'} left"
    return f"{entry.id}  {title}  ({'on hold' if entry.is_held else left})"


def hold_table(reflection_id: str, keeping: Keeping) -> dict[str, Any]:
    """Give one hold as a JSON table."""
    return {
        "id": reflection_id,
        "held_since": _moment(keeping.held_since),
        "held_because": keeping.held_because,
    }


def hold_line(reflection_id: str, keeping: Keeping) -> str:
    """Give one hold as a line to read."""
    since = plain_date(local_day(keeping.held_since)) if keeping.held_since else ""
    reason = f": {clean_line(keeping.held_because)}" if keeping.held_because else ""
    return f"{reflection_id}  on hold since {since}{reason}"


def review_table(review: Review) -> dict[str, Any]:
    """Give one review date as a JSON table."""
    return {
        "id": review.id,
        "title": review.title,
        "form_title": review.form_title,
        "review_on": review.review_on.isoformat(),
        "is_on_hold": review.is_held,
    }


def review_line(review: Review) -> str:
    """Give one review date as a line to read."""
    title = clean_line(review.title or review.form_title)
    return f"{review.id}  {review.review_on.isoformat()}  {title}"


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
