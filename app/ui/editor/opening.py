"""What the lane brings to the editor: a reflection to write on, and the themes in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.services.journal import Writing
from app.services.workshop import Desk


@dataclass(frozen=True, slots=True)
class Opening:
    """One answer to one request to open."""

    number: int
    writing: Writing
    themes: tuple[str, ...]


def opened(desk: Desk, number: int, work: Callable[[], Writing]) -> Opening:
    """Read what is to be written on; the number tells which request it answers."""
    return Opening(number, work(), tuple(theme for theme, _ in desk.vault.themes()))
