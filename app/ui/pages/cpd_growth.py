"""Gaps and growth: what the year lacks, the plan's goals, and parts and themes over time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.errors import AppError
from app.domain.registration import Registration
from app.domain.registration_year import RegistrationYear
from app.services.growth import GrowthView
from app.services.portfolio import PLAN_FORM
from app.services.workshop import Desk
from app.ui.dialogs.confirming import tell_error
from app.ui.page import Page
from app.ui.pages.cpd_growth_parts import GapLines, GoalLines, TitledBars
from app.ui.parts.button import LinkRow
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage
from app.ui.surroundings import Surroundings


class CpdGrowthPage(Page):
    """Reads only; what it suggests comes from the person's own journal."""

    back_asked = Signal()
    reading_asked = Signal(str)
    form_asked = Signal(str)

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin empty; aim_at says which year."""
        super().__init__(surroundings)
        self._desk = desk
        self._registration: Registration | None = None
        self._year: RegistrationYear | None = None
        look = self.look
        self.back = LinkRow(look, self.tr("CPD year"), "arrow-left", is_small=True)
        self.title = Label(look, self.tr("Gaps and growth"), "display")
        self.about = Label(look, "", "body", "text_muted")
        self.about.setWordWrap(True)
        self.gaps = GapLines(look)
        self.goals = GoalLines(look)
        self.parts = TitledBars(look, self.tr("Parts over the years"))
        self.themes = TitledBars(look, self.tr("Themes over the year"))
        self._scroll = ScrollPage(look, look.theme.measure_px() + 240)
        column = self._scroll.column
        column.setSpacing(look.space("l"))
        for each in (self.back, self.title, self.about):
            column.addWidget(each)
        self._sections = (self.gaps, self.goals, self.parts, self.themes)
        for section in self._sections:
            column.addWidget(section)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)
        self.back.clicked.connect(self.back_asked)
        self.gaps.reading_asked.connect(self.reading_asked)
        self.goals.reading_asked.connect(self.reading_asked)
        self.goals.plan_asked.connect(self._ask_plan)
        look.changed.connect(self._fold)

    def aim_at(self, registration: Registration, year: RegistrationYear) -> None:
        """Say which year enter() looks at."""
        self._registration, self._year = registration, year

    def enter(self) -> None:
        """Look over the years."""
        self.back.setFocus()
        if self._registration is None:
            return
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._show)
        job.failed.connect(self._on_failed)
        work = partial(self._desk.growing.view, self._registration, self._year)
        self.surroundings.lane.start(job, work)

    def _show(self, view: GrowthView) -> None:
        standing = view.year.standing
        about = self.tr("{regulator}, {year}. By your own journal alone: nothing here is a rule.")
        self.about.setText(
            about.format(regulator=view.year.regulator.name, year=standing.year.name)
        )
        self.gaps.show_gaps(view.year)
        self.goals.show_plan(view.plan, view.year.today)
        self.parts.show_bars(
            view.parts,
            self.tr("How many pieces of each year touch each part."),
            self.tr("No pieces yet, so there is nothing to count."),
        )
        self.themes.show_bars(
            view.themes,
            self.tr("How many finished reflections carry each theme; the most used first."),
            self.tr("No finished reflection of this year carries a theme yet."),
        )
        self._fold()
        self._scroll.scroll_to_top()

    def _ask_plan(self) -> None:
        self.form_asked.emit(PLAN_FORM)

    def _on_failed(self, error: AppError) -> None:
        tell_error(self.look, error, self)

    def _fold(self) -> None:
        margins = self._scroll.margins.contentsMargins()
        width = self._scroll.viewport().width() - margins.left() - margins.right()
        for bars in (self.parts, self.themes):
            bars.fold(width)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out bars where there is no room for them."""
        super().resizeEvent(event)
        self._fold()
