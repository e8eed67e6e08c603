"""The boxes and lines of an answer as texts: read, marked and changed by place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.text_finding import Span, replaced
from app.ui.parts import pieces
from app.ui.parts.answer_box import AnswerBox

TextControl = AnswerBox | QLineEdit


def control_with(editor: QWidget, text: str, before: int) -> TextControl | None:
    """Give the control that shows this text; so many others that show the same come before it."""
    boxes: list[TextControl] = [*editor.findChildren(AnswerBox), *editor.findChildren(QLineEdit)]
    same = [
        each
        for each in boxes
        # What was removed a moment ago may still be there, hidden.
        if text_in(each) == text and not each.isReadOnly() and each.isVisibleTo(editor)
    ]
    return same[before] if before < len(same) else None


def text_in(control: TextControl) -> str:
    """Give what stands in a control."""
    return control.text if isinstance(control, AnswerBox) else control.text()


def mark(control: TextControl, span: Span) -> None:
    """Select a place."""
    if isinstance(control, AnswerBox):
        control.setTextCursor(_cursor(control, span))
        control.ensureCursorVisible()
    else:
        text = control.text()
        start, end = _units(text[: span[0]]), _units(text[: span[1]])
        control.setSelection(start, end - start)


def unmark(control: TextControl) -> None:
    """Take the mark away; the cursor stays."""
    if isinstance(control, AnswerBox):
        cursor = control.textCursor()
        cursor.clearSelection()
        control.setTextCursor(cursor)
    else:
        control.deselect()


def rect_of_mark(control: TextControl) -> QRect:
    """Give where what is selected stands, in the control's own coordinates."""
    if isinstance(control, AnswerBox):
        rect = control.cursorRect()
        rect.translate(control.viewport().pos())
        return rect
    return control.rect()


def replace_places(control: TextControl, places: Sequence[Span], words: str) -> bool:
    """Put words at every place, as one step of undo; say whether there was room for them."""
    if isinstance(control, AnswerBox):
        raw = control.document().toRawText()
        cursor = QTextCursor(control.document())
        cursor.beginEditBlock()
        for start, end in reversed(_places_in(raw, places)):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
        cursor.endEditBlock()
        return True
    text = replaced(control.text(), places, words)
    if _units(text) > control.maxLength():
        return False  # Qt would cut it off at the end
    control.selectAll()
    control.insert(text)
    return True


def _cursor(box: AnswerBox, span: Span) -> QTextCursor:
    ((start, end),) = _places_in(box.document().toRawText(), (span,))
    cursor = box.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _places_in(raw: str, places: Sequence[Span]) -> list[Span]:
    """Give where in a document, counted in UTF-16, places of its text stand; all in one pass."""
    joints = pieces.joints_in(raw)
    joint = next(joints, None)
    shift = passed = units = 0
    found: list[int] = []
    for index in chain.from_iterable(places):
        while joint is not None and joint <= index + shift:
            shift += pieces.JOINT_LENGTH
            joint = next(joints, None)
        units += _units(raw[passed : index + shift])
        passed = index + shift
        found.append(units)
    return list(zip(found[::2], found[1::2], strict=True))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
