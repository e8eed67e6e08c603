"""What the services need to list actions, named as Protocols."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from app.domain.finding import OpenAction
from app.domain.placed_action import PlacedAction


class ActionShelf(Protocol):
    """The actions of one open journal, wherever they were written."""

    def read(self) -> tuple[PlacedAction, ...]:
        """Give every action that says what is to be done, in the order of writing."""
        ...

    def count_due(self, until: date) -> int:
        """Count the open actions that are due on a day or were before."""
        ...


class ActionVault(Protocol):
    """An open journal, as far as its actions can be listed."""

    @property
    def actions(self) -> ActionShelf:
        """Every action, open or not."""
        ...

    def open_actions(self, limit: int) -> tuple[OpenAction, ...]:
        """Give the actions still to be done, the soonest due first, undated ones last."""
        ...
