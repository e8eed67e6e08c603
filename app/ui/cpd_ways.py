"""The ways between a registration year, its pieces and what is pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.services.cpd import CpdYearView
    from app.ui.open_view import OpenView
    from app.ui.pages.cpd import CpdPage
    from app.ui.pages.cpd_growth import CpdGrowthPage
    from app.ui.pages.cpd_paste import CpdPastePage
    from app.ui.pages.cpd_piece import CpdPiecePage


def cpd_ways(view: OpenView) -> CpdWays:
    """Give the ways of this view; they are made when they are first asked for."""
    return view.findChild(CpdWays) or CpdWays(view)


class CpdWays(QObject):
    """Pages never know each other; these lead from one to another."""

    def __init__(self, view: OpenView) -> None:
        """Lead about in this view."""
        super().__init__(view)
        self._view = view

    def join_year(self, page: CpdPage) -> None:
        """Lead away from the year."""
        page.piece_asked.connect(self.show_piece)
        page.paste_asked.connect(self.show_paste)
        page.portfolio_asked.connect(self.make_portfolio)
        page.growth_asked.connect(self.show_growth)

    def join_piece(self, page: CpdPiecePage) -> None:
        """Lead away from one piece."""
        page.back_asked.connect(self.show_year)
        page.reading_asked.connect(self._view.read)
        page.paste_asked.connect(self.show_paste)

    def join_paste(self, page: CpdPastePage) -> None:
        """Lead away from pasting."""
        page.back_asked.connect(self.show_year)
        page.piece_asked.connect(self.show_piece)

    def join_growth(self, page: CpdGrowthPage) -> None:
        """Lead away from gaps and growth."""
        page.form_asked.connect(self._view.begin)
        page.back_asked.connect(self.show_year)
        page.reading_asked.connect(self._view.read)

    def show_growth(self, year: CpdYearView) -> None:
        """Show gaps and growth, looking back from a year."""
        page = cast("CpdGrowthPage", self._view.page("cpd_growth"))
        page.aim_at(year.registration, year.standing.year)
        self._view.go("cpd_growth")

    def make_portfolio(self, year: CpdYearView) -> None:
        """Ask about the portfolio of a year, and save it."""
        from app.ui.errands.portfolio import PortfolioErrand  # here, for a quick start

        PortfolioErrand(self._view.surroundings, self._view, self._view.desk).begin(year)

    def show_year(self) -> None:
        """Show the year."""
        self._view.go("cpd")

    def show_piece(self, reflection_id: str, regulator: str) -> None:
        """Show one piece, to be changed."""
        cast("CpdPiecePage", self._view.page("cpd_piece")).aim_at(reflection_id, regulator)
        self._view.go("cpd_piece")

    def show_paste(self, reflection_id: str, regulator: str) -> None:
        """Show one piece field by field, to be pasted."""
        cast("CpdPastePage", self._view.page("cpd_paste")).aim_at(reflection_id, regulator)
        self._view.go("cpd_paste")
