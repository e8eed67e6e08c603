"""Beside what is pasted: the check, how to paste, and the tick that it was submitted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calendar_words import plain_date
from app.domain.cpd_piece import CpdPiece
from app.ui.look import Look
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.callout import Callout
from app.ui.parts.date_field import DateField, present_day
from app.ui.parts.divider import Divider
from app.ui.parts.label import Label
from app.ui.parts.timed_copy import SECONDS
from app.ui.parts.typed_date import read_day


class PasteSide(QWidget):
    """Says how the check stands; notes the day of submitting."""

    decide_asked = Signal()
    change_asked = Signal()
    submitted = Signal(object)  # date
    opened_again = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._piece: CpdPiece | None = None
        self.check = Callout(look, "success", "")
        self.decide = Button(look, self.tr("Decide…"), is_small=True)
        self.check.add_widget(self.decide)
        how = self.tr(
            "Press Enter to copy a field and move to the next. "
            "The clipboard is cleared after {seconds} seconds."
        )
        self.how = Label(look, how.format(seconds=SECONDS), "small")
        self.day = DateField(look, self.tr("Submitted on"))
        self.note = Button(look, self.tr("I have submitted this piece"), "plain", "check")
        self.again = Button(look, self.tr("Open it again…"), "plain")
        self.kept = Label(look, "", "small", "text_muted")
        self.change = LinkRow(look, self.tr("Change the words of this piece"), is_small=True)
        for label in (self.how, self.kept):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("m"))
        parts = (self.check, self.how, Divider(look), self.day, self.note, self.again, self.kept)
        for part in (*parts, self.change):
            column.addWidget(part)
        column.addStretch(1)
        self.decide.clicked.connect(self.decide_asked)
        self.change.clicked.connect(self.change_asked)
        self.note.clicked.connect(self._on_note)
        self.again.clicked.connect(self.opened_again)

    def focus_first(self) -> None:
        """Put the focus where one goes on."""
        (self.note if self.note.isVisible() else self.again).setFocus()

    def show_check(self, undecided: int, replaced: int) -> None:
        """Say what was found in what would be pasted."""
        names = self.tr("1 name replaced") if replaced == 1 else self.tr("{count} names replaced")
        told = names.format(count=replaced)
        self.decide.setVisible(undecided > 0)
        if undecided:
            lead = self.tr("Possible identifiers that nobody decided about: {count}.")
            self.check.set_tone("warning")
            until = self.tr("Until you do, what is suggested is copied in their place.")
            rest = f"{until} {told}." if replaced else until
            self.check.set_words(lead.format(count=undecided), rest)
            return
        self.check.set_tone("success")
        self.check.set_words(
            self.tr("Checked for possible identifiers."),
            self.tr("{told}, none left undecided. Read it yourself too.").format(told=told),
        )

    def show_submitted(self, piece: CpdPiece, today: date) -> None:
        """Say whether it was submitted, or ask for the day."""
        self._piece = piece
        last = piece.submissions[-1] if piece.submissions else None
        is_in = piece.submitted is not None
        self.day.setVisible(not is_in)
        self.note.setVisible(not is_in)
        self.again.setVisible(is_in)
        self.change.setVisible(not is_in)
        if not is_in:
            self.day.set_day(today)
        if last is None:
            words = self.tr(
                "What you submitted is kept as it was, even if you change the reflection later."
            )
        elif is_in:
            words = self.tr("Submitted on {day}. What you see is what was submitted.")
        else:
            words = self.tr("Submitted on {day}, and open again. What was submitted is kept.")
        self.kept.setText(words.format(day=plain_date(last.day) if last else ""))

    def _on_note(self) -> None:
        read = read_day(self.day.text, present_day())
        if read.trouble or read.day is None:
            self.day.set_error(read.trouble or self.tr("On which day?"))
            self.day.edit.setFocus()
            return
        self.submitted.emit(read.day)
