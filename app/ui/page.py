"""What every place in the window has in common."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.topic import Topic
from app.ui.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class StatusWords:
    """What the status line says: an icon, words, and whether it is trouble."""

    icon: str
    words: str
    tone: str = ""  # "" or "warning"


class Page(QWidget):
    """A place in the window. The window calls enter and leave; pages never know each other."""

    status_changed = Signal(object)  # StatusWords for the left of the status line
    shown_words_changed = Signal()  # folder_of_shown_words gives something else now

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Keep the surroundings for the page's own use."""
        super().__init__(parent)
        self.surroundings = surroundings
        self.look = surroundings.look

    @property
    def folder_of_shown_words(self) -> Path | None:
        """Give the journal whose recovery words this page shows or makes, if it does."""
        return None

    @property
    def note_of_lock(self) -> str:
        """Say what the first page is told if this one was locked; asked after leave()."""
        return ""

    def topic(self) -> Topic | None:
        """Give what of this page can be taken to supervision: what one is at, if anything."""
        return None

    def enter(self) -> None:
        """Bring the page up to date and put the focus where the person needs it."""

    def leave(self) -> bool:
        """Put away what must not be lost; False means that it could not be saved, so stay."""
        return True
