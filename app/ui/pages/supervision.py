"""Supervision: what goes into the summary at the left, the paper itself at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from app.domain.errors import AppError
from app.services.offered import Offer, OfferedReflection
from app.services.sessions import SESSION_KINDS
from app.services.workshop import Desk
from app.summary.choice import SummaryPart
from app.summary.document import PrintSize
from app.summary.lengths import PAGES_AT_MOST
from app.summary.part_counts import PartCounts
from app.summary.preparation import Preparation, Session, Span
from app.ui.complaints import Complaint, complaint_of
from app.ui.dialogs.session_details import SessionDetailsDialog
from app.ui.errands.presets import PresetErrand
from app.ui.page import Page, StatusWords
from app.ui.pages.supervision_column import SupervisionColumn
from app.ui.pages.supervision_deciding import SummaryDeciding
from app.ui.pages.supervision_empty import NothingShared
from app.ui.pages.supervision_leaving import SummaryLeaving
from app.ui.pages.supervision_offering import OfferAsking
from app.ui.pages.supervision_paper import Paper, PaperMaking
from app.ui.pages.supervision_preview import SupervisionPreview
from app.ui.pages.supervision_words import Longest, budget_of, kept_back_sentence
from app.ui.surroundings import Surroundings


class SupervisionPage(Page):
    """Shows the decisions of one preparation and the paper they make."""

    edit_asked = Signal(str)  # reflection id, to mark answers in
    new_asked = Signal()  # nothing is written yet

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Start without anything on offer; enter() fills the page."""
        super().__init__(surroundings)
        self._desk = desk
        self._counts = PartCounts()
        self._paper: Paper | None = None
        self._taken = ""
        self._prints_next = self._shows_page = self._is_entering = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = SupervisionColumn(self.look)
        self.preview = SupervisionPreview(self.look)
        for region in (self.column, self.preview):
            region.setProperty("region", True)
        lane, preparing = self.surroundings.lane, self._desk.preparing
        self.making = PaperMaking(lane, self._desk, self.surroundings.workshop.pages, self)
        self.deciding = SummaryDeciding(self.surroundings, preparing, self)
        self.offering = OfferAsking(lane, preparing, self.deciding.decided, self)
        self.presets = PresetErrand(self.surroundings, preparing, self.column.presets, self)
        self.leaving = SummaryLeaving(self.surroundings, self._desk, self)
        self.empty = NothingShared(self.look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.empty)
        row.addWidget(self.column)
        row.addWidget(self.preview, 1)
        self._fold()

    def _connect(self) -> None:
        column, parts, foot = self.column, self.column.parts, self.column.foot
        column.span_changed.connect(self._set_span)
        column.details_asked.connect(self._ask_details)
        column.mark_asked.connect(self.edit_asked)
        deciding = self.deciding
        parts.part_toggled.connect(deciding.set_part)
        parts.reflection_toggled.connect(deciding.set_chosen)
        parts.row_moved.connect(deciding.move)
        parts.answers_asked.connect(deciding.ask_answers)
        parts.wants_asked.connect(deciding.ask_wants)
        foot.cut_asked.connect(deciding.leave_out)
        deciding.changed.connect(self._on_decided)
        deciding.failed.connect(self._on_failed)
        self.presets.laid_out.connect(deciding.lay_out)
        self.presets.told.connect(self._say)
        self.presets.failed.connect(self._on_failed)
        foot.print_asked.connect(self.print_summary)
        foot.save_asked.connect(self.save_as)
        foot.page_asked.connect(self._show_page)
        self.preview.large_print_changed.connect(deciding.set_large)
        self.preview.black_and_white_changed.connect(deciding.set_black_and_white)
        self.preview.list_asked.connect(self._show_list)
        self.empty.edit_asked.connect(self.edit_asked)
        self.empty.new_asked.connect(self.new_asked)
        self.offering.came.connect(self._on_offer)
        self.offering.failed.connect(self._on_failed)
        self.making.made.connect(self._on_paper)
        self.making.failed.connect(self._on_paper_failed)
        self.leaving.told.connect(self._say)
        self.look.changed.connect(self._fold)

    @property
    def _preparation(self) -> Preparation:
        return self.deciding.preparation

    @_preparation.setter
    def _preparation(self, preparation: Preparation) -> None:
        self.deciding.preparation = preparation

    @property
    def _offer(self) -> Offer | None:
        return self.deciding.offer

    def enter(self) -> None:
        """Look again at what is on offer: answers may have been marked meanwhile."""
        self._is_entering = True
        self.presets.look()
        self.offering.ask()

    def take(self, reflection_id: str) -> None:
        """Put a reflection into the summary, also one that shares nothing yet."""
        self._taken = reflection_id
        self._preparation = self._preparation.choosing(reflection_id, is_chosen=True)
        self.offering.ask()

    def print_summary(self) -> None:
        """Ask for a printer, as soon as the paper is up to date."""
        self.column.foot.be_quiet()
        if self.making.is_under_way or self._paper is None:
            self._prints_next = self._offer is None or bool(self._offer.reflections)
            if self._prints_next and self._offer is not None:
                self.making.ask(self._preparation)
        else:
            self.leaving.print_document(self._paper.prepared.document)

    def save_as(self, kind: str) -> None:
        """Ask where to save and write a file of this kind."""
        self.column.foot.be_quiet()
        self.leaving.save(self._preparation, kind)

    def _on_offer(self, offer: Offer) -> None:
        if offer.preparation.session_id != self._preparation.session_id:
            self.column.foot.be_quiet()  # what it tells is of the session before
        self.deciding.offer, self._preparation = offer, offer.preparation
        self.empty.show_newest(offer.newest)
        self._show_decisions()
        self._fold()
        self._place_focus()
        self._welcome_taken()
        if offer.reflections:
            self.making.ask(self._preparation)

    def _place_focus(self) -> None:
        if self._is_entering and self._offer is not None:
            first = self.column.parts.part_row(SummaryPart.ACTIONS).check
            (self.empty.state.primary if self._is_empty() else first).setFocus()
        self._is_entering = False

    def _welcome_taken(self) -> None:
        taken, self._taken = self._taken, ""
        offered = self._offered(taken)
        if not taken or offered is None:
            return
        self._show_list()
        self.column.hide_unmarked()
        if not offered.shared:
            self.column.show_unmarked(offered.id, offered.title)
        row = self.column.parts.row_of(taken)
        if row is not None:
            row.check.setFocus()

    def _offered(self, reflection_id: str) -> OfferedReflection | None:
        return self.deciding.offered(reflection_id)

    def _change(self, preparation: Preparation) -> None:
        self._preparation = preparation
        self._on_decided()

    def _on_decided(self) -> None:
        self.column.foot.be_quiet()
        self._show_decisions()
        self.making.ask(self._preparation)

    def _set_span(self, span: Span) -> None:
        self._preparation = replace(self._preparation, span=span)
        self.offering.ask()

    def _set_session(self, session: Session) -> None:
        self._change(replace(self._preparation, session=session))
        job = self.surroundings.lane.job()
        job.failed.connect(self._on_failed)
        self.surroundings.lane.start(job, partial(self._desk.preparing.set_session, session))

    def _ask_details(self) -> None:
        if self._offer is not None:
            session, today = self._preparation.session, self._offer.today
            dialog = SessionDetailsDialog(self.look, session, today, SESSION_KINDS, self)
            dialog.session_changed.connect(self._set_session)
            dialog.open()

    def _on_paper(self, paper: Paper) -> None:
        self._paper, self._counts = paper, paper.prepared.counts
        self.preview.view.show_pages(paper.pdf, paper.lengths.pages)
        self._show_decisions()  # what to cut is named as its row is
        is_large = self._preparation.print_size is PrintSize.LARGE
        budget = budget_of(paper.lengths, self._longest(paper), is_large=is_large)
        self.column.foot.show_budget(budget, kept_back_sentence(paper.prepared.kept_back))
        if self._prints_next:
            self._prints_next = False
            self.print_summary()

    def _longest(self, paper: Paper) -> Longest | None:
        row, lines = paper.longest() or ("", 0)
        shown = self.column.parts.row_of(row)
        return Longest(row, shown.check.title, lines) if shown is not None else None

    def _lines(self) -> dict[str, int]:
        """Give how long each row is, where the paper is too long."""
        is_large = self._preparation.print_size is PrintSize.LARGE
        if self._paper is None or is_large or self._paper.lengths.pages <= PAGES_AT_MOST:
            return {}
        return self._paper.lines()

    def _on_paper_failed(self, error: AppError) -> None:
        self._prints_next = False
        self._paper = None
        self.preview.view.clear()
        self.column.foot.set_ready(is_ready=False)
        self._on_failed(error)

    def _show_decisions(self) -> None:
        if self._offer is None:
            return
        preparation, offer = self._preparation, self._offer
        topics = len(offer.session.topics)
        self.column.show_session(preparation.session, topics, offer.today)
        has_any = bool(offer.reflections)
        self.column.show_span(preparation.span, has_any=has_any, has_more=offer.has_more)
        self.presets.show(preparation)
        self.column.parts.show_offer(preparation, offer, self._counts, self._lines())
        self.preview.set_look(
            is_large=preparation.print_size is PrintSize.LARGE,
            is_black_and_white=preparation.is_black_and_white,
        )

    def _on_failed(self, error: AppError) -> None:
        self._say("error", complaint_of(error))

    def _say(self, tone: str, complaint: Complaint) -> None:
        self._show_list()
        self.column.foot.say(tone, complaint)
        if tone == "success":
            self.status_changed.emit(StatusWords("check", complaint.lead))
        else:
            self.status_changed.emit(StatusWords("triangle-alert", complaint.lead, "warning"))

    def _fold(self) -> None:
        is_empty = self._is_empty()
        is_alone = self.look.is_narrow(self, "two_columns_become_one")
        self.empty.setVisible(is_empty)
        self.column.setVisible(not is_empty and not (is_alone and self._shows_page))
        self.preview.setVisible(not is_empty and (self._shows_page or not is_alone))
        self.column.set_alone(is_alone, self.width())
        self.preview.set_alone(is_alone)

    def _is_empty(self) -> bool:
        offer = self._offer
        return offer is not None and not offer.reflections and offer.preparation.span is Span.ALL

    def _show_page(self) -> None:
        self._shows_page = True
        self._fold()
        self.preview.bar.back.setFocus()

    def _show_list(self) -> None:
        if self._shows_page:
            self._shows_page = False
            self._fold()
            self.column.foot.page_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()
