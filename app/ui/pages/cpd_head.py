"""Over the registration year: its name, its days, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.registration import Registration
from app.services.cpd import CpdYearView
from app.ui.look import Look
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.drop_down import drop_down
from app.ui.parts.label import Label

_ROOM = 2.5  # of the title's width, for the days under it


class CpdHead(QWidget):
    """Title and days at the left; year, portfolio and pasting at the right."""

    year_chosen = Signal(object)  # RegistrationYear
    registration_chosen = Signal(object)  # Registration
    paste_asked = Signal()
    portfolio_asked = Signal()
    growth_asked = Signal()
    registrations_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Build it empty."""
        super().__init__()
        self._title = Label(look, self.tr("CPD year"), "display")
        self.days = Label(look, "", "body", "text_muted")
        self.days.setWordWrap(True)
        self.registrations = drop_down(self.tr("Registration"))
        self.years = drop_down(self.tr("Registration year"))
        self.change = LinkRow(look, self.tr("Registrations…"), is_small=True)
        self.growth = Button(look, self.tr("Gaps and growth"), "plain", "lightbulb")
        self.portfolio = Button(look, self.tr("Portfolio…"), "plain", "file-text")
        self.paste = Button(look, self.tr("Paste to the regulator…"), "primary", "copy")
        self._lay_out(look)
        self.years.activated.connect(self._on_year)
        self.registrations.activated.connect(self._on_registration)
        self.paste.clicked.connect(self.paste_asked)
        self.portfolio.clicked.connect(self.portfolio_asked)
        self.growth.clicked.connect(self.growth_asked)
        self.change.clicked.connect(self.registrations_asked)

    def _lay_out(self, look: Look) -> None:
        policy = QSizePolicy.Policy
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for each in (self._title, self.days, self.change):
            column.addWidget(each)
        self._acts = QWidget()
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._acts)
        self._ways.setContentsMargins(0, 0, 0, 0)
        self._ways.setSpacing(look.space("s"))
        for way in (self.registrations, self.years, self.growth, self.portfolio, self.paste):
            self._ways.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        self._acts.setSizePolicy(policy.Maximum, policy.Minimum)
        words.setSizePolicy(policy.Expanding, policy.Minimum)
        self.setSizePolicy(policy.Expanding, policy.Minimum)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.space("m"))
        self._row.addWidget(words, 1)
        self._row.addWidget(self._acts)

    def show_year(
        self,
        view: CpdYearView,
        line: str,
        registrations: Sequence[Registration],
        names: Mapping[str, str],
    ) -> None:
        """Say which year is shown, and offer the others."""
        self.days.setText(f"{line} · {view.regulator.name}")
        self.years.clear()
        for year in view.years:
            self.years.addItem(year.name, year)
        if view.standing.year not in view.years:
            self.years.addItem(view.standing.year.name, view.standing.year)
        self.years.setCurrentIndex(self.years.findData(view.standing.year))
        self.registrations.clear()
        for each in registrations:
            self.registrations.addItem(names.get(each.regulator, each.regulator), each)
        self.registrations.setCurrentIndex(list(registrations).index(view.registration))
        self.registrations.setVisible(len(registrations) > 1)
        self.paste.setEnabled(bool(view.standing.pieces))
        self.portfolio.setEnabled(bool(view.standing.pieces))

    def focus_first(self) -> None:
        """Put the focus on the year."""
        self.years.setFocus()

    def fold(self, width: int) -> None:
        """Put what can be done under the title where it does not fit beside it."""
        directions = QBoxLayout.Direction
        acts = (self.registrations, self.years, self.growth, self.portfolio, self.paste)
        shown = [each.sizeHint().width() for each in acts if not each.isHidden()]
        across = sum(shown) + self._ways.spacing() * len(shown)
        fits = across + self._title.sizeHint().width() * _ROOM <= width
        self._row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)
        is_wide = across <= width
        self._ways.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def _on_year(self, place: int) -> None:
        self.year_chosen.emit(self.years.itemData(place))

    def _on_registration(self, place: int) -> None:
        self.registration_chosen.emit(self.registrations.itemData(place))
