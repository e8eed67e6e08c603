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
from app.ui.parts.text_units import place_at, unit_at

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
        control.setTextCursor(cursor_over(control, span))
        control.ensureCursorVisible()
    else:
        text = control.text()
        start, end = unit_at(text, span[0]), unit_at(text, span[1])
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
    return change_places(control, [(place, words) for place in places])


def change_places(control: TextControl, changes: Sequence[tuple[Span, str]]) -> bool:
    """Put each place's own words there, as one step of undo; say whether there was room."""
    if isinstance(control, AnswerBox):
        raw = control.document().toRawText()
        places = _places_in(raw, [place for place, _ in changes])
        cursor = QTextCursor(control.document())
        cursor.beginEditBlock()
        for (start, end), (_, words) in reversed(list(zip(places, changes, strict=True))):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
        cursor.endEditBlock()
        return True
    text = control.text()
    for place, words in reversed(changes):
        text = replaced(text, (place,), words)
    if _units(text) > control.maxLength():
        return False  # Qt would cut it off at the end
    control.selectAll()
    control.insert(text)
    return True


def cursor_over(box: AnswerBox, span: Span) -> QTextCursor:
    """Give a cursor that selects a place of a box's text; the box's own stays where it is."""
    cursor = QTextCursor(box.document())
    ((start, end),) = _places_in(box.document().toRawText(), (span,))
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def place_in(control: TextControl, unit: int) -> int:
    """Give a place that Qt counts in a control as a place of its text."""
    raw = control.document().toRawText() if isinstance(control, AnswerBox) else control.text()
    return len(pieces.whole(raw[: place_at(raw, unit)]))


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
