"""Things to do: what, who, by when, and how one will know; one small sheet each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.answer import Action, Actions
from app.domain.placed_action import carried_words, closed_words
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.date_field import DateField, present_day
from app.ui.parts.label import Label
from app.ui.parts.rows_field import GrowingRow, RowsField
from app.ui.parts.smarter_ticks import SmarterTicks
from app.ui.parts.text_field import TextField


class ActionsField(RowsField["ActionRow"]):
    """A list of actions; its value is Actions."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = present_day,
    ) -> None:
        super().__init__(look, self.tr("Add an action"), "xl", parent)
        self._look, self._today = look, today
        self.set_value(Actions())

    @property
    def value(self) -> Actions:
        """The actions as written; a row in which nothing stands is left out."""
        return Actions(tuple(row.action for row in self.written))

    def set_value(self, value: Actions) -> None:
        """Show actions without telling anyone."""
        self._show(self._row(action) for action in value.items)

    def _empty_row(self) -> ActionRow:
        return self._row(Action(""))

    def _row(self, action: Action) -> ActionRow:
        return ActionRow(self._look, action, today=self._today)


class ActionRow(GrowingRow):
    """One action; what the row does not show is kept as it was."""

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

    @property
    def first(self) -> QWidget:
        """Where writing begins."""
        return self.what.edit

    @property
    def says_something(self) -> bool:
        """Say whether anything stands in it."""
        action = self.action
        words = (action.what, action.who, action.how_known)
        is_marked = action.by_when is not None or action.is_on_record or bool(action.checks)
        return is_marked or any(each.strip() for each in words)

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


def _how_it_stands(action: Action) -> str:
    """Say what became of it, which is changed where all actions are listed."""
    when = closed_words(action)
    parts = (when, action.came_of_it.strip(), action.dropped_because.strip())
    words = " · ".join(part for part in (*parts, carried_words(action.carried)) if part)
    return words[:1].upper() + words[1:]
