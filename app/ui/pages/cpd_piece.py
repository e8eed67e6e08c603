"""One piece: the regulator's fields, filled from the reflection, each changeable for CPD alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cpd_piece import CpdPiece
from app.domain.cpd_year import PieceStanding
from app.domain.errors import AppError
from app.services.cpd import Cpd, OpenPiece
from app.services.workshop import Desk
from app.ui.dialogs.confirming import Confirming, Question, tell_error
from app.ui.page import Page, StatusWords
from app.ui.pages.cpd_piece_form import PieceForm
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.callout import Callout
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage
from app.ui.surroundings import Surroundings

_SAVES_AFTER_MS = 400


class CpdPiecePage(Page):
    """Saves as one types; the reflection itself stays as it is."""

    back_asked = Signal()
    reading_asked = Signal(str)
    paste_asked = Signal(str, str)

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin empty; aim_at says which piece."""
        super().__init__(surroundings)
        self._desk = desk
        self._reflection_id = self._regulator = ""
        self._opened: OpenPiece | None = None
        self.form: PieceForm | None = None
        self._has_unsaved = False  # also while saving failed
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVES_AFTER_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.look
        self.back = LinkRow(look, self.tr("CPD year"), "arrow-left", is_small=True)
        self.title = Label(look, "", "display")
        self.about = Label(look, "", "body", "text_muted")
        for label in (self.title, self.about):
            label.setWordWrap(True)
        self.paste = Button(look, self.tr("Paste to the regulator…"), "primary", "copy")
        self.read = Button(look, self.tr("Read the reflection"), "plain", "book-open-text")
        self.remove = Button(look, self.tr("No longer a piece…"), "flat")
        self.locked = Callout(look, "info", self.tr("This piece was submitted."))
        self.locked.set_words(
            self.tr("This piece was submitted."),
            self.tr("You see it as it was then. To change it, open it again under “Paste”."),
        )
        acts = QWidget()
        flow = FlowLayout(acts, gap=look.space("s"), line_gap=look.space("s"))
        for act in (self.paste, self.read, self.remove):
            flow.addWidget(act)
        self._scroll = ScrollPage(look, look.theme.measure_px() + 120)
        self._column = self._scroll.column
        self._column.setSpacing(look.space("m"))
        for each in (self.back, self.title, self.about, acts, self.locked):
            self._column.addWidget(each)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.paste.clicked.connect(self._ask_paste)
        self.read.clicked.connect(self._ask_reading)
        self.remove.clicked.connect(self._ask_removal)
        self._saving.timeout.connect(self._save)

    def aim_at(self, reflection_id: str, regulator: str) -> None:
        """Say which piece enter() shows."""
        self._reflection_id, self._regulator = reflection_id, regulator

    def enter(self) -> None:
        """Read the piece."""
        work = partial(self._desk.cpd.opened, self._reflection_id, self._regulator)
        self._start(work, self._show)

    def leave(self) -> bool:
        """Have what was typed on the disk; False: it could not be kept, so stay."""
        if not self._has_unsaved:
            return True
        self._saving.stop()
        piece = self._piece()
        if piece is None:
            return True
        try:
            self.surroundings.lane.run_and_wait(partial(_keep, self._desk.cpd, piece))
        except AppError as error:
            self._on_failed(error)
            return False
        self._has_unsaved = False
        return True

    def _show(self, opened: OpenPiece) -> None:
        self._opened = opened
        standing = opened.standing
        self.title.setText(standing.title)
        about = self.tr("{form} · {year} · {regulator}").format(
            form=standing.form_title, year=opened.year.name, regulator=opened.regulator.name
        )
        self.about.setText(about)
        is_locked = standing.piece.submitted is not None
        self.locked.setVisible(is_locked)
        self._has_unsaved = False
        if self.form is not None:
            self.form.deleteLater()
        self.form = PieceForm(self.look, opened)
        self.form.setEnabled(not is_locked)
        self.form.changed.connect(self._on_changed)
        self._column.addWidget(self.form)
        self._scroll.scroll_to_top()
        if is_locked:
            self.paste.setFocus()
        else:
            self.form.focus_first()
            self._scroll.scroll_to_top()

    def _piece(self) -> CpdPiece | None:
        return self.form.piece() if self.form is not None else None

    def _on_changed(self) -> None:
        self._has_unsaved = True
        self._saving.start()

    def _save(self) -> None:
        piece = self._piece()
        if piece is not None:
            self._start(partial(_keep, self._desk.cpd, piece), self._on_saved)

    def _on_saved(self, standing: PieceStanding) -> None:
        self._has_unsaved = self._saving.isActive()
        self.status_changed.emit(StatusWords("check", self.tr("All changes saved")))
        if self.form is not None and standing.piece.reflection_id == self._reflection_id:
            self.form.tell(standing)

    def _ask_paste(self) -> None:
        if self.leave():
            self.paste_asked.emit(self._reflection_id, self._regulator)

    def _ask_reading(self) -> None:
        self.reading_asked.emit(self._reflection_id)

    def _ask_removal(self) -> None:
        question = Question(
            self.tr("No longer a piece?"),
            (
                self.tr("The reflection stays as it is."),
                self.tr("What you wrote for CPD alone, and what was submitted, goes."),
            ),
            self.tr("Keep it as a piece"),
            self.tr("No longer a piece"),
        )
        dialog = Confirming(self.look, question, None, self)
        dialog.confirmed.connect(self._remove)
        dialog.open()

    def _remove(self, _nothing: object) -> None:
        self._saving.stop()
        self._has_unsaved = False
        pieces = self._desk.cpd.pieces
        self._start(partial(pieces.remove, self._reflection_id, self._regulator), self._on_removed)

    def _on_removed(self, _nothing: object) -> None:
        self.back_asked.emit()

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        self.surroundings.lane.start(job, work)

    def _on_failed(self, error: AppError) -> None:
        tell_error(self.look, error, self)


def _keep(cpd: Cpd, piece: CpdPiece) -> PieceStanding:
    return cpd.keep(piece)
