"""The rates over a reflection's records, to read: a heading, and a line for each question."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.rates import SectionRates
from app.summary.rates_table import rates_heading, rates_markdown
from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.parts.prose_view import ProseView


class RatesBox(QWidget):
    """Shows how often each reply was given, and how often the last time."""

    def __init__(self, look: Look, rates: SectionRates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label(look, rates_heading(rates), "heading")
        self.heading.setWordWrap(True)
        self.prose = ProseView(look, rates_markdown(rates))
        self.prose.setAccessibleName(self.heading.text())
        note = Label(
            look, self.tr("Not applicable is left out of the count."), "small", "text_muted"
        )
        note.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.heading, self.prose, note):
            column.addWidget(part)
