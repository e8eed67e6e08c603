"""What every command over an open journal is made of."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager

from app.services.workshop import Desk, Workshop


class JournalCommand:
    """Holds the services, what was typed, and the way to open the journal that it names."""

    def __init__(
        self,
        workshop: Workshop,
        options: Namespace,
        opened: Callable[[], AbstractContextManager[Desk]],
    ) -> None:
        """Take all three; nothing is opened yet."""
        self._workshop = workshop
        self._options = options
        self._opened = opened

    def table(self) -> dict[str, Callable[[], int]]:
        """Give each command by what is typed for it."""
        raise NotImplementedError
