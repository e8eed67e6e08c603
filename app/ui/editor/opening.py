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
    is_held: bool = False


def opened(desk: Desk, number: int, work: Callable[[], Writing]) -> Opening:
    """Read what is to be written on; the number tells which request it answers."""
    writing = work()
    is_held = desk.retention.keeping(writing.reflection.id).is_held
    return Opening(number, writing, tuple(theme for theme, _ in desk.vault.themes()), is_held)
