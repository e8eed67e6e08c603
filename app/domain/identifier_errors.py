"""What may go wrong around names on paper."""

from __future__ import annotations

from app.domain.errors import AppError


class NotInPeopleKey(AppError):
    """An entry of the people key that cannot be kept; the message says why."""


class LeavingRefused(AppError):
    """Nothing left the journal: possible identifiers on the paper are undecided."""
