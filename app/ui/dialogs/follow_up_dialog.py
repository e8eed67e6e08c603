"""Asks on which day to look at a reflection again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.following_up import MONTHS_OFFERED, day_after_months
from app.ui.dialogs.day_dialog import DayDialog, DayQuestion
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.months_words import span_words


class FollowUpDialog(DayDialog):
    """Offers the usual spans beside the day."""

    def __init__(
        self, look: Look, reflection_id: str, day: date | None, today: date, parent: QWidget
    ) -> None:
        """Begin with the day that is set."""
        question = DayQuestion(
            self.tr("Look again on…"),
            self.tr(
                "On this day Home brings it back with what you wrote. What you write then is a "
                "reflection of its own; this one stays as it is."
            ),
            self.tr("Do not bring it back"),
            self.tr("Look again then"),
        )
        super().__init__(look, question, (reflection_id, day), today, parent)
        self.spans = tuple(
            SpanButton(look, months, day_after_months(today, months)) for months in MONTHS_OFFERED
        )
        holder = QWidget()
        flow = FlowLayout(holder, gap=look.space("s"), line_gap=look.space("s"))
        for span in self.spans:
            span.day_chosen.connect(self._show_day)
            flow.addWidget(span)
        self.add_content(holder)

    def _show_day(self, day: date) -> None:
        self.day_field.set_day(day)
        self.day_field.set_error("")
        self.use.setFocus()


class SpanButton(Button):
    """A usual span, which stands for the day on which it ends."""

    day_chosen = Signal(object)  # date

    def __init__(self, look: Look, months: int, day: date) -> None:
        super().__init__(look, span_words(months), is_small=True)
        self._day = day
        self.setAutoDefault(False)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.day_chosen.emit(self._day)
