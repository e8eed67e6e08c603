"""A portfolio: asked about, made, looked at by the release check, and written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.progress import Progress
from app.services.cpd import CpdYearView
from app.services.portfolio import Portfolios
from app.services.workshop import Desk
from app.summary.document import Document
from app.summary.portfolio import Portfolio
from app.summary.released import Released
from app.ui.dialogs.portfolio_dialog import PortfolioDialog, PortfolioWish
from app.ui.errands.errand import Errand
from app.ui.errands.releasing import Releasing
from app.ui.surroundings import Surroundings


class PortfolioErrand(Errand):
    """Stopped or refused, it leaves nothing behind."""

    def __init__(self, surroundings: Surroundings, page: QWidget, desk: Desk) -> None:
        """Stand ready to make portfolios of this journal."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("No portfolio was saved")
        self._portfolios: Portfolios = desk.portfolio
        self._view: CpdYearView | None = None
        self._portfolio: Portfolio | None = None
        self._target: Path | None = None
        self._releasing = Releasing(surroundings, page, desk.release_check)
        self._releasing.released.connect(self._on_released)
        self._releasing.failed.connect(self.complain)

    def begin(self, view: CpdYearView) -> None:
        """Ask about the portfolio of a year."""
        self._view = view
        look, name = self.surroundings.look, view.standing.year.name
        dialog = PortfolioDialog(look, name, self.page)
        dialog.wished.connect(self._ask_where)
        dialog.open()

    def _ask_where(self, wish: PortfolioWish) -> None:
        view = self._view
        if view is None:
            return
        name = f"CPD portfolio {view.standing.year.name}{wish.ending}"
        kind = self.tr("Portfolio (*{ending})").format(ending=wish.ending)
        title = self.tr("Save the portfolio as")
        chosen = self.surroundings.asker.save_path(self.page, title, name, kind)
        if chosen is None:
            return
        is_right = chosen.suffix.lower() == wish.ending
        self._target = chosen if is_right else chosen.with_name(chosen.name + wish.ending)
        make = partial(_made, self._portfolios, view, wish)
        self.run(self.tr("Gathering the portfolio…"), make, self._on_made)

    def _on_made(self, made: Portfolio) -> None:
        self._portfolio = made
        if self._target is not None:
            self._releasing.begin(partial(_document, made), self._target.stem)

    def _on_released(self, released: Released) -> None:
        made, target = self._portfolio, self._target
        if made is not None and target is not None:
            write = partial(self._portfolios.write, made, released, target)
            self.run(self.tr("Saving the portfolio…"), write, self._on_written)

    def _on_written(self, _nothing: object) -> None:
        target, self._portfolio = self._target, None
        name = target.name if target else ""
        lead = self.tr("{name} is written.").format(name=name)
        kept = self.tr("It lies outside the journal and is not encrypted: keep it where you may.")
        dialog = self.tell(self.tr("The portfolio is saved"), lead, (kept,))
        dialog.add_ways()
        dialog.open()


def _made(
    portfolios: Portfolios, view: CpdYearView, wish: PortfolioWish, progress: Progress
) -> Portfolio:
    return portfolios.of_year(view.registration, view.standing.year, wish.wishes, progress)


def _document(made: Portfolio) -> Document:
    return made.document
