"""Things to do: what, who, by when, and how one will know; one small sheet each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.answer import Action, Actions
from app.domain.placed_action import carried_words, closed_words
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.date_field import DateField, present_day
from app.ui.parts.label import Label
from app.ui.parts.smarter_ticks import SmarterTicks
from app.ui.parts.text_field import TextField

_MOST = 50


class ActionsField(QWidget):
    """A list of actions that grows and shrinks; an empty row stands ready where there is none."""

    value_changed = Signal(object)

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = present_day,
    ) -> None:
        super().__init__(parent)
        self._look, self._today = look, today
        self._rows: list[ActionRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.space("xl"))
        words = self.tr("Add an action")
        self.add_button = Button(look, words, icon="plus", parent=self, is_small=True)
        self.add_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("m"))
        column.addLayout(self._list)
        column.addWidget(self.add_button)
        self.add_button.clicked.connect(self.add)
        self.set_value(Actions())

    @property
    def value(self) -> Actions:
        """The actions as written; a row in which nothing stands is left out."""
        actions = (row.action for row in self._rows)
        return Actions(tuple(action for action in actions if _says_something(action)))

    def set_value(self, value: Actions) -> None:
        """Show actions without telling anyone."""
        before = tuple(self._rows)
        for action in value.items or (Action(""),):
            self._append(action)
        # Last: a row that goes may have the focus, and there must be one to take it.
        for row in before:
            self._drop(row)
        self._number()

    def add(self) -> None:
        """Add an empty row and go there; where the last one is empty, that is the one."""
        if _says_something(self._rows[-1].action) and len(self._rows) < _MOST:
            self._append(Action(""))
            self._number()
        self._rows[-1].what.edit.setFocus()

    @property
    def rows(self) -> tuple[ActionRow, ...]:
        """The rows from the top."""
        return tuple(self._rows)

    def _append(self, action: Action) -> ActionRow:
        row = ActionRow(self._look, action, today=self._today)
        row.changed.connect(self._on_changed)
        row.remove_asked.connect(self._on_remove_asked)
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _drop(self, row: ActionRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.set_number(number)

    def _on_changed(self) -> None:
        self.value_changed.emit(self.value)

    def _on_remove_asked(self, row: ActionRow) -> None:
        place = self._rows.index(row)
        if len(self._rows) == 1:
            self._append(Action(""))
        self._drop(row)
        self._number()
        self._rows[min(place, len(self._rows) - 1)].what.edit.setFocus()
        self._on_changed()


class ActionRow(QWidget):
    """One action; what the row does not show is kept as it was."""

    changed = Signal()
    remove_asked = Signal(object)

    def __init__(self, look: Look, action: Action, *, today: Callable[[], date]) -> None:
        super().__init__()
        self._kept = action
        self.what = TextField(look, self.tr("What"))
        self.who = TextField(look, self.tr("Who"))
        self.by_when = DateField(look, self.tr("By when"), today=today, looks_ahead=True)
        self.how_known = TextField(look, self.tr("How will we know?"))
        self.remove = Button(look, "", "flat", "x")
        checks, is_on_record = action.checks, action.is_on_record
        self.smarter = SmarterTicks(look, checks, is_on_record=is_on_record)
        self.what.set_text(action.what)
        self.who.set_text(action.who)
        self.by_when.set_day(action.by_when)
        self.how_known.set_text(action.how_known)
        self._lay_out(look)
        self.what.text_changed.connect(self._on_changed)
        self.who.text_changed.connect(self._on_changed)
        self.by_when.day_changed.connect(self._on_changed)
        self.how_known.text_changed.connect(self._on_changed)
        self.smarter.changed.connect(self.changed)
        self.remove.clicked.connect(self._on_remove)

    def _lay_out(self, look: Look) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.space("s"))
        grid.setVerticalSpacing(look.space("s"))
        grid.addWidget(self.what, 0, 0, 1, 3)
        grid.addWidget(self.who, 1, 0)
        grid.addWidget(self.by_when, 1, 1, 1, 2)
        grid.addWidget(self.how_known, 2, 0, 1, 2)
        # Last, so that no space meant for the next field removes the action.
        grid.addWidget(self.remove, 2, 2, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.smarter, 3, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        if words := _how_it_stands(self._kept):
            stands = Label(look, words, "small", "text_muted")
            stands.setWordWrap(True)
            grid.addWidget(stands, 4, 0, 1, 3)
        fields = (self.what.edit, self.who.edit, self.by_when.edit, self.how_known.edit)
        stops = (*fields, self.remove, self.smarter.on_record, self.smarter.toggle)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @property
    def action(self) -> Action:
        """The action as it stands."""
        return replace(
            self._kept,
            what=self.what.text,
            who=self.who.text,
            by_when=self.by_when.day,
            how_known=self.how_known.text,
            is_on_record=self.smarter.is_on_record,
            checks=self.smarter.checks,
        )

    def set_number(self, number: int) -> None:
        """Name the parts of the row for those who cannot see its place."""
        names = (
            (self.what.edit, self.tr("Action {number}: what")),
            (self.who.edit, self.tr("Action {number}: who")),
            (self.by_when.edit, self.tr("Action {number}: by when")),
            (self.how_known.edit, self.tr("Action {number}: how will we know?")),
            (self.remove, self.tr("Remove action {number}")),
        )
        for widget, name in names:
            widget.setAccessibleName(name.format(number=number))
        self.smarter.set_number(number)
        self.remove.setToolTip(self.remove.accessibleName())

    def _on_changed(self, _part: object) -> None:
        self.changed.emit()

    def _on_remove(self) -> None:
        self.remove_asked.emit(self)


def _says_something(action: Action) -> bool:
    words = (action.what, action.who, action.how_known)
    is_marked = action.by_when is not None or action.is_on_record or bool(action.checks)
    return is_marked or any(each.strip() for each in words)


def _how_it_stands(action: Action) -> str:
    """Say what became of it, which is changed where all actions are listed."""
    when = closed_words(action)
    parts = (when, action.came_of_it.strip(), action.dropped_because.strip())
    words = " · ".join(part for part in (*parts, carried_words(action.carried)) if part)
    return words[:1].upper() + words[1:]
