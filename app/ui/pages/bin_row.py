"""One reflection in the bin: what it is, how long it stays, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.calendar_words import local_day, plain_date
from app.domain.retention import BinEntry
from app.ui.look import Look
from app.ui.pages.keeping_words import days_left_words
from app.ui.parts.button import Button
from app.ui.parts.divider import Divider
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label


class BinRow(QWidget):
    """Words over buttons, so that both have room at any size of text."""

    bringing_back_asked = Signal(str)  # reflection id
    removing_asked = Signal(str)  # reflection id

    def __init__(self, look: Look, entry: BinEntry, days_left: int) -> None:
        """Show an entry and the days it stays."""
        super().__init__()
        self._id = entry.id
        title = " ".join(entry.title.split()) or entry.form_title
        self.title = Label(look, title, "prose")
        self.about = Label(look, self._about(entry, days_left), "small", "text_muted")
        self.back_button = Button(look, self.tr("Bring back"), icon="undo-2", is_small=True)
        self.remove_button = Button(look, self.tr("Remove now…"), "danger", is_small=True)
        about = self.about.text()
        for button in (self.back_button, self.remove_button):
            button.setAccessibleName(f"{button.words} “{title}”")
            button.setAccessibleDescription(about)
        buttons = FlowLayout(gap=look.space("s"), line_gap=look.space("s"))
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.remove_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.space("m"), 0, 0)
        column.setSpacing(look.space("xxs"))
        for label in (self.title, self.about):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(look.space("xxs"))
        column.addLayout(buttons)
        column.addSpacing(look.space("m"))
        column.addWidget(Divider(look))
        self.back_button.clicked.connect(self._on_back)
        self.remove_button.clicked.connect(self._on_remove)

    def _about(self, entry: BinEntry, days_left: int) -> str:
        day = plain_date(local_day(entry.binned_at))
        words = [entry.form_title, self.tr("moved here on {day}").format(day=day)]
        words.append(
            self.tr("on hold, so it stays") if entry.is_held else days_left_words(days_left)
        )
        return " · ".join(words)

    def _on_back(self) -> None:
        self.bringing_back_asked.emit(self._id)

    def _on_remove(self) -> None:
        self.removing_asked.emit(self._id)
