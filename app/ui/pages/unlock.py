"""The closed journal: one field, focused, and nothing personal but the journal's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.errors import (
    AppError,
    JournalDamaged,
    JournalInUse,
    NotAJournal,
    WrongPassphrase,
)
from app.domain.secret import RecoveryWords
from app.ui.announcing import announce
from app.ui.complaints import complaint_of
from app.ui.page import Page
from app.ui.pages.opening import Opening
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.callout import Callout
from app.ui.parts.centred_page import CentredPage
from app.ui.parts.divider import Divider
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField
from app.ui.parts.words_field import WordsField
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.ui.pages.unlock_ways import WaysOut

WIDTH_PX = 400


@dataclass(frozen=True, slots=True)
class ToldAtUnlock:
    """What the page says above the ways out of damage, in the tone of a callout."""

    tone: str
    lead: str
    rest: str


class UnlockPage(Page):
    """Opens a journal by its passphrase or by its recovery words."""

    opening = Signal()
    opened = Signal(object, object)  # Desk, Path of its folder
    other_asked = Signal()
    new_asked = Signal()
    folder_asked = Signal(object)  # Path of another journal, mended or made from this one

    def __init__(self, surroundings: Surroundings, folder: Path) -> None:
        """Stand before the journal in this folder."""
        super().__init__(surroundings)
        self._folder = folder
        self._opening: Opening | None = None
        self.ways: WaysOut | None = None
        self.told_of_damage: ToldAtUnlock | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look = self.look
        self.name_label = Label(look, self._folder.name, "display")
        self.name_label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.name_label.setWordWrap(True)
        self.passphrase_field = TextField(look, self.tr("Passphrase"), is_secret=True)
        self.words_field = WordsField(
            look,
            self.tr("The 24 recovery words"),
            self.tr("In their order, with spaces between them. Capitals do not matter."),
        )
        self.trouble = Callout(look, "error", "")
        self.trouble.hide()
        self.open_button = Button(look, self._open_words(), "primary")
        self.reason = Label(look, self._reason_words(), "small", "text_muted")
        self.reason.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.reason.setWordWrap(True)
        self.words_button = LinkRow(look, "", "key-round")
        self.other_button = LinkRow(look, self.tr("Open another journal…"), "folder-open")
        self.new_button = LinkRow(look, self.tr("Make a new journal"), "plus")
        self._lay_out()
        self._show_way(self.passphrase_field)

    def _lay_out(self) -> None:
        scroll = CentredPage(self.look, WIDTH_PX)
        middle = scroll.middle
        mark = IconLabel(self.look, "book-open-text", "accent", "mark")
        middle.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        parts: tuple[tuple[int, QWidget], ...] = (
            (10, self.name_label),
            (18, self.passphrase_field),
            (0, self.words_field),
            (8, self.trouble),
            (10, self.open_button),
            (10, self.reason),
            (24, Divider(self.look)),
        )
        for gap, widget in parts:
            middle.addSpacing(gap)
            middle.addWidget(widget)
        self._place_of_ways = middle.indexOf(self.reason) + 1
        self._middle = middle
        middle.addSpacing(14)
        for row in (self.words_button, self.other_button, self.new_button):
            middle.addWidget(row)
            middle.addSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _connect(self) -> None:
        self.passphrase_field.return_pressed.connect(self._open)
        self.words_field.return_pressed.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.words_button.clicked.connect(self._change_way)
        self.other_button.clicked.connect(self.other_asked)
        self.new_button.clicked.connect(self.new_asked)

    def enter(self) -> None:
        """Put the focus in the field."""
        self._field().setFocus()

    def leave(self) -> bool:
        """Forget what was typed; close a journal that was opened in this very moment."""
        opening, self._opening = self._opening, None
        self._forget()
        if self.findChildren(QDialog):
            from app.ui.dialogs.dialog import abandon_dialogs  # here, for a quick start

            abandon_dialogs(self)
        if opening is not None:
            self.surroundings.lane.run_and_wait(opening.abandon)
            self._set_busy(False)
        return True

    def offer_mending(self, told: ToldAtUnlock | None = None) -> None:
        """Show the ways out of damage, which need the journal closed, and keep saying why."""
        from app.ui.pages.unlock_ways import WaysOut  # here, for a quick start

        self.told_of_damage = told or ToldAtUnlock(
            "info",
            self.tr("The journal was closed so that it can be mended."),
            self.tr("Nothing was changed."),
        )
        self._say_damage()
        if self.ways is None:
            self.ways = WaysOut(self.surroundings, self, self._folder)
            self.ways.folder_asked.connect(self.folder_asked)
            self._middle.insertWidget(self._place_of_ways, self.ways)
            # Qt would come to them last: they were made last.
            order = (self.open_button, *self.ways.buttons, self.words_button)
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)
        self.ways.show()

    @property
    def is_by_words(self) -> bool:
        """Whether the page asks for the recovery words."""
        return not self.words_field.isHidden()

    def _field(self) -> TextField | WordsField:
        return self.words_field if self.is_by_words else self.passphrase_field

    def _change_way(self) -> None:
        self._forget()
        self._show_way(self.passphrase_field if self.is_by_words else self.words_field)
        self._field().setFocus()

    def _say_damage(self) -> None:
        """Say what is wrong with the journal, or nothing where nothing is known of it."""
        told = self.told_of_damage
        if told is not None:
            self.trouble.set_tone(told.tone)
            self.trouble.set_words(told.lead, told.rest)
        self.trouble.setVisible(told is not None)

    def _show_way(self, way: QWidget) -> None:
        self._say_damage()
        by_words = way is self.words_field
        self.words_field.setVisible(by_words)
        self.passphrase_field.setVisible(not by_words)
        self.reason.setVisible(not by_words)
        self.words_button.set_words(
            self.tr("Use the passphrase instead")
            if by_words
            else self.tr("Use the recovery words instead")
        )

    def _open(self) -> None:
        text = self._field().text
        if self._opening is not None:
            return
        if not text.strip():
            self._field().setFocus()
            return
        self.trouble.hide()
        opening = Opening(self.surroundings.workshop, self._folder)
        work: Callable[[str], Opening] = (
            opening.open_with_words if self.is_by_words else opening.open
        )
        self._opening = opening
        self._set_busy(True)
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_refused)
        self.surroundings.lane.start(job, partial(work, text))
        self.opening.emit()

    def _on_opened(self, opening: Opening) -> None:
        if opening is not self._opening:
            return
        if opening.warning is None and not self.is_by_words:
            self._enter()
            return
        from app.ui.errands.entering import Entering  # here, for a quick start

        words = RecoveryWords(self.words_field.text) if self.is_by_words else None
        entering = Entering(self.surroundings, self, opening, words)
        entering.entered.connect(self._enter)
        entering.refused.connect(self._close_again)
        entering.begin()

    def _enter(self) -> None:
        opening, self._opening = self._opening, None
        desk = opening.hand_over() if opening is not None else None
        self._forget()
        self._set_busy(False)
        if desk is not None:
            self.opened.emit(desk, self._folder)

    def _close_again(self) -> None:
        if self._opening is not None:
            self.leave()
            lead = self.tr("The journal was closed again.")
            rest = self.tr("Nothing was changed. Look for the newer copy, a snapshot or a backup.")
            self.offer_mending(ToldAtUnlock("info", lead, rest))
            self._field().setFocus()

    def _on_refused(self, error: AppError) -> None:
        if self._opening is None:
            return
        self._opening = None
        self._set_busy(False)
        complaint = complaint_of(error)
        rest = " ".join(part for part in (complaint.rest, self._next_step(error)) if part)
        self.trouble.set_tone("error")
        self.trouble.set_words(complaint.lead, rest)
        self.trouble.show()
        if isinstance(error, JournalDamaged):
            self.offer_mending(ToldAtUnlock("error", complaint.lead, rest))
        announce(self.trouble)
        self._field().select_all()

    def _next_step(self, error: AppError) -> str:
        if isinstance(error, WrongPassphrase):
            return self.tr("Is Caps Lock on?")
        if isinstance(error, JournalInUse):
            return self.tr("Go on there, or close it there first.")
        if isinstance(error, NotAJournal):
            return self.tr(
                "It may have been moved or renamed, or its disk is not connected. Connect the "
                "disk and try again, or open the journal where it is now."
            )
        return ""

    def _set_busy(self, is_busy: bool) -> None:
        self.open_button.set_words(self.tr("Opening…") if is_busy else self._open_words())
        for widget in (self.passphrase_field, self.words_field, self.open_button):
            widget.setEnabled(not is_busy)
        for row in (self.words_button, self.other_button, self.new_button):
            row.setEnabled(not is_busy)

    def _forget(self) -> None:
        self.passphrase_field.clear()
        self.words_field.clear()

    def _open_words(self) -> str:
        return self.tr("Open the journal")

    def _reason_words(self) -> str:
        return self.tr("This takes about a second on purpose: it slows guessing.")
