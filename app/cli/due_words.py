"""What is due, and follow-ups, as JSON tables and as lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.cli.keeping_words import review_table
from app.domain.finding import OpenAction
from app.domain.following_up import FollowUp
from app.rendering.plain_text import clean_line
from app.services.due import Due


def due_table(due: Due) -> dict[str, Any]:
    """Give everything that is due as a JSON table."""
    return {
        "actions": [_action_table(each) for each in due.actions],
        "follow_ups": [follow_up_table(each) for each in due.follow_ups],
        "reviews": [review_table(each) for each in due.reviews],
    }


def due_lines(due: Due) -> Iterator[str]:
    """Give everything that is due as lines to read: id, day, what."""
    if due.is_nothing:
        yield "Nothing is due."
    for action in due.actions:
        yield f"{action.reflection_id}  {action.by_when}  to do: {clean_line(action.what)}"
    for each in due.follow_ups:
        yield f"{each.first.id}  {each.due_on}  look again: {clean_line(each.first.name)}"
    for review in due.reviews:
        title = clean_line(review.title or review.form_title)
        yield f"{review.id}  {review.review_on}  review date: {title}"


def follow_up_table(follow_up: FollowUp) -> dict[str, Any]:
    """Give one follow-up as a JSON table."""
    closed = follow_up.closed_at
    return {
        "id": follow_up.first.id,
        "title": follow_up.first.title,
        "form_title": follow_up.first.form_title,
        "due_on": follow_up.due_on.isoformat(),
        "is_waiting": follow_up.is_waiting,
        "answered_by": follow_up.answered_id,
        "closed_at": closed.isoformat() if closed else None,
    }


def follow_up_line(follow_up: FollowUp) -> str:
    """Give one follow-up as a line to read: its day, and what became of it."""
    if follow_up.is_waiting:
        state = "to come"
    elif follow_up.answered_id:
        state = f"looked again in {follow_up.answered_id}"
    else:
        state = "closed"
    return f"{follow_up.due_on}  {state}"


def _action_table(action: OpenAction) -> dict[str, Any]:
    return {
        "id": action.reflection_id,
        "title": action.reflection_title,
        "form_title": action.form_title,
        "what": action.what,
        "who": action.who,
        "by_when": action.by_when.isoformat() if action.by_when else None,
    }
