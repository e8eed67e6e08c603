"""A flat line that leads somewhere else, aligned with the words above it."""

from __future__ import annotations

from app.ui.parts.button import LinkRow

__all__ = ["LinkRow"]
