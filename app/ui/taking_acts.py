"""Takes what one is at to supervision by one key, with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from app.domain.errors import AppError
from app.domain.topic import Topic
from app.services.sessions import Taken
from app.ui.announcing import announce
from app.ui.page import Page, StatusWords
from app.ui.parts.notice import Notice

if TYPE_CHECKING:
    from app.ui.open_view import OpenView


class TakingActs(QObject):
    """Nothing that was written is changed: a topic is put on the agenda of the next session."""

    def __init__(self, view: OpenView) -> None:
        """Act in this view of an open journal."""
        super().__init__(view)
        self._view = view
        self._notices: dict[str, Notice] = {}
        self._taken: Taken | None = None
        view.place_changed.connect(self._put_away)

    def take(self) -> None:
        """Take what the page that is shown is at."""
        topic = self._page.topic()
        if topic is None:
            words = self.tr("Go to an answer, an action or a theme to take it to supervision.")
            self._view.status_changed.emit(StatusWords("info", words))
        else:
            self.take_topic(topic)

    def take_topic(self, topic: Topic) -> None:
        """Put a topic on the agenda."""
        lane = self._view.surroundings.lane
        job = lane.job()
        job.succeeded.connect(self._on_taken)
        job.failed.connect(self._on_refused)
        lane.start(job, partial(self._view.desk.sessions.take, topic))

    def undo(self) -> None:
        """Take off the agenda what was put there last."""
        taken, self._taken = self._taken, None
        if taken is not None:
            lane = self._view.surroundings.lane
            job = lane.job()
            job.succeeded.connect(self._on_taken_back)
            job.failed.connect(self._on_refused)
            lane.start(job, partial(self._view.desk.sessions.take_back, taken))

    @property
    def notice(self) -> Notice:
        """The notice on the page that is shown."""
        key = self._view.current
        if key not in self._notices:
            self._notices[key] = notice = Notice(self._view.surroundings.look, self._page)
            notice.setProperty("region", True)
            notice.acted.connect(self.undo)
        return self._notices[key]

    @property
    def _page(self) -> Page:
        return self._view.shown_page

    def _on_taken(self, taken: Taken) -> None:
        if not taken.is_new:
            self._tell(self.tr("It is on the agenda for the next supervision already."))
            return
        self._taken = taken
        native = QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText)
        # In the editor Ctrl+Z takes back what was written.
        key = "" if self._view.current == "editor" else native
        self._tell(self.tr("On the agenda for the next supervision."), self.tr("Undo"), key)

    def _on_taken_back(self, _nothing: object) -> None:
        self._tell(self.tr("It is off the agenda again."))

    def _on_refused(self, error: AppError) -> None:
        self._view.status_changed.emit(StatusWords("triangle-alert", str(error), "warning"))

    def _tell(self, words: str, act: str = "", key: str = "") -> None:
        self.notice.show_notice(words, act, key)
        announce(self.notice)

    def _put_away(self, place: str) -> None:
        for key, notice in self._notices.items():
            if key != place:
                notice.dismiss()
