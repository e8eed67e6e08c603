"""What the panes over the journal's list have in common: they count, and what is chosen narrows."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.finding import Search
from app.domain.topic import Topic
from app.services.overviews import Overviews


class OverviewPane(QWidget):
    """A calendar, a timeline or the themes."""

    chosen_changed = Signal()
    opened = Signal()  # a person goes on to what she has chosen
    height_changed = Signal()  # it wants to be higher or lower than it said

    @abstractmethod
    def ask(self, overviews: Overviews, search: Search) -> object:
        """Give the counts of what a search finds; called on the lane."""

    @abstractmethod
    def show_counts(self, counts: Any, search: Search) -> None:
        """Show what was counted."""

    @abstractmethod
    def narrowed(self, search: Search) -> Search:
        """Give the search within what is chosen here."""

    @abstractmethod
    def where(self) -> str:
        """Say where that is, to end a sentence with; nothing where all is chosen."""

    def topic(self) -> Topic | None:
        """Give what can be taken to supervision from here, if anything."""
        return None

    @abstractmethod
    def take_focus(self) -> None:
        """Go to what is chosen."""

    @abstractmethod
    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab stops at, in reading order."""

    @abstractmethod
    def wanted_height(self, room: int) -> int:
        """Say how high it wants to be, in this room with the list beneath."""
