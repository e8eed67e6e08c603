"""The lines of the reading view about looking again: at what, when to come, and in what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.calendar_words import local_day, plain_date
from app.services.browsing import Reading
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.linked_box import shortened_name


class FollowUpLines(QWidget):
    """Under the title: the first writing that this one looks at, and the day that is set."""

    reflection_asked = Signal(str)  # id of the first writing
    day_asked = Signal()

    def __init__(self, look: Look, reading: Reading) -> None:
        super().__init__()
        self.first = self._first_row(look, reading)
        self.ahead = self._ahead_row(look, reading)
        _stack(self, *(row for row in (self.first, self.ahead) if row is not None))

    def _first_row(self, look: Look, reading: Reading) -> LinkRow | None:
        first = reading.looks_again_at
        if first is None:
            return None
        name, short = first.name, shortened_name(first.name)
        words = self.tr("Looks again at “{name}”")
        row = ReflectionLink(look, words.format(name=short), "file-text", first.id)
        row.setAccessibleName(words.format(name=name))
        row.setAccessibleDescription(first.about)
        row.setToolTip(f"{name}\n{first.about}")
        row.reflection_asked.connect(self.reflection_asked)
        return row

    def _ahead_row(self, look: Look, reading: Reading) -> LinkRow | None:
        waiting = next((each for each in reading.follow_ups if each.is_waiting), None)
        if waiting is None:
            return None
        words = self.tr("Look again on {day}").format(day=plain_date(waiting.due_on))
        row = LinkRow(look, words, "history", is_small=True)
        row.setAccessibleDescription(self.tr("Change or remove the day."))
        row.clicked.connect(self.day_asked)
        return row


class LookedAgainLines(QWidget):
    """Under the answers: in which reflections somebody looked at this one again."""

    reflection_asked = Signal(str)  # reflection id

    def __init__(self, look: Look, reading: Reading) -> None:
        super().__init__()
        self.rows: tuple[LinkRow, ...] = tuple(
            self._row(look, each.answered_id, plain_date(local_day(each.closed_at)))
            for each in reading.follow_ups
            if each.answered_id and each.closed_at is not None
        )
        _stack(self, *self.rows)

    def _row(self, look: Look, answered_id: str, day: str) -> LinkRow:
        words = self.tr("Looked again on {day}").format(day=day)
        row = ReflectionLink(look, words, "history", answered_id)
        row.setAccessibleDescription(self.tr("Read what was written then."))
        row.reflection_asked.connect(self.reflection_asked)
        return row


class ReflectionLink(LinkRow):
    """Leads to another reflection."""

    reflection_asked = Signal(str)  # reflection id

    def __init__(self, look: Look, words: str, icon: str, reflection_id: str) -> None:
        super().__init__(look, words, icon, is_small=True)
        self._id = reflection_id
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.reflection_asked.emit(self._id)


def _stack(holder: QWidget, *rows: LinkRow) -> None:
    holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for row in rows:
        column.addWidget(row)
    if not rows:
        holder.hide()
