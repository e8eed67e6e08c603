"""The face that every answer's editor shows: it gives a value, tells changes, and steps back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget

from app.domain.answer import EMPTY_OF, AnswerValue
from app.domain.form import Prompt
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox

_PROMPT_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
Today = Callable[[], date]


class AnswerEditor(QWidget):
    """Shows one answer, says when it changes, and can take a step back.

    What is typed is undone by the text box itself; a choice, a number, a day or a removed action
    is undone here, without touching what has been typed since.
    """

    value_changed = Signal(object)  # the new value

    def __init__(
        self, look: Look, prompt: Prompt, today: Today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._prompt, self._today = look, prompt, today
        self._value: AnswerValue = EMPTY_OF[prompt.kind]
        self._steps_back: list[AnswerValue] = []
        self._steps_forth: list[AnswerValue] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("s"))
        self._build()

    @property
    def value(self) -> AnswerValue:
        """What the answer says now."""
        return self._value

    def set_value(self, value: AnswerValue) -> None:
        """Show an answer without telling anyone."""
        self._value = value
        self._steps_back.clear()
        self._steps_forth.clear()
        self._show(value)

    def take_focus(self) -> None:
        """Put the focus where the answer begins."""
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_end(self) -> None:
        """Put the cursor behind what is written, where the answer begins with writing."""
        control = self.first_control()
        if isinstance(control, QTextEdit):
            control.moveCursor(QTextCursor.MoveOperation.End)
        elif isinstance(control, QLineEdit):
            control.end(False)

    def text_box(self) -> AnswerBox | None:
        """Give the box in which marks and lists can be made now."""
        focused = self.focusWidget()
        return focused if isinstance(focused, AnswerBox) and focused.hasFocus() else None

    def undo(self) -> bool:
        """Take back the last step; say whether there was one."""
        return self._step(self._steps_back, self._steps_forth)

    def redo(self) -> bool:
        """Do again what was taken back; say whether there was anything."""
        return self._step(self._steps_forth, self._steps_back)

    def watch(self, control: QWidget) -> None:
        """See the keys of a control first: a text box takes Ctrl+Z even with nothing to undo."""
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a step back or forth when the control itself has nothing to undo."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            return not _can_undo(watched) and self.undo()
        if event.matches(QKeySequence.StandardKey.Redo):
            return not _can_redo(watched) and self.redo()
        if event.key() in _PROMPT_KEYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # these go through the prompts, not through the lines
            return True
        return False

    def _step(self, source: list[AnswerValue], target: list[AnswerValue]) -> bool:
        if not source:
            return False
        value = self._merged(source.pop(), self._value)
        target.append(self._value)
        self._show_step(value)
        self._value = value
        self.value_changed.emit(value)
        return True

    def _take(self, value: AnswerValue) -> None:
        if value == self._value:
            return
        if self._is_step(self._value, value):
            self._steps_back.append(self._value)
            self._steps_forth.clear()
        self._value = value
        self.value_changed.emit(value)

    def _build(self) -> None:
        raise NotImplementedError

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def first_control(self) -> QWidget:
        """Give the control in which the answer begins."""
        raise NotImplementedError

    def _is_step(self, before: Any, after: Any) -> bool:
        """Say whether a change is one that no text box can undo."""
        return False

    def _merged(self, step: Any, now: Any) -> AnswerValue:
        """Join the step to go to with what has been typed since."""
        return step  # type: ignore[no-any-return]

    def _show_step(self, value: Any) -> None:
        """Show a step without disturbing what is typed."""
        self._show(value)


def _can_undo(control: object) -> bool:
    if isinstance(control, QTextEdit):
        return control.document().isUndoAvailable()
    return isinstance(control, QLineEdit) and control.isUndoAvailable()


def _can_redo(control: object) -> bool:
    if isinstance(control, QTextEdit):
        return control.document().isRedoAvailable()
    return isinstance(control, QLineEdit) and control.isRedoAvailable()
