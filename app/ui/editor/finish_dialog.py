"""Before a reflection is marked complete: its title, who is offered what, and what is open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calendar_words import day_seen_from
from app.domain.finishing import Finishing, finishing_of
from app.domain.following_up import MONTHS_OFFERED
from app.domain.reflection import Reflection
from app.domain.sharing import Sharing
from app.services.following_up import LookAhead
from app.services.journal import Writing
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.drop_down import drop_down
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label
from app.ui.parts.months_words import span_and_day_words
from app.ui.parts.sharing_control import sharing_mark
from app.ui.parts.text_field import TextField


class FinishDialog(Dialog):
    """Says what finishing means; asks when to look again, and for a title where there is none."""

    finish_chosen = Signal(str, object)  # the title or nothing; months, 0, or None as it is

    def __init__(
        self, look: Look, writing: Writing, ahead: tuple[LookAhead, date], parent: QWidget
    ) -> None:
        """Ask about a draft; the day to look again begins with what is set or usual, from today."""
        reflection = writing.reflection
        super().__init__(look, self._title_of(reflection), parent)
        self._finishing = finishing_of(reflection, writing.form)
        self.again = drop_down(self.tr("Look again"))
        self._fill_again(*ahead)
        self._title = TextField(look, self.tr("Title"))
        self._build(has_title=bool(reflection.title.strip()))
        self._keep_writing = self.add_button(self.tr("Keep writing"))
        self._finish = self.add_button(self.tr("Finish"), "primary")
        self._keep_writing.clicked.connect(self.reject)
        self._finish.clicked.connect(self._on_finish)
        self._title.return_pressed.connect(self._on_finish)

    def _title_of(self, reflection: Reflection) -> str:
        title = reflection.title.strip()
        return self.tr("Finish “{title}”").format(title=title) if title else self.tr("Finish")

    def _build(self, *, has_title: bool) -> None:
        self._title.set_placeholder(self.tr("A few words to find it by, or leave it"))
        if has_title:
            self._title.hide()
        else:
            self.add_content(self._title)
        self._add_sharing(self._finishing)
        self._add_again()
        open_words = self._unanswered_words(len(self._finishing.unanswered))
        if open_words:
            self.add_text(open_words, colour="text_muted")
        self.add_text(
            self.tr("A finished reflection can still be read and changed."), colour="text_muted"
        )

    def _add_sharing(self, finishing: Finishing) -> None:
        if not finishing.answered:
            self.add_text(self.tr("Nothing has been answered yet."))
            return
        self._add_row(
            Sharing.PRIVATE,
            self._counted(
                finishing.private,
                self.tr("1 answer stays private, only in the journal."),
                self.tr("{count} answers stay private, only in the journal."),
                self.tr("No answer is kept private."),
            ),
        )
        self._add_row(
            Sharing.SUPERVISION,
            self._counted(
                finishing.supervision,
                self.tr("1 answer is offered for the supervision summary."),
                self.tr("{count} answers are offered for the supervision summary."),
                self.tr("No answer is offered for supervision."),
            ),
        )
        self._add_row(
            Sharing.CPD,
            self._counted(
                finishing.cpd,
                self.tr("1 answer is offered for the CPD year."),
                self.tr("{count} answers are offered for the CPD year."),
                self.tr("No answer is offered for CPD."),
            ),
        )

    def _fill_again(self, ahead: LookAhead, today: date) -> None:
        if ahead.due_on is not None:
            day = day_seen_from(ahead.due_on, today)
            self.again.addItem(self.tr("On {day}, as you set it").format(day=day), None)
        self.again.addItem(self.tr("Not"), 0)
        for months in MONTHS_OFFERED:
            self.again.addItem(span_and_day_words(months, today), months)
        if ahead.due_on is None:
            self.again.setCurrentIndex(self.again.findData(ahead.months))

    def _add_again(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space("xs"))
        label = Label(self.look, self.tr("Look again"), "small_strong")
        meaning = Label(
            self.look,
            self.tr("Home brings it back then, with what you wrote."),
            "small",
            "text_muted",
        )
        meaning.setWordWrap(True)
        column.addWidget(label)
        column.addWidget(self.again)
        column.addWidget(meaning)
        self.add_content(holder)

    def _add_row(self, sharing: Sharing, words: str) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.space("m"))
        icon = IconLabel(self.look, *sharing_mark(sharing))
        icon.stand_beside("body")
        label = Label(self.look, words)
        label.setWordWrap(True)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self.add_content(holder)

    def _unanswered_words(self, count: int) -> str:
        if not count:
            return ""
        one = self.tr("1 prompt has no answer. It may stay so.")
        many = self.tr("{count} prompts have no answer. They may stay so.")
        return self._counted(count, one, many, "")

    def _counted(self, count: int, one: str, many: str, none: str) -> str:
        if not count:
            return none
        return one if count == 1 else many.format(count=count)

    def _on_finish(self) -> None:
        self.finish_chosen.emit(self._title.text.strip(), self.again.currentData())
        self.accept()
