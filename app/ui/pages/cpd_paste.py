"""Pasting a piece into the regulator's own form: field by field, one key for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.identifier_decision import Verdict
from app.services.checked_words import CheckedWords
from app.services.cpd import Cpd, OpenPiece
from app.services.release_check import ReleaseCheck
from app.services.workshop import Desk
from app.summary.cpd_fields import leaving_fields
from app.summary.leaving_texts import LeavingText
from app.ui.dialogs.confirming import tell_error
from app.ui.dialogs.release_dialog import ReleaseDialog, ReleaseWish
from app.ui.page import Page
from app.ui.pages.cpd_paste_side import PasteSide
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.label import Label
from app.ui.parts.paste_row import PasteRow
from app.ui.parts.scroll_page import ScrollPage
from app.ui.parts.timed_copy import TimedCopy
from app.ui.surroundings import Surroundings

_SIDE_BESIDE = 860  # pixels at 100 % that both columns need


@dataclass(frozen=True, slots=True)
class Pasting:
    """A piece with its fields looked at, and the other pieces of its year in order."""

    opened: OpenPiece
    texts: tuple[LeavingText, ...]
    checked: CheckedWords
    ids: tuple[str, ...]

    @property
    def place(self) -> int:
        """Where this piece stands among them."""
        return self.ids.index(self.opened.standing.piece.reflection_id)


class CpdPastePage(Page):
    """Only what went through the release check is copied; nothing is sent."""

    back_asked = Signal()
    piece_asked = Signal(str, str)

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin empty; aim_at says which piece."""
        super().__init__(surroundings)
        self._desk = desk
        self._reflection_id = self._regulator = ""
        self._pasting: Pasting | None = None
        self.rows: list[PasteRow] = []
        self.copy = TimedCopy(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.look
        self.back = LinkRow(look, self.tr("CPD year"), "arrow-left", is_small=True)
        self.title = Label(look, self.tr("Paste to the regulator"), "display")
        self.about = Label(look, "", "body", "text_muted")
        for label in (self.title, self.about):
            label.setWordWrap(True)
        self.previous = Button(look, self.tr("Previous piece"))
        self.next = Button(look, self.tr("Next piece"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.about)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(look.space("s"))
        self._head.addLayout(words, 1)
        steps = QWidget()
        row = QHBoxLayout(steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addStretch(1)
        self._head.addWidget(steps)
        self._build_columns()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def _build_columns(self) -> None:
        look = self.look
        holder = QWidget()
        self._fields = QVBoxLayout(holder)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(0)
        self.side = PasteSide(look)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(look.space("xxl"))
        self._body.addWidget(holder, 5)
        self._body.addWidget(self.side, 2)
        self._scroll = ScrollPage(look)
        column = self._scroll.column
        column.setSpacing(look.space("m"))
        column.addWidget(self.back)
        column.addLayout(self._head)
        column.addLayout(self._body)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.side.decide_asked.connect(self._ask)
        self.side.change_asked.connect(self._ask_piece)
        self.side.submitted.connect(self._submit)
        self.side.opened_again.connect(self._open_again)
        self.look.changed.connect(self._fold)

    def aim_at(self, reflection_id: str, regulator: str) -> None:
        """Say which piece enter() shows."""
        self._reflection_id, self._regulator = reflection_id, regulator

    def enter(self) -> None:
        """Look at the piece."""
        self._load()

    def _load(self) -> None:
        desk = self._desk
        work = partial(_look, desk.cpd, desk.release_check, self._reflection_id, self._regulator)
        self._start(work, self._show)

    def _show(self, pasting: Pasting) -> None:
        self._pasting = pasting
        standing = pasting.opened.standing
        count, place = len(pasting.ids), pasting.place
        about = self.tr("{title} · piece {place} of {count} · fields in the order of the form")
        self.about.setText(about.format(title=standing.title, place=place + 1, count=count))
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place + 1 < count)
        for row in self.rows:
            row.deleteLater()
        self.rows = []
        for number, text in enumerate(pasting.texts, 1):
            row = PasteRow(self.look, number, text.place, _leaving(pasting.checked, text))
            row.copy_asked.connect(self._copy)
            self._fields.addWidget(row)
            self.rows.append(row)
        self._show_check(pasting)
        self.side.show_submitted(standing.piece, self._desk.cpd.today())
        self._fold()
        self._focus_row(0)

    def _show_check(self, pasting: Pasting) -> None:
        checked = pasting.checked
        self.side.show_check(len(checked.undecided), checked.count(Verdict.REPLACED))

    def _focus_row(self, place: int) -> None:
        if place < len(self.rows):
            self.rows[place].button.setFocus()
            self._scroll.show_widget(self.rows[place])
        else:
            self.side.focus_first()

    def _copy(self, number: int) -> None:
        row = self.rows[number - 1]
        self.copy.copy(row.words)
        row.set_copied()
        self._focus_row(number)

    def _ask(self) -> None:
        if self._pasting is not None:
            checked = self._pasting.checked
            dialog = ReleaseDialog(self.look, checked, self, has_line=False)
            dialog.agreed.connect(self._decide)
            dialog.open()

    def _decide(self, wish: ReleaseWish) -> None:
        if self._pasting is not None:
            check = self._desk.release_check
            self._start(partial(_decide, check, self._pasting.checked, wish), self._on_changed)

    def _submit(self, day: date) -> None:
        if self._pasting is not None:
            standing = self._pasting.opened.standing
            self._start(partial(self._desk.cpd.submit, standing, day), self._on_changed)

    def _open_again(self) -> None:
        if self._pasting is not None:
            standing = self._pasting.opened.standing
            self._start(partial(self._desk.cpd.open_again, standing), self._on_changed)

    def _on_changed(self, _standing: object) -> None:
        self._load()

    def _ask_piece(self) -> None:
        self.piece_asked.emit(self._reflection_id, self._regulator)

    def _go_back(self) -> None:
        self._go(-1)

    def _go_on(self) -> None:
        self._go(1)

    def _go(self, step: int) -> None:
        if self._pasting is not None:
            self._reflection_id = self._pasting.ids[self._pasting.place + step]
            self._load()

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        self.surroundings.lane.start(job, work)

    def _on_failed(self, error: AppError) -> None:
        tell_error(self.look, error, self)

    def _fold(self) -> None:
        directions = QBoxLayout.Direction
        width = self._scroll.viewport().width() / self.look.theme.scale
        fits = width >= _SIDE_BESIDE
        self._body.setDirection(directions.LeftToRight if fits else directions.TopToBottom)
        self._head.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side under the fields where it is narrow."""
        super().resizeEvent(event)
        self._fold()


def _look(cpd: Cpd, check: ReleaseCheck, reflection_id: str, regulator: str) -> Pasting:
    opened = cpd.opened(reflection_id, regulator)
    texts = leaving_fields(opened.standing, opened.rules)
    view = cpd.year(cpd.registrations.of(opened.regulator.id), opened.year)
    ids = [each.piece.reflection_id for each in view.standing.pieces]
    return Pasting(opened, texts, check.words(texts), tuple(ids) or (reflection_id,))


def _leaving(checked: CheckedWords, text: LeavingText) -> str:
    return checked.guarded_words_of(text)


def _decide(check: ReleaseCheck, checked: CheckedWords, wish: ReleaseWish) -> None:
    for alike, decision in wish.decisions:
        check.decide(alike, decision)
    check.let_pass(check.words(checked.texts), because=wish.because)
