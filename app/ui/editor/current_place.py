"""Where one is among the possible identifiers: tinted in its text, while the cursor stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from app.domain.form import Prompt
from app.domain.text_finding import Span
from app.ui.editor.identifier_marks import IdentifierMarks
from app.ui.editor.identifier_tally import Place
from app.ui.editor.text_controls import (
    TextControl,
    cursor_over,
    mark,
    place_in,
    text_in,
    unmark,
)
from app.ui.editor.written_texts import WrittenText, all_texts, control_of
from app.ui.parts.answer_box import AnswerBox

if TYPE_CHECKING:
    from app.ui.editor.frame import EditorFrame


class CurrentPlace:
    """Shows one place at a time, and knows where the writing was before."""

    def __init__(self, frame: EditorFrame) -> None:
        """Show nothing yet."""
        self._frame = frame
        self._shown: TextControl | None = None
        self._came_from: tuple[QWidget, Prompt | None] | None = None

    # The place

    def show(self, place: Place, *, moves: bool) -> None:
        """Tint a place; bring it into sight if one is to go there."""
        self.hide()
        prompt = place.text.prompt
        if moves and prompt is not None:
            self._frame.form.show_prompt(prompt)
        control = self.control(place.text)
        if control is None or text_in(control) != place.text.text:
            return
        self._shown = control
        rect = self._tint(control, (place.start, place.end))
        if moves and prompt is not None:
            self._frame.form.settle()
            self._frame.form.show_rect(control, rect)

    def hide(self) -> None:
        """Take the tint away."""
        shown, self._shown = self._shown, None
        if shown is None or not isValid(shown):
            return
        if isinstance(shown, AnswerBox):
            _tint(shown, None)
        elif not shown.hasFocus():
            unmark(shown)

    def control(self, text: WrittenText) -> TextControl | None:
        """Give what shows a text."""
        return control_of(self._frame.form, self._frame.header.title, text)

    def _tint(self, control: TextControl, span: Span) -> QRect:
        if isinstance(control, QLineEdit):
            mark(control, span)  # a line has no marks of its own
            return control.rect()
        cursor = cursor_over(control, span)
        _tint(control, cursor)
        _bring_into_box(control, control.cursorRect(cursor))
        return control.cursorRect(cursor).translated(control.viewport().pos())

    # The writing

    def remember_cursor(self) -> None:
        """Keep in mind where the writing is, to come back to it."""
        focused = self._frame.window().focusWidget()
        if focused is None or not self._frame.isAncestorOf(focused):
            self._came_from = None
        elif not self._frame.side.isAncestorOf(focused):
            current = self._frame.form.current
            self._came_from = (focused, current.prompt if current is not None else None)

    def go_back(self) -> None:
        """Put the focus where the writing was; the cursor never left."""
        came_from, self._came_from = self._came_from, None
        widget, prompt = came_from or (None, None)
        if widget is not None and isValid(widget) and widget.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        elif prompt is not None and any(each.prompt == prompt for each in self._frame.form.asked):
            self._frame.form.go_to(prompt)
        else:
            self._frame.go_on()

    def order_of_cursor(self) -> tuple[int, int]:
        """Say in which text the cursor is, counted from 0, and where in it."""
        focused = self._frame.window().focusWidget()
        current = self._frame.form.current
        first = 0
        for number, text in enumerate(all_texts(self._frame.form, self._frame.draft)):
            is_current = current is not None and text.prompt == current.prompt
            is_title = text.prompt is None and focused is self._frame.header.title
            if not is_current and not is_title:
                continue
            control = self.control(text)
            if control is not None and control is focused:
                return number, place_in(control, _unit_of_cursor(control))
            first = first or number
        return first, 0


def _tint(box: AnswerBox, cursor: QTextCursor | None) -> None:
    marks = box.findChild(IdentifierMarks)
    if marks is not None:
        marks.set_current(cursor)


def _unit_of_cursor(control: TextControl) -> int:
    if isinstance(control, AnswerBox):
        return control.textCursor().position()
    return control.cursorPosition()


def _bring_into_box(box: AnswerBox, rect: QRect) -> None:
    """Scroll a box that is higher than its room until a line of it can be seen."""
    bar, height = box.verticalScrollBar(), box.viewport().height()
    if rect.top() < 0 or rect.bottom() > height:
        bar.setValue(bar.value() + rect.center().y() - height // 2)
