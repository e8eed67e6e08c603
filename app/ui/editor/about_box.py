"""What stands beside the answers: the day of the event, and the themes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.calendar_words import local_day, span_after
from app.domain.reflection import Reflection
from app.domain.theme_groups import ThemeVocabulary
from app.ui.editor.answer_editor import Today
from app.ui.editor.themes_box import ThemesBox
from app.ui.look import Look
from app.ui.parts.date_field import DateField
from app.ui.parts.label import Label


class AboutBox(QWidget):
    """Changes the day and the themes, and says how long after the event the writing began."""

    day_changed = Signal(object)
    themes_changed = Signal(object)

    def __init__(self, look: Look, today: Today) -> None:
        super().__init__()
        self._today = today
        self._begun = today()
        self.day = DateField(look, self.tr("Day of the event"), today=today)
        self._span = Label(look, "", "small", "text_muted")
        self._span.setWordWrap(True)
        self.themes = ThemesBox(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.day)
        column.addWidget(self._span)
        column.addSpacing(look.space("m"))
        column.addWidget(self.themes)
        self._word_span(None)
        self.day.day_changed.connect(self._on_day_changed)
        self.themes.themes_changed.connect(self.themes_changed)

    def show_reflection(self, reflection: Reflection) -> None:
        """Show day and themes without telling anyone."""
        self._begun = local_day(reflection.begun_at)
        self.day.set_day(reflection.event_date)
        self.themes.set_themes(reflection.themes)
        self._word_span(reflection.event_date)

    def offer_themes(self, vocabulary: ThemeVocabulary) -> None:
        """Offer these when a theme is added."""
        self.themes.offer(vocabulary)

    def forget(self) -> None:
        """Hold neither day nor themes."""
        self._begun = self._today()
        self.day.set_day(None)
        self.themes.forget()
        self._word_span(None)

    def _on_day_changed(self, day: date | None) -> None:
        self._word_span(day)
        self.day_changed.emit(day)

    def _word_span(self, day: date | None) -> None:
        self._span.setVisible(day is not None)
        if day is not None:
            words = self.tr("Writing began {span}")
            self._span.setText(words.format(span=span_after(day, self._begun)))
