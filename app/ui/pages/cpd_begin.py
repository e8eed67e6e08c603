"""Before a registration is known: whose rules a person’s year is measured by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.regulator import Regulator
from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.parts.row_button import RowButton

_BESIDE_THE_MEASURE = 80


class CpdBegin(QWidget):
    """Offers every regulator that is known; one press begins."""

    regulator_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Begin with none to offer."""
        super().__init__()
        self._look = look
        self.rows: list[RowButton] = []
        title = Label(look, self.tr("CPD year"), "display")
        words = Label(
            look,
            self.tr(
                "Your finished reflections can become your CPD record. Choose whose rules your "
                "year is measured by; you can add others later. Nothing is sent to anybody."
            ),
        )
        words.setWordWrap(True)
        # Beside a stretch: laid straight into the page, Qt would reckon its height for all of the
        # page's width and cut what it then breaks into more lines.
        self._readable = QWidget()
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._readable, 100)
        beside.addStretch(1)
        self._column = QVBoxLayout(self._readable)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("s"))
        self._column.addWidget(title)
        self._column.addWidget(words)
        self._column.addSpacing(look.space("m"))
        self._fit()
        look.changed.connect(self._fit)

    def offer(self, regulators: Sequence[Regulator]) -> None:
        """Show these to choose from."""
        for row in self.rows:
            row.deleteLater()
        self.rows = [self._row(each) for each in regulators]
        for row in self.rows:
            self._column.addWidget(row)

    def focus_first(self) -> None:
        """Put the focus on the first."""
        if self.rows:
            self.rows[0].setFocus()

    def _fit(self) -> None:
        self._readable.setMaximumWidth(self._look.theme.measure_px() + _BESIDE_THE_MEASURE)

    def _row(self, regulator: Regulator) -> RowButton:
        row = RowButton(self._look, regulator.id, regulator.name, inset=10)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        name = Label(self._look, regulator.name, "body_strong")
        note = Label(self._look, regulator.rules[-1].note, "small", "text_muted")
        for label in (name, note):
            label.setWordWrap(True)
            column.addWidget(label)
        row.add(holder, 1)
        row.pressed_as.connect(self.regulator_chosen)
        return row
