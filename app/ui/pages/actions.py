"""Actions: one list over all reflections and sessions, and what becomes of each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.placed_action import ActionState, PlacedAction, grouped
from app.domain.topic import Topic
from app.domain.topic_words import action_topic
from app.services.workshop import Desk
from app.ui.dialogs.action_dialogs import (
    ActionDoneDialog,
    AddActionDialog,
    CarryForwardDialog,
    DropActionDialog,
)
from app.ui.dialogs.confirming import tell_error
from app.ui.models.action_delegate import ActionDelegate
from app.ui.models.action_layout import columns_of
from app.ui.models.action_list import ActionListModel, place_of
from app.ui.page import Page, StatusWords
from app.ui.pages.action_acts import ActionActs
from app.ui.pages.action_card import ActionCard
from app.ui.pages.action_head import ActionHead, ColumnNames
from app.ui.parts.empty_state import EmptyState
from app.ui.parts.reflection_list_view import ReflectionListView
from app.ui.parts.scroll_page import ScrollPage
from app.ui.surroundings import Surroundings

_LEAST_ROWS = 4


class ActionsPage(Page):
    """The list, and the current action in a card under it."""

    answer_asked = Signal(str, str)  # reflection id and prompt key, to read
    current_changed = Signal(object)  # PlacedAction or None

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin empty; enter() asks what there is."""
        super().__init__(surroundings)
        self._desk = desk
        self._all: tuple[PlacedAction, ...] = ()
        self._current: PlacedAction | None = None
        self._row = 0
        self._wants_focus = False
        self.acts = ActionActs(surroundings, desk, self)
        self.model = ActionListModel(self)
        self._build()
        self._connect()
        self._restyle()

    @property
    def current(self) -> PlacedAction | None:
        """The action that is chosen."""
        return self._current

    def topic(self) -> Topic | None:
        """Give the action that is chosen."""
        placed = self._current
        if placed is None:
            return None
        return action_topic(placed.action, placed.reflection_id, placed.prompt_key, placed.position)

    def _build(self) -> None:
        look = self.look
        self.head = ActionHead(look)
        self.filters = self.head.filters
        self.names = ColumnNames(look)
        self.view = ReflectionListView()
        self.view.setAccessibleName(self.tr("Actions"))
        self.view.setModel(self.model)
        self.delegate = ActionDelegate(look, self.view)
        self.view.setItemDelegate(self.delegate)
        self.nothing = EmptyState(look, "list-checks", "")
        self.nothing.setContentsMargins(0, look.space("xl"), 0, 0)
        self.card = ActionCard(look)
        self._scroll = ScrollPage(look)
        column = self._scroll.column
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.names)
        column.addWidget(self.view, 1)
        column.addWidget(self.nothing)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        column.addSpacing(look.space("l"))
        column.addWidget(self.card)
        self._scroll.fill_height()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)
        self.card.hide()
        self.nothing.hide()
        self._rest.hide()

    def _connect(self) -> None:
        self.head.add_button.clicked.connect(self._ask_to_add)
        self.filters.changed.connect(self._on_filtered)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.opened.connect(self._focus_card)
        self.view.doubleClicked.connect(self._focus_card)
        self.view.layout_began.connect(self._fold)
        self.view.left_upwards.connect(self.filters.focus)
        self.card.done_asked.connect(self._ask_what_came)
        self.card.carry_asked.connect(self._ask_new_day)
        self.card.drop_asked.connect(self._ask_why)
        self.card.reopen_asked.connect(self._reopen)
        self.card.source_asked.connect(self.go_to_source)
        self.acts.changed.connect(self._on_changed)
        self.acts.refused.connect(self._on_refused)
        self.look.changed.connect(self._restyle)

    def enter(self) -> None:
        """Ask what there is; the current action takes the focus."""
        self._wants_focus = True
        self.load()

    def leave(self) -> bool:
        """Put away what is said only once."""
        self.acts.put_away()
        return True

    def load(self) -> None:
        """Ask what there is."""
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._show)
        job.failed.connect(self._on_not_read)
        self.surroundings.lane.start(job, self._desk.actions.all)

    def go_to_source(self) -> None:
        """Show the answer in which the current action was written."""
        if self._current is not None:
            self.answer_asked.emit(self._current.reflection_id, self._current.prompt_key)

    def _show(self, actions: tuple[PlacedAction, ...]) -> None:
        self._all = actions
        self.filters.offer(actions)
        self._show_filtered()
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            self._focus_list()

    def _show_filtered(self) -> None:
        today = self._desk.actions.today()
        actions = self.filters.narrowed(self._all)
        place, row = self._current, self._row
        if self.model.today != today:
            self.delegate.forget()
        self.model.show(grouped(actions, self.filters.state, today), today)
        self.filters.tell_count(actions, today)
        index = self.model.index_of(place_of(place)) if place is not None else QModelIndex()
        if not index.isValid():
            index = self.model.index_near(row)
        self._show_current(self.model.placed(index))
        self.view.setCurrentIndex(index)
        self._tell_nothing()

    def _tell_nothing(self) -> None:
        has_some = self.model.count > 0
        self.view.setVisible(has_some)
        self.names.setVisible(has_some)
        self.filters.count_label.setVisible(has_some)
        self.nothing.setVisible(not has_some)
        self._rest.setVisible(not has_some)
        self.nothing.set_words(*self.head.words_for_nothing(is_empty=not self._all))

    def _show_current(self, placed: PlacedAction | None) -> None:
        self._current = placed
        self.card.setVisible(placed is not None)
        if placed is not None:
            self.card.show_action(placed, self.model.today)
        self.current_changed.emit(placed)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        placed = self.model.placed(current)
        if placed is not None:
            self._row = current.row()
            if placed != self._current:
                self._show_current(placed)

    def _on_filtered(self) -> None:
        self._row = 0
        self._show_filtered()

    def _focus_list(self) -> None:
        if self.model.count:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.head.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_card(self) -> None:
        if self._current is not None:
            self.card.first_act.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is asked

    def _ask_what_came(self) -> None:
        if self._current is not None:
            dialog = ActionDoneDialog(self.look, self._current, self)
            dialog.done_chosen.connect(self.acts.done)
            dialog.open()

    def _ask_new_day(self) -> None:
        if self._current is not None:
            job = self.surroundings.lane.job()
            job.succeeded.connect(self._ask_day_from)
            job.failed.connect(self._on_refused)
            self.surroundings.lane.start(job, self._desk.actions.next_session_day)

    def _ask_day_from(self, session: object) -> None:
        if self._current is None:
            return
        today = self._desk.actions.today()
        day = session if isinstance(session, date) and session >= today else None
        dialog = CarryForwardDialog(self.look, self._current, (today, day), self)
        dialog.carry_chosen.connect(self.acts.carry_forward)
        dialog.open()

    def _ask_why(self) -> None:
        if self._current is not None:
            dialog = DropActionDialog(self.look, self._current, self)
            dialog.drop_chosen.connect(self.acts.drop)
            dialog.open()

    def _ask_to_add(self) -> None:
        where = self.tr(
            "It is kept with the next supervision if one is planned, or else under “To do”."
        )
        dialog = AddActionDialog(self.look, self._desk.actions.today(), where, self)
        dialog.action_added.connect(self.acts.add)
        dialog.open()

    def _reopen(self) -> None:
        if self._current is not None:
            self.acts.reopen(self._current)

    # What came of it

    def _on_changed(self, placed: PlacedAction | None) -> None:
        """Stay where one was; what was added or taken back is gone to."""
        is_news = placed is not None and not self._is_current(placed)
        if is_news and placed is not None:
            self._current = placed
            if not placed.is_in(self.filters.state):
                self.filters.choose(ActionState.OPEN)
        self._wants_focus = True
        self.load()

    def _is_current(self, placed: PlacedAction) -> bool:
        return self._current is not None and place_of(placed) == place_of(self._current)

    def _on_refused(self, error: AppError) -> None:
        tell_error(self.look, error, self)
        self.load()

    def _on_not_read(self, error: AppError) -> None:
        self.status_changed.emit(StatusWords("triangle-alert", str(error), "warning"))

    def _restyle(self) -> None:
        self.view.doItemsLayout()
        self.view.setMinimumHeight(round(_LEAST_ROWS * self.look.theme.line_px("body") * 2))

    def _fold(self) -> None:
        """Give up the columns where they do not fit."""
        width = self.view.viewport().width()
        is_narrow = columns_of(self.look, width).is_narrow
        self.head.fold(width, is_narrow=is_narrow)
        self.names.fold(width)
        self.card.fold(is_narrow=is_narrow)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads from the card back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.model.count:
            self._focus_list()
        else:
            super().keyPressEvent(event)
