"""The bin: what was moved there, how long it stays, and the two ways out of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError, OnHold
from app.domain.retention import BinEntry, Emptied
from app.services.workshop import Desk
from app.ui.dialogs.confirming import Confirming, tell_error
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.page import Page, StatusWords
from app.ui.pages.bin_row import BinRow
from app.ui.pages.keeping_words import emptying_question
from app.ui.parts.button import Button
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage
from app.ui.surroundings import Surroundings

_WIDTH = 760


@dataclass(frozen=True, slots=True)
class _Binned:
    """What lies in the bin, with the days that each stays."""

    entries: tuple[tuple[BinEntry, int], ...]


class BinPage(Page):
    """Nothing leaves the bin for good without a question."""

    back_asked = Signal()

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin empty; enter() asks what lies there."""
        super().__init__(surroundings)
        self._desk = desk
        self._entries: tuple[BinEntry, ...] = ()
        self._next_focus = 0
        self.rows: tuple[BinRow, ...] = ()
        self._build()
        self.leave_button.clicked.connect(self.back_asked)
        self.empty_button.clicked.connect(self._ask_to_empty)
        self.look.changed.connect(self._restyle)
        self._restyle()

    def _build(self) -> None:
        look = self.look
        self._scroll = ScrollPage(look)
        self.leave_button = Button(
            look, self.tr("Back to the journal"), icon="arrow-left", is_small=True
        )
        self.empty_button = Button(
            look, self.tr("Empty the bin…"), "danger", "trash-2", is_small=True
        )
        tools = FlowLayout(gap=look.space("s"), line_gap=look.space("s"))
        tools.addWidget(self.leave_button)
        tools.addWidget(self.empty_button)
        self.said = Label(look, "", "body", "text_muted")
        self.said.setWordWrap(True)
        self._holder = QWidget()
        self._rows_column = QVBoxLayout(self._holder)
        self._rows_column.setContentsMargins(0, 0, 0, 0)
        self._rows_column.setSpacing(0)
        column = self._scroll.column
        column.addLayout(tools)
        column.addSpacing(look.space("m"))
        column.addWidget(Label(look, self.tr("Bin"), "display"))
        column.addWidget(self.said)
        column.addSpacing(look.space("m"))
        column.addWidget(self._holder)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def enter(self) -> None:
        """Ask what lies in the bin; the first of it takes the focus."""
        self._next_focus = 0
        self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._load()

    def _load(self) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._show)
        job.failed.connect(self._on_not_shown)
        self.surroundings.lane.start(job, partial(_in_bin, self._desk))

    def _show(self, binned: _Binned) -> None:
        self._drop_rows()
        self._entries = tuple(entry for entry, _ in binned.entries)
        self.rows = tuple(BinRow(self.look, entry, days) for entry, days in binned.entries)
        for row in self.rows:
            row.bringing_back_asked.connect(self._bring_back)
            row.removing_asked.connect(self._ask_to_remove)
            self._rows_column.addWidget(row)
        self.said.setText(
            self.tr(
                "What is here is out of the journal and the search. It stays for 30 days, then "
                "it goes for good."
            )
            if self.rows
            else self.tr("The bin is empty.")
        )
        self.empty_button.setVisible(bool(self.rows))
        self._take_focus()

    def _take_focus(self) -> None:
        if not self.rows:
            self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        row = self.rows[min(self._next_focus, len(self.rows) - 1)]
        row.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_rows(self) -> None:
        for row in self.rows:
            self._rows_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = ()

    def _on_not_shown(self, error: AppError) -> None:
        self._drop_rows()
        self.empty_button.hide()
        self.said.setText(str(error))

    # Out of the bin

    def _bring_back(self, reflection_id: str) -> None:
        self._next_focus = self._place_of(reflection_id)
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_brought_back)
        job.failed.connect(self._tell)
        work = partial(self._desk.retention.bring_back_from_bin, reflection_id)
        self.surroundings.lane.start(job, work)

    def _on_brought_back(self, _result: object) -> None:
        self._say(self.tr("Brought back into the journal"))
        self._load()

    def _ask_to_remove(self, reflection_id: str) -> None:
        self._next_focus = self._place_of(reflection_id)
        entry = self._entries[self._next_focus]
        if entry.is_held:
            self._tell(OnHold())
        else:
            self._ask((reflection_id,))

    def _ask_to_empty(self) -> None:
        free = tuple(entry.id for entry in self._entries if not entry.is_held)
        if free:
            self._ask(free)
        elif self._entries:
            self._tell(OnHold())

    def _ask(self, reflection_ids: tuple[str, ...]) -> None:
        question = emptying_question(len(reflection_ids))
        dialog = Confirming(self.look, question, reflection_ids, self)
        dialog.confirmed.connect(self._remove)
        dialog.open()

    def _remove(self, reflection_ids: tuple[str, ...]) -> None:
        dialog = ProgressDialog(
            self.look, self.surroundings.lane, self.tr("Removing for good"), self
        )
        dialog.succeeded.connect(self._on_removed)
        dialog.failed.connect(self._on_not_removed)
        dialog.run(partial(self._desk.retention.empty_bin, reflection_ids))

    def _on_removed(self, emptied: Emptied) -> None:
        words = self.tr("Removed for good")
        if not emptied.is_swept:
            words = self.tr(
                "Removed. The last traces are taken out when the journal is next opened"
            )
        self._say(words)
        self._load()

    def _on_not_removed(self, error: AppError) -> None:
        self._tell(error)
        self._load()

    def _tell(self, error: AppError) -> None:
        tell_error(self.look, error, self)

    def _say(self, words: str) -> None:
        self.status_changed.emit(StatusWords("check", words))

    def _place_of(self, reflection_id: str) -> int:
        ids = [entry.id for entry in self._entries]
        return ids.index(reflection_id)

    def _restyle(self) -> None:
        self._scroll.set_max_width(round(_WIDTH * self.look.theme.scale))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)


def _in_bin(desk: Desk) -> _Binned:
    retention = desk.retention
    return _Binned(tuple((entry, retention.days_left(entry)) for entry in retention.bin()))
