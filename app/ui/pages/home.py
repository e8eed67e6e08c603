"""Home: the draft first, then a new reflection, then what is due. It never counts idle days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.calendar_words import local_day, long_date
from app.domain.errors import AppError
from app.services.home import Home
from app.services.workshop import Desk
from app.ui.announcing import announce
from app.ui.page import Page, StatusWords
from app.ui.pages.action_acts import ActionActs
from app.ui.pages.home_backup import BackupReminder
from app.ui.pages.home_due import DueColumn
from app.ui.pages.home_left_open import LeftOpenNote
from app.ui.pages.home_looks import LookActs
from app.ui.pages.home_unconfirmed import UnconfirmedWords
from app.ui.pages.home_writing import WritingColumn
from app.ui.pages.home_year import YearEnding
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.ui.pages.cannot_read import CannotRead

_MORNING, _NOON, _EVENING = 5, 12, 17
_LEFT_COLUMN, _RIGHT_COLUMN, _GAP = 624, 336, 40
_TWO_COLUMNS_FROM = 125  # characters across the page
_UNDER_THE_DAY = 2  # place in the column


class HomePage(Page):
    """The place one comes back to."""

    reflection_asked = Signal(str)  # reflection id, to go on writing
    reading_asked = Signal(str)  # reflection id, to read
    look_asked = Signal(str)  # reflection id, to look at it again
    form_asked = Signal(str)  # form id, to begin
    forms_asked = Signal()
    journal_asked = Signal()
    usual_forms_changed = Signal(object)  # their titles, in the order of their keys
    supervision_asked = Signal()
    actions_asked = Signal()
    mending_asked = Signal()
    new_key_asked = Signal(object)  # NewKeyWish
    year_asked = Signal()

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Start empty; enter() fills the page."""
        super().__init__(surroundings)
        self._desk = desk
        self._wants_focus = False
        self._trouble: CannotRead | None = None
        self._build()
        self._connect()

    def enter(self) -> None:
        """Ask for what is new and greet; the next step takes the focus once it is there."""
        self._wants_focus = True
        self._greet()
        self.refresh()
        self.unconfirmed.load()
        self.reminder.load()
        self.year.load()

    def leave(self) -> bool:
        """Put away what is said only once."""
        self.left_open.put_away()
        self.looks.put_away()
        self.ticks.put_away()
        return True

    def refresh(self) -> None:
        """Ask for what is new."""
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._show)
        job.failed.connect(self._on_not_read)
        self.surroundings.lane.start(job, self._desk.home)

    def usual_form_id(self, number: int) -> str:
        """Give the id of the usual form with this number, from 1, or nothing."""
        return self.writing.usual_form_id(number)

    def _build(self) -> None:
        self._scroll = ScrollPage(self.look)
        self._greeting = Label(self.look, "", "display")
        self._day = Label(self.look, "", "body", "text_muted")
        self.writing = WritingColumn(self.look)
        self.due = DueColumn(self.look)
        self.looks = LookActs(self.surroundings, self._desk, self)
        self.ticks = ActionActs(self.surroundings, self._desk, self)
        self.left_open = LeftOpenNote(self.surroundings, self._desk)
        self.unconfirmed = UnconfirmedWords(self.surroundings, self._desk, self)
        self.reminder = BackupReminder(self.surroundings, self._desk, self)
        self.year = YearEnding(self.surroundings, self._desk)
        self._columns = QWidget()
        self._direction = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._columns)
        self._direction.setContentsMargins(0, 0, 0, 0)
        self._direction.setSpacing(_GAP)
        self._direction.addWidget(self.writing, _LEFT_COLUMN)
        self._direction.addWidget(self.due, _RIGHT_COLUMN)
        self._scroll.column.setSpacing(0)
        self._scroll.column.addWidget(self._greeting)
        self._scroll.column.addWidget(self._day)
        self._scroll.column.addWidget(self.left_open)
        self._scroll.column.addSpacing(self.look.space("l"))
        self._scroll.column.addWidget(self.unconfirmed)
        self._scroll.column.addWidget(self.reminder)
        self._scroll.column.addWidget(self.year)
        self._scroll.column.addWidget(self._columns)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def _connect(self) -> None:
        self.writing.reflection_asked.connect(self.reflection_asked)
        self.left_open.reflection_asked.connect(self.reflection_asked)
        self.left_open.damage_told.connect(self.status_changed)
        self.unconfirmed.new_key_asked.connect(self.new_key_asked)
        self.year.year_asked.connect(self.year_asked)
        self.writing.reading_asked.connect(self.reading_asked)
        self.writing.form_asked.connect(self.form_asked)
        self.writing.forms_asked.connect(self.forms_asked)
        self.writing.journal_asked.connect(self.journal_asked)
        self.due.reading_asked.connect(self.reading_asked)
        self.due.look_asked.connect(self.look_asked)
        self.due.put_off_asked.connect(self.looks.put_off)
        self.due.let_go_asked.connect(self.looks.let_go)
        self.looks.changed.connect(self.refresh)
        self.due.supervision_asked.connect(self.supervision_asked)
        self.due.actions_asked.connect(self.actions_asked)
        self.due.done_asked.connect(self.ticks.tick)
        self.ticks.changed.connect(self.refresh)
        self.ticks.refused.connect(self._on_not_done)
        self.look.changed.connect(self._fold)

    def _greet(self) -> None:
        now = self.surroundings.workshop.clock.now().astimezone()
        if _MORNING <= now.hour < _NOON:
            self._greeting.setText(self.tr("Good morning"))
        elif _NOON <= now.hour < _EVENING:
            self._greeting.setText(self.tr("Good afternoon"))
        else:
            self._greeting.setText(self.tr("Good evening"))
        self._day.setText(long_date(now.date()))

    def _show(self, home: object) -> None:
        assert isinstance(home, Home)
        self._forget_trouble()
        today = local_day(self.surroundings.workshop.clock.now())
        if home.in_journal == 0:
            self._greeting.setText(self.tr("Welcome"))
        self.writing.show_home(home, today)
        self.due.show_home(home, today)
        self.usual_forms_changed.emit([form.title for form in home.usual_forms])
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            if self.writing.next_step is not None:
                self._scroll.begin_at_top(self.writing.next_step)
            self.writing.take_focus()

    def _on_not_read(self, error: AppError) -> None:
        """Say so: without its words the page would look like a journal that holds nothing."""
        from app.ui.pages.cannot_read import CannotRead

        self._forget_trouble()
        self._trouble = CannotRead(self.look, error)
        self._trouble.setContentsMargins(0, self.look.space("l"), 0, 0)
        self._trouble.mending_asked.connect(self.mending_asked)
        self._scroll.column.insertWidget(_UNDER_THE_DAY, self._trouble)
        self._columns.hide()
        words = self.tr("The journal cannot be read as it is.")
        self.status_changed.emit(StatusWords("triangle-alert", words, "warning"))
        if self._wants_focus and self.isVisible() and self._trouble.mend_button is not None:
            self._wants_focus = False
            self._trouble.mend_button.setFocus()
        announce(self._trouble.callout)

    def _forget_trouble(self) -> None:
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
            self._columns.show()

    def _on_not_done(self, error: AppError) -> None:
        self.status_changed.emit(StatusWords("triangle-alert", str(error), "warning"))
        self.due.forget()
        self.refresh()

    def _fold(self) -> None:
        is_one_column = self.width() < _TWO_COLUMNS_FROM * self.look.theme.character_px()
        direction = QBoxLayout.Direction
        self._direction.setDirection(
            direction.TopToBottom if is_one_column else direction.LeftToRight
        )
        self.writing.set_narrow(is_one_column)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold into one column where two do not fit."""
        super().resizeEvent(event)
        self._fold()
