"""What comes back on home: a reflection to look at again, with what was written then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calendar_words import day_seen_from
from app.domain.errors import AppError
from app.domain.following_up import FollowUp
from app.domain.short_words import shortened
from app.services.following_up import DueLook
from app.services.workshop import Desk
from app.ui.announcing import announce
from app.ui.dialogs.confirming import tell_error
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.divider import Divider
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label
from app.ui.parts.notice import Notice
from app.ui.parts.row_button import RowButton
from app.ui.surroundings import Surroundings

_MOST_CHARACTERS = 160


class LookRow(QWidget):
    """What was written first leads there; under it stands what can be done now."""

    reading_asked = Signal(str)  # reflection id
    look_asked = Signal(str)  # reflection id
    put_off_asked = Signal(object)  # FollowUp
    let_go_asked = Signal(object)  # FollowUp

    def __init__(self, look: Look, due: DueLook, today: date) -> None:
        super().__init__()
        self._look, self._due = look, due
        self.first = self._first_row(today)
        self.look_again = self._button(self.tr("Look again"), "plain")
        self.put_off = self._button(self.tr("In a month"), "flat")
        self.let_go = self._button(self.tr("Let it go"), "flat")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.first)
        flow = FlowLayout(gap=look.space("xs"), line_gap=look.space("xs"))
        for button in (self.look_again, self.put_off, self.let_go):
            flow.addWidget(button)
        acts = QHBoxLayout()
        acts.addSpacing(self._indent)
        acts.addLayout(flow, 1)
        column.addLayout(acts)
        column.addSpacing(look.space("s"))
        column.addWidget(Divider(look))
        self._connect()

    def _connect(self) -> None:
        self.first.pressed_as.connect(self.reading_asked)
        self.look_again.clicked.connect(self._on_look_again)
        self.put_off.clicked.connect(self._on_put_off)
        self.let_go.clicked.connect(self._on_let_go)

    def _on_look_again(self) -> None:
        self.look_asked.emit(self._due.follow_up.first.id)

    def _on_put_off(self) -> None:
        self.put_off_asked.emit(self._due.follow_up)

    def _on_let_go(self) -> None:
        self.let_go_asked.emit(self._due.follow_up)

    def _button(self, words: str, kind: str) -> Button:
        button = Button(self._look, words, kind, is_small=True)
        button.setAccessibleDescription(self._due.follow_up.first.name)
        return button

    def _first_row(self, today: date) -> RowButton:
        first, look = self._due.first, self._look
        when = day_seen_from(first.writing.day, today)
        about = self.tr("Look again · from {day}").format(day=when)
        words = shortened(first.learnt, _MOST_CHARACTERS)
        name = self.tr("{about}: {title}").format(about=about, title=first.writing.name)
        row = RowButton(look, first.writing.id, name, has_line=False)
        row.setAccessibleDescription(words)
        icon = IconLabel(look, "history", "text_muted", "m")
        icon.stand_beside("body")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_wrapped(Label(look, first.writing.name)))
        column.addWidget(_wrapped(Label(look, about, "small", "text_muted")))
        if words:
            column.addSpacing(look.space("xs"))
            column.addWidget(_wrapped(Label(look, f"“{words}”", "body", "text_muted")))
        row.row.setSpacing(look.space("m"))
        self._indent = icon.sizeHint().width() + look.space("m")
        row.add(icon)
        row.row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        row.add(holder, 1)
        return row


class LookActs(QObject):
    """Puts off and lets go, tells it in a notice, and takes it back."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, desk: Desk, page: QWidget) -> None:
        """Stand behind a page, on which the notice appears."""
        super().__init__(page)
        self._surroundings, self._desk, self._page = surroundings, desk, page
        self._undone: FollowUp | None = None
        self._is_noticed = False

    @cached_property
    def notice(self) -> Notice:
        """The notice on the page; there is none before the first act."""
        notice = Notice(self._surroundings.look, self._page)
        notice.setProperty("region", True)
        notice.acted.connect(self._undo)
        self._is_noticed = True
        return notice

    def put_away(self) -> None:
        """Take the notice from the page."""
        if self._is_noticed:
            self.notice.dismiss()

    def put_off(self, follow_up: FollowUp) -> None:
        """Have it come back in a month."""
        self._undone = follow_up
        self._start(partial(self._desk.following_up.put_off, follow_up.first.id), self._on_put_off)

    def let_go(self, follow_up: FollowUp) -> None:
        """Have it come back no more."""
        self._undone = follow_up
        self._start(partial(self._desk.following_up.let_go, follow_up.first.id), self._on_let_go)

    def _undo(self) -> None:
        taken_back, self._undone = self._undone, None
        if taken_back is not None:
            work = partial(self._desk.following_up.set_day, taken_back.first.id, taken_back.due_on)
            self._start(work, self._on_undone)

    def _on_put_off(self, day: date) -> None:
        words = day_seen_from(day, self._desk.following_up.today())
        self._tell_done(self.tr("It comes back on {day}.").format(day=words))

    def _on_let_go(self, _result: object) -> None:
        self._tell_done(self.tr("It does not come back."))

    def _on_undone(self, _result: object) -> None:
        self.changed.emit()

    def _tell_done(self, words: str) -> None:
        key = QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText)
        self.notice.show_notice(words, self.tr("Undo"), key)
        announce(self.notice)
        self.changed.emit()

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self._tell)
        self._surroundings.lane.start(job, work)

    def _tell(self, error: AppError) -> None:
        tell_error(self._surroundings.look, error, self._page)


def _wrapped(label: Label) -> Label:
    label.setWordWrap(True)
    return label
