"""What is decided about keeping the reflection that is read: asked for, done on the lane, told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.calendar_words import local_day
from app.domain.errors import AppError, OnHold
from app.services.browsing import Reading
from app.services.workshop import Desk
from app.ui.announcing import announce
from app.ui.dialogs.confirming import Confirming, tell_error
from app.ui.dialogs.follow_up_dialog import FollowUpDialog
from app.ui.dialogs.keeping_dialogs import HoldDialog, ReviewDialog
from app.ui.look import Look
from app.ui.pages.keeping_words import bin_question, release_question
from app.ui.pages.reading_view import ReadingView
from app.ui.parts.notice import Notice
from app.ui.surroundings import Surroundings


class KeepingActs(QObject):
    """Look again, review date, hold and bin of what a reading view shows.

    A dialog keeps the reflection it asked about: the list may move on behind it.
    """

    changed = Signal(str)  # reflection id
    binned = Signal(str)  # reflection id
    brought_back = Signal(str)  # reflection id

    def __init__(
        self, surroundings: Surroundings, desk: Desk, view: ReadingView, page: QWidget
    ) -> None:
        """Join the menu of the reading view; dialogs stand over the page and go with it."""
        super().__init__(page)
        self._surroundings, self._desk = surroundings, desk
        self._view, self._page = view, page
        self._to_undo = ""
        self.notice = Notice(surroundings.look, page)
        self.notice.setProperty("region", True)
        self.notice.acted.connect(self._undo)
        view.menu.look_again_asked.connect(self.ask_look_again)
        view.menu.review_asked.connect(self.ask_review_date)
        view.menu.hold_asked.connect(self.ask_hold)
        view.menu.release_asked.connect(self.ask_release)
        view.menu.bin_asked.connect(self.ask_bin)

    def ask_look_again(self) -> None:
        """Ask for the day on which to look again."""
        reading = self._view.reading
        if reading is not None:
            waiting = next((each for each in reading.follow_ups if each.is_waiting), None)
            day = waiting.due_on if waiting is not None else None
            dialog = FollowUpDialog(self._look, _id_of(reading), day, self._today(), self._page)
            dialog.day_chosen.connect(self._set_look_again)
            dialog.open()

    def ask_review_date(self) -> None:
        """Ask for the day on which to think about keeping it."""
        reading = self._view.reading
        if reading is not None:
            day = reading.keeping.review_on
            dialog = ReviewDialog(self._look, _id_of(reading), day, self._today(), self._page)
            dialog.day_chosen.connect(self._set_review_date)
            dialog.open()

    def ask_hold(self) -> None:
        """Ask why, and put it on hold."""
        reading = self._view.reading
        if reading is not None and not reading.keeping.is_held:
            dialog = HoldDialog(self._look, _id_of(reading), self._page)
            dialog.hold_chosen.connect(self._hold)
            dialog.open()

    def ask_release(self) -> None:
        """Ask whether to release the hold."""
        reading = self._view.reading
        if reading is not None and reading.keeping.is_held:
            question = release_question(reading.keeping)
            dialog = Confirming(self._look, question, _id_of(reading), self._page)
            dialog.confirmed.connect(self._release)
            dialog.open()

    def ask_bin(self) -> None:
        """Ask whether to move it to the bin; what is on hold stays."""
        reading = self._view.reading
        if reading is None:
            return
        if reading.keeping.is_held:
            self._tell(OnHold())
            return
        dialog = Confirming(self._look, bin_question(), _id_of(reading), self._page)
        dialog.confirmed.connect(self._move_to_bin)
        dialog.open()

    def bring_back(self, reflection_id: str) -> None:
        """Take a reflection back out of the bin."""
        work = partial(self._desk.retention.bring_back_from_bin, reflection_id)
        self._start(reflection_id, work, self._on_brought_back)

    def _today(self) -> date:
        return local_day(self._surroundings.workshop.clock.now())

    def _set_look_again(self, reflection_id: str, day: date | None) -> None:
        work = partial(self._desk.following_up.set_day, reflection_id, day)
        self._start(reflection_id, work, self._on_changed)

    def _set_review_date(self, reflection_id: str, day: date | None) -> None:
        work = partial(self._desk.retention.set_review_date, reflection_id, day)
        self._start(reflection_id, work, self._on_changed)

    def _hold(self, reflection_id: str, why: str) -> None:
        work = partial(self._desk.retention.hold, reflection_id, why)
        self._start(reflection_id, work, self._on_changed)

    def _release(self, reflection_id: str) -> None:
        work = partial(self._desk.retention.release_hold, reflection_id)
        self._start(reflection_id, work, self._on_changed)

    def _move_to_bin(self, reflection_id: str) -> None:
        work = partial(self._desk.retention.move_to_bin, reflection_id)
        self._start(reflection_id, work, self._on_binned)

    def _start(
        self, reflection_id: str, work: Callable[[], object], done: Callable[[object], None]
    ) -> None:
        job = self._surroundings.lane.job()
        job.setProperty("reflection", reflection_id)
        job.succeeded.connect(done)
        job.failed.connect(self._tell)
        self._surroundings.lane.start(job, work)

    def _on_changed(self, _result: object) -> None:
        self.changed.emit(self._worked_on())

    def _on_binned(self, _result: object) -> None:
        self._to_undo = self._worked_on()
        words, key = self.tr("Moved to the bin for 30 days."), QKeySequence("Ctrl+Z")
        native = key.toString(QKeySequence.SequenceFormat.NativeText)
        self.notice.show_notice(words, self.tr("Undo"), native)
        announce(self.notice)
        self.binned.emit(self._to_undo)

    def _undo(self) -> None:
        self.bring_back(self._to_undo)

    def _on_brought_back(self, _result: object) -> None:
        brought_back = self._worked_on()
        self.brought_back.emit(brought_back)
        self.changed.emit(brought_back)

    def _worked_on(self) -> str:
        job = self.sender()
        return str(job.property("reflection")) if job is not None else ""

    def _tell(self, error: AppError) -> None:
        tell_error(self._look, error, self._page)

    @property
    def _look(self) -> Look:
        return self._surroundings.look


def _id_of(reading: Reading) -> str:
    return reading.reflection.id
