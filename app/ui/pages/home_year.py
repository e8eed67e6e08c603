"""A calm word on home in the last weeks of a registration year that still lacks something."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.cpd import EndingYear
from app.services.workshop import Desk
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.ui.parts.callout import Callout

_WITHIN_DAYS = 60


class YearEnding(QWidget):
    """Takes no room where no year is near its end, or where each has what its rules ask for."""

    year_asked = Signal()

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin hidden."""
        super().__init__()
        self._surroundings, self._desk = surroundings, desk
        self.callout: Callout | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, surroundings.look.space("l"))
        self.hide()

    def load(self) -> None:
        """Ask the journal; what cannot be read is told by the page of the year."""
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._show)
        self._surroundings.lane.start(job, partial(self._desk.cpd.ending, _WITHIN_DAYS))

    def _show(self, ending: tuple[EndingYear, ...]) -> None:
        self.setVisible(bool(ending))
        if not ending:
            return
        if self.callout is None:
            self._make()
        assert self.callout is not None
        first = ending[0]
        lead = self.tr("Your CPD year with {regulator} ends: {left}.")
        missing = " ".join(line for each in ending for line in each.missing)
        words = lead.format(regulator=first.regulator.name, left=first.left)
        self.callout.set_words(words, missing)

    def _make(self) -> None:
        from app.ui.parts.button import Button
        from app.ui.parts.button_row import ButtonRow
        from app.ui.parts.callout import Callout

        look = self._surroundings.look
        self.callout = Callout(look, "info", "")
        self.open_button = Button(look, self.tr("Open the CPD year"), is_small=True)
        self.open_button.clicked.connect(self.year_asked)
        row = ButtonRow(look)
        row.add(self.open_button)
        row.add_stretch()
        self.callout.add_row(row)
        self._column.addWidget(self.callout)
