"""After supervision: what goes on to the next session, and when that is."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.calendar_words import long_date
from app.services.journal import Writing
from app.services.sessions import agreed_in, going_on
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.callout import Callout
from app.ui.parts.date_field import DateField
from app.ui.parts.typed_date import read_day

_MOST_NAMED = 6


class FinishSessionDialog(Dialog):
    """Says what was agreed and what is carried forward; asks for the day of the next session."""

    held_chosen = Signal(object)  # date of the next session, or None

    def __init__(self, look: Look, writing: Writing, today: date, parent: QWidget) -> None:
        """Ask about a session that is still a draft."""
        super().__init__(look, self.tr("Supervision was held"), parent)
        self._today = today
        self._say_day(writing.reflection.event_date)
        self._say(writing)
        self.next_day = DateField(
            look,
            self.tr("When is the next one? Leave it empty if you do not know."),
            today=partial(_same, today),
            looks_ahead=True,
        )
        self.add_content(self.next_day)
        self.add_text(
            self.tr("What you wrote stays in the journal, and can still be changed."),
            colour="text_muted",
        )
        self.back = self.add_button(self.tr("Keep writing"))
        held = self.tr("It was held today") if self.is_early else self.tr("Note it as held")
        self.hold = self.add_button(held, "primary")
        self.back.clicked.connect(self.reject)
        self.hold.clicked.connect(self._on_held)

    def _say_day(self, day: date | None) -> None:
        self.is_early = day is not None and day > self._today
        if day is None or not self.is_early:
            return
        words = self.tr("Was it held early? Then its day becomes today. If not, keep writing.")
        lead = self.tr("This session is for {day}, which is still to come.")
        self.add_content(Callout(self.look, "warning", lead.format(day=long_date(day)), words))

    def _say(self, writing: Writing) -> None:
        count = len(agreed_in(writing.reflection))
        if count:
            one = self.tr("1 action was agreed. Home shows it when it is due.")
            many = self.tr("{count} actions were agreed. Home shows each when it is due.")
            self.add_text(one if count == 1 else many.format(count=count))
        topics = going_on(writing.reflection)
        if not topics:
            self.add_text(self.tr("No topic is left over to carry forward."))
            return
        lead = self.tr("Not discussed, so carried forward to the next session:")
        named = [f"• {' '.join(topic.words.split())}" for topic in topics[:_MOST_NAMED]]
        if len(topics) > _MOST_NAMED:
            more = self.tr("• and {count} more")
            named.append(more.format(count=len(topics) - _MOST_NAMED))
        self.add_text("\n".join((lead, *named)))

    def _on_held(self) -> None:
        # The field takes a day in when it is left; a press by key does not leave it.
        read = read_day(self.next_day.text, self._today, looks_ahead=True)
        if read.trouble:
            self.next_day.set_error(read.trouble)
            self.next_day.edit.setFocus()
            return
        self.held_chosen.emit(read.day)
        self.accept()


def _same(day: date) -> date:
    return day
