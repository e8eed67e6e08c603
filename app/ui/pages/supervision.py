"""Supervision: what goes into the summary at the left, the paper itself at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from app.domain.errors import AppError
from app.services.preparing import Offer, OfferedReflection, Preparing
from app.services.workshop import Desk
from app.summary.choice import PartCounts, SummaryPart
from app.summary.document import PrintSize
from app.summary.preparation import Preparation, Session, Span
from app.ui.complaints import Complaint, complaint_of
from app.ui.dialogs.choose_answers import ChooseAnswersDialog
from app.ui.dialogs.edit_wants import EditWantsDialog
from app.ui.dialogs.session_details import SessionDetailsDialog
from app.ui.page import Page, StatusWords
from app.ui.pages.supervision_column import SupervisionColumn
from app.ui.pages.supervision_empty import NothingShared
from app.ui.pages.supervision_leaving import SummaryLeaving
from app.ui.pages.supervision_paper import Paper, PaperMaking
from app.ui.pages.supervision_preview import SupervisionPreview
from app.ui.pages.supervision_words import budget_of, kept_back_sentence
from app.ui.surroundings import Surroundings


class SupervisionPage(Page):
    """Shows the decisions of one preparation and the paper they make."""

    edit_asked = Signal(str)  # reflection id, to mark answers in
    new_asked = Signal()  # nothing is written yet

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Start without anything on offer; enter() fills the page."""
        super().__init__(surroundings)
        self._desk = desk
        self._preparation = Preparation()
        self._offer: Offer | None = None
        self._counts = PartCounts()
        self._pages: tuple[bytes, ...] = ()
        self._taken = ""
        self._offer_number = 0
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
        self.making = PaperMaking(lane, preparing, self.surroundings.workshop.pages, self)
        self.leaving = SummaryLeaving(self.surroundings, preparing, self)
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
        parts.part_toggled.connect(self._set_part)
        parts.reflection_toggled.connect(self._set_chosen)
        parts.reflection_moved.connect(self._move)
        parts.answers_asked.connect(self._ask_answers)
        parts.wants_asked.connect(self._ask_wants)
        foot.print_asked.connect(self.print_summary)
        foot.save_asked.connect(self.save_as)
        foot.page_asked.connect(self._show_page)
        self.preview.large_print_changed.connect(self._set_large)
        self.preview.list_asked.connect(self._show_list)
        self.empty.edit_asked.connect(self.edit_asked)
        self.empty.new_asked.connect(self.new_asked)
        self.making.made.connect(self._on_paper)
        self.making.failed.connect(self._on_paper_failed)
        self.leaving.told.connect(self._say)
        self.look.changed.connect(self._fold)

    def enter(self) -> None:
        """Look again at what is on offer: answers may have been marked meanwhile."""
        self._is_entering = True
        self._ask_offer()

    def take(self, reflection_id: str) -> None:
        """Put a reflection into the summary, also one that shares nothing yet."""
        self._taken = reflection_id
        self._preparation = self._preparation.choosing(reflection_id, is_chosen=True)
        self._ask_offer()

    def print_summary(self) -> None:
        """Ask for a printer, as soon as the paper is up to date."""
        self.column.foot.be_quiet()
        if self.making.is_under_way or not self._pages:
            self._prints_next = self._offer is None or bool(self._offer.reflections)
            if self._prints_next and self._offer is not None:
                self.making.ask(self._preparation)
        else:
            self.leaving.print_pages(self._pages)

    def save_as(self, kind: str) -> None:
        """Ask where to save and write the file: pdf, html or md."""
        self.column.foot.be_quiet()
        self.leaving.save(self._preparation, kind)

    def _ask_offer(self) -> None:
        self._offer_number += 1
        job = self.surroundings.lane.job()
        job.setProperty("number", self._offer_number)
        job.succeeded.connect(self._on_offer)
        job.failed.connect(self._on_failed)
        work = partial(_numbered_offer, self._desk.preparing, self._preparation, self._offer_number)
        self.surroundings.lane.start(job, work)

    def _on_offer(self, numbered: tuple[int, Preparation, Offer]) -> None:
        number, asked_with, offer = numbered
        if number != self._offer_number:
            return
        if self._preparation is not asked_with:
            self._ask_offer()  # something was decided meanwhile
            return
        self._offer, self._preparation = offer, offer.preparation
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
        reflections = self._offer.reflections if self._offer else ()
        return next((each for each in reflections if each.id == reflection_id), None)

    def _change(self, preparation: Preparation) -> None:
        self._preparation = preparation
        self.column.foot.be_quiet()
        self._show_decisions()
        self.making.ask(preparation)

    def _set_span(self, span: Span) -> None:
        self._preparation = replace(self._preparation, span=span)
        self._ask_offer()

    def _set_part(self, part: SummaryPart, is_in: bool) -> None:
        self._change(self._preparation.having(part, is_in=is_in))

    def _set_chosen(self, reflection_id: str, is_chosen: bool) -> None:
        self._change(self._preparation.choosing(reflection_id, is_chosen=is_chosen))

    def _move(self, reflection_id: str, place: int) -> None:
        self._change(self._preparation.moved(reflection_id, place))

    def _set_large(self, is_large: bool) -> None:
        size = PrintSize.LARGE if is_large else PrintSize.NORMAL
        self._change(replace(self._preparation, print_size=size))

    def _set_wants(self, wants: tuple[str, ...]) -> None:
        self._change(replace(self._preparation, wants=wants))

    def _set_left_out(self, reflection_id: str, prompt_keys: frozenset[str]) -> None:
        self._change(self._preparation.leaving_out(reflection_id, prompt_keys))

    def _set_session(self, session: Session) -> None:
        self._change(replace(self._preparation, session=session))
        job = self.surroundings.lane.job()
        job.failed.connect(self._on_failed)
        self.surroundings.lane.start(job, partial(self._desk.preparing.set_session, session))

    def _ask_details(self) -> None:
        if self._offer is not None:
            session, today = self._preparation.session, self._offer.today
            dialog = SessionDetailsDialog(self.look, session, today, self)
            dialog.session_changed.connect(self._set_session)
            dialog.open()

    def _ask_wants(self) -> None:
        dialog = EditWantsDialog(self.look, self._preparation.wants, self)
        dialog.wants_changed.connect(self._set_wants)
        dialog.open()

    def _ask_answers(self, reflection_id: str) -> None:
        offered = self._offered(reflection_id)
        if offered is not None:
            left_out = frozenset(
                key for each, key in self._preparation.left_out if each == reflection_id
            )
            dialog = ChooseAnswersDialog(self.look, offered, left_out, self)
            dialog.left_out_changed.connect(self._set_left_out)
            dialog.open()

    def _on_paper(self, paper: Paper) -> None:
        self._pages, self._counts = paper.pages, paper.prepared.counts
        self.preview.show_pages(paper.pages)
        budget = budget_of(paper.prepared, len(paper.pages))
        self.column.foot.show_budget(budget, kept_back_sentence(paper.prepared.kept_back))
        self._show_decisions()
        if self._prints_next:
            self._prints_next = False
            self.print_summary()

    def _on_paper_failed(self, error: AppError) -> None:
        self._prints_next = False
        self._pages = ()
        self.preview.show_pages(())
        self.column.foot.set_ready(is_ready=False)
        self._on_failed(error)

    def _show_decisions(self) -> None:
        if self._offer is None:
            return
        preparation, offer = self._preparation, self._offer
        self.column.show_session(preparation.session, offer.today)
        has_any = bool(offer.reflections)
        self.column.show_span(preparation.span, has_any=has_any, has_more=offer.has_more)
        self.column.parts.show_offer(preparation, offer.reflections, self._counts)
        self.preview.set_large(preparation.print_size is PrintSize.LARGE)

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


def _numbered_offer(
    preparing: Preparing, preparation: Preparation, number: int
) -> tuple[int, Preparation, Offer]:
    return number, preparation, preparing.offer(preparation)
