"""What the registration year refuses."""

from __future__ import annotations

from app.domain.errors import AppError


class CpdRefused(AppError):
    """Something about a piece or a registration cannot be done; says what and why."""
