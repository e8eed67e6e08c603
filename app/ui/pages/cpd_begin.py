"""Before a registration is known: whose rules a person’s year is measured by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.regulator import Regulator
from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.parts.row_button import RowButton


def _lines_policy() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


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
        words.setMaximumWidth(look.theme.measure_px() + 80)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("s"))
        self._column.addWidget(title)
        self._column.addWidget(words)
        self._column.addSpacing(look.space("m"))

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

    def _row(self, regulator: Regulator) -> RowButton:
        row = _Row(self._look, regulator.id, regulator.name, inset=10)
        row.setSizePolicy(_lines_policy())
        row.setMaximumWidth(self._look.theme.measure_px() + 80)
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


class _Row(RowButton):
    """As high as its words need."""

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Its note may take several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of what it holds."""
        return self.row.heightForWidth(width)
