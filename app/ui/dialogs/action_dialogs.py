"""What is asked before an action is done, carried forward or dropped; and for a new one."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answer import Action
from app.domain.placed_action import PlacedAction
from app.ui.dialogs.day_dialog import DayDialog, DayQuestion
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.actions_field import ActionRow
from app.ui.parts.text_field import TextField

_LONGEST_WORDS, _LONGEST_SHOWN = 1000, 200


class ActionDoneDialog(Dialog):
    """Asks what came of it, which may stay blank."""

    done_chosen = Signal(object, str)  # PlacedAction, what came of it

    def __init__(self, look: Look, placed: PlacedAction, parent: QWidget) -> None:
        """Begin with what was written about it before."""
        super().__init__(look, self.tr("What came of it?"), parent)
        self._placed = placed
        self.add_text(_what(placed))
        self.field = _words_field(look, self.tr("What came of it"), self)
        self.field.set_text(placed.action.came_of_it)
        self.add_content(self.field)
        self.back = self.add_button(self.tr("Leave it open"), "flat")
        self.use = self.add_button(self.tr("Done"), "primary")
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)

    def _use(self) -> None:
        self.done_chosen.emit(self._placed, self.field.text.strip())
        self.accept()


class DropActionDialog(Dialog):
    """Asks why it will not be done; it stays in the list of what was dropped."""

    drop_chosen = Signal(object, str)  # PlacedAction, why

    def __init__(self, look: Look, placed: PlacedAction, parent: QWidget) -> None:
        """Begin with what was written about it before."""
        super().__init__(look, self.tr("Drop it?"), parent)
        self._placed = placed
        self.add_text(_what(placed))
        self.add_text(
            self.tr("It stays where it was written, and under “Dropped”, with your reason."),
            "small",
            "text_muted",
        )
        self.field = _words_field(look, self.tr("Why"), self)
        self.field.set_text(placed.action.dropped_because)
        self.add_content(self.field)
        self.back = self.add_button(self.tr("Leave it open"), "flat")
        self.use = self.add_button(self.tr("Drop"), "primary")
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)

    def _use(self) -> None:
        self.drop_chosen.emit(self._placed, self.field.text.strip())
        self.accept()


class CarryForwardDialog(DayDialog):
    """Asks to which day an action moves; how often it was moved is counted."""

    carry_chosen = Signal(object, object)  # PlacedAction, date or None

    def __init__(
        self, look: Look, placed: PlacedAction, days: tuple[date, date | None], parent: QWidget
    ) -> None:
        """Ask today, with the day of the next session where it is known."""
        today, session = days
        question = DayQuestion(
            self.tr("Carry it forward to which day?"),
            _what(placed),
            self.tr("Without a day"),
            self.tr("Carry forward"),
        )
        super().__init__(look, question, (placed.reflection_id, session), today, parent)
        self._placed = placed
        self.day_chosen.connect(self._on_day_chosen)
        self.none.setVisible(True)
        if session is not None:
            self.add_text(
                self.tr("This is the day of the next supervision."), "small", "text_muted"
            )

    def _on_day_chosen(self, _reflection_id: str, day: date | None) -> None:
        self.carry_chosen.emit(self._placed, day)

    def _trouble_with(self, day: date) -> str:
        if day < self._today:
            return self.tr("This day has passed. Choose one to come.")
        return ""


class AddActionDialog(Dialog):
    """One action, with the same fields as in a form."""

    action_added = Signal(object)  # Action

    def __init__(self, look: Look, today: date, where: str, parent: QWidget) -> None:
        """Begin empty; where says what it will stand in."""
        super().__init__(look, self.tr("Add an action"), parent)
        self.add_text(where, "small", "text_muted")
        self.row = ActionRow(look, Action(""), today=partial(_same, today))
        self.row.set_number(1)
        self.row.remove.hide()
        self.add_content(self.row)
        self.back = self.add_button(self.tr("Leave it"), "flat")
        self.use = self.add_button(self.tr("Add"), "primary")
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)
        self.row.smarter.toggle.clicked.connect(self._make_room)

    def _make_room(self) -> None:
        self.show_part(self.row.smarter)

    def _use(self) -> None:
        if not self.row.action.what.strip():
            self.row.what.set_error(self.tr("Say what is to be done first."))
            self.row.what.edit.setFocus()
            self.show_refused()
            return
        self.row.by_when.edit.editingFinished.emit()  # a press by key does not leave the field
        if not self.row.by_when.is_right:
            self.row.by_when.edit.setFocus()
            self.show_refused()
            return
        self.action_added.emit(self.row.action)
        self.accept()


def _words_field(look: Look, label: str, dialog: Dialog) -> TextField:
    field = TextField(look, label, dialog.tr("you may leave this blank"))
    field.edit.setMaxLength(_LONGEST_WORDS)
    return field


def _what(placed: PlacedAction) -> str:
    words = " ".join(placed.action.what.split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN].rstrip()}…"


def _same(day: date) -> date:
    return day
