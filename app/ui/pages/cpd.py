"""The registration year at a glance: what there is, what is asked for, and what comes nearest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.cpd_piece import CpdPiece
from app.domain.errors import AppError
from app.domain.registration import Registration
from app.domain.registration_year import RegistrationYear
from app.domain.regulator import Regulator
from app.services.cpd import Cpd, CpdYearView
from app.services.workshop import Desk
from app.summary.cpd_words import counted, rules_line, state_words, year_line
from app.ui.dialogs.confirming import tell_error
from app.ui.look import Look
from app.ui.page import Page, StatusWords
from app.ui.pages.cpd_begin import CpdBegin
from app.ui.pages.cpd_head import CpdHead
from app.ui.pages.cpd_measures import Measures
from app.ui.pages.cpd_pieces import CpdPieces
from app.ui.pages.cpd_words import nearest_words
from app.ui.parts.callout import Callout
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage
from app.ui.surroundings import Surroundings

_CALM_DAYS = 92  # the last quarter of a year is when what is missing is said as a warning


class CpdPage(Page):
    """One year of one registration; without a registration, the way to say which."""

    piece_asked = Signal(str, str)  # ids of a reflection and a regulator
    paste_asked = Signal(str, str)
    portfolio_asked = Signal(object)  # CpdYearView
    growth_asked = Signal(object)  # CpdYearView

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin empty; enter() asks what there is."""
        super().__init__(surroundings)
        self._desk = desk
        self._view: CpdYearView | None = None
        self._registration: Registration | None = None
        self._year: RegistrationYear | None = None
        self._wants_focus = False
        self._build(self.look)
        self._connect()

    def _build(self, look: Look) -> None:
        self.begin = CpdBegin(look)
        self.head = CpdHead(look)
        self.state = Callout(look, "info", "")
        self.measures = Measures(look)
        self.pieces = CpdPieces(look)
        self.near = Callout(look, "info", "")
        self.rules = Label(look, "", "small", "text_muted")
        self.note = Label(look, "", "small", "text_muted")
        self.shown = (
            self.head,
            self.state,
            self.measures,
            self.pieces,
            self.near,
            self.note,
            self.rules,
        )
        self._scroll = ScrollPage(look)
        column = self._scroll.column
        column.setSpacing(look.space("l"))
        column.addWidget(self.begin)
        for each in self.shown:
            column.addWidget(each)
            each.hide()
        for label in (self.rules, self.note):
            label.setWordWrap(True)
        self.begin.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def _connect(self) -> None:
        self.begin.regulator_chosen.connect(self._register)
        self.head.year_chosen.connect(self._on_year)
        self.head.registration_chosen.connect(self._on_registration)
        self.head.paste_asked.connect(self._ask_paste)
        self.head.portfolio_asked.connect(self._ask_portfolio)
        self.head.growth_asked.connect(self._ask_growth)
        self.head.registrations_asked.connect(self._ask_registrations)
        self.pieces.piece_chosen.connect(self._open_piece)
        self.pieces.near_chosen.connect(self._make_piece)
        self.look.changed.connect(self._fold)

    def enter(self) -> None:
        """Ask what there is."""
        self._wants_focus = True
        self.load()

    def load(self) -> None:
        """Ask what there is."""
        self._start(partial(_read, self._desk.cpd, self._registration, self._year), self._show)

    def _show(
        self, found: tuple[tuple[Regulator, ...], tuple[Registration, ...], CpdYearView | None]
    ) -> None:
        regulators, registrations, view = found
        self._view = view
        self.begin.setVisible(view is None)
        for each in self.shown:
            each.setVisible(view is not None)
        if view is None:
            self.begin.offer(regulators)
            self._focus(self.begin)
            return
        self._registration, self._year = view.registration, view.standing.year
        names = {each.id: each.name for each in regulators}
        self.head.show_year(view, year_line(view.standing, view.today), registrations, names)
        self._show_state(view)
        self.measures.show_counted(counted(view.standing, view.framework), self._width())
        self.pieces.show_year(view)
        self._show_near(view)
        self.note.setText(view.standing.rules.note)
        self.rules.setText(rules_line(view.standing))
        self._fold()
        self._focus(self.pieces if self.pieces.rows else self.head)

    def _show_state(self, view: CpdYearView) -> None:
        standing = view.standing
        left = standing.days_left(view.today)
        tone = "info"
        if standing.rules.pieces:
            is_late = standing.year.is_over(view.today) or left <= _CALM_DAYS
            tone = "success" if standing.is_ready else "warning" if is_late else "info"
        self.state.set_tone(tone)
        self.state.set_words("", state_words(standing))

    def _show_near(self, view: CpdYearView) -> None:
        lead, words = nearest_words(view)
        self.near.setVisible(bool(lead))
        self.near.set_words(lead, words)

    def _on_year(self, year: RegistrationYear) -> None:
        self._year = year
        self.load()

    def _on_registration(self, registration: Registration) -> None:
        self._registration, self._year = registration, None
        self.load()

    def _register(self, regulator_id: str) -> None:
        self._wants_focus = True
        self._start(partial(_register, self._desk.cpd, regulator_id), self._on_registered)

    def _on_registered(self, _nothing: object) -> None:
        self._registration = self._year = None
        self.load()

    def _ask_registrations(self) -> None:
        self._start(partial(_kept, self._desk.cpd), self._on_registrations)

    def _on_registrations(
        self, found: tuple[tuple[Regulator, ...], tuple[Registration, ...]]
    ) -> None:
        from app.ui.dialogs.registrations_dialog import RegistrationsDialog

        dialog = RegistrationsDialog(self.look, found[0], found[1], self)
        dialog.registrations_chosen.connect(self.keep_registrations)
        dialog.open()

    def keep_registrations(self, registrations: tuple[Registration, ...]) -> None:
        """Keep what the dialog asked for."""
        keep = partial(self._desk.cpd.registrations.keep, registrations)
        self._start(keep, self._on_registered)

    def _open_piece(self, reflection_id: str) -> None:
        if self._registration is not None:
            self.piece_asked.emit(reflection_id, self._registration.regulator)

    def _make_piece(self, reflection_id: str) -> None:
        if self._registration is not None:
            regulator = self._registration.regulator
            make = partial(self._desk.cpd.make, reflection_id, regulator)
            self._start(make, self._on_made)

    def _on_made(self, piece: CpdPiece) -> None:
        self._open_piece(piece.reflection_id)

    def _ask_paste(self) -> None:
        view = self._view
        if view is not None and view.standing.pieces:
            waiting = [each for each in view.standing.pieces if each.piece.submitted is None]
            first = (waiting or list(view.standing.pieces))[0]
            self.paste_asked.emit(first.piece.reflection_id, view.regulator.id)

    def _ask_portfolio(self) -> None:
        if self._view is not None:
            self.portfolio_asked.emit(self._view)

    def _ask_growth(self) -> None:
        if self._view is not None:
            self.growth_asked.emit(self._view)

    def _focus(self, part: CpdBegin | CpdHead | CpdPieces) -> None:
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            part.focus_first()

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        self.surroundings.lane.start(job, work)

    def _on_failed(self, error: AppError) -> None:
        if self._view is None and not self.begin.isVisible():
            self.status_changed.emit(StatusWords("triangle-alert", str(error), "warning"))
        tell_error(self.look, error, self)

    def _width(self) -> int:
        margins = self._scroll.margins.contentsMargins()
        return self._scroll.viewport().width() - margins.left() - margins.right()

    def _fold(self) -> None:
        self.measures.fold(self._width())
        self.head.fold(self._width())
        self.pieces.fold()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what does not fit beside each other under each other."""
        super().resizeEvent(event)
        self._fold()


def _read(
    cpd: Cpd, registration: Registration | None, year: RegistrationYear | None
) -> tuple[tuple[Regulator, ...], tuple[Registration, ...], CpdYearView | None]:
    regulators, kept = cpd.shelf.regulators(), cpd.registrations.read()
    known = [each for each in kept if any(each.regulator == one.id for one in regulators)]
    if not known:
        return regulators, (), None
    chosen = registration if registration in known else known[0]
    if chosen != registration:
        year = None
    return regulators, tuple(known), cpd.year(chosen, year)


def _register(cpd: Cpd, regulator_id: str) -> None:
    cpd.registrations.keep((*cpd.registrations.read(), Registration(regulator_id)))


def _kept(cpd: Cpd) -> tuple[tuple[Regulator, ...], tuple[Registration, ...]]:
    return cpd.shelf.regulators(), cpd.registrations.read()
