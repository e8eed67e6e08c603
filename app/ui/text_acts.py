"""Joins the Edit menu to whatever text has the cursor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.ui.actions import Actions
from app.ui.parts.copied_words import words_in
from app.ui.parts.undoing import can_undo
from app.ui.pasting_lines import paste_line

_NAMES = (
    "undo",
    "redo",
    "cut",
    "copy",
    "paste",
    "paste_plain",
    "paste_quotation",
    "select_all",
)
_PASTES = ("paste_plain", "paste_quotation")


class TextActs(QObject):
    """Undo, cut, copy and paste for the text under the cursor."""

    def __init__(self, actions: Actions) -> None:
        """Join the entries."""
        super().__init__(actions)
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for name in _NAMES:
            group.addAction(actions[name])
        group.triggered.connect(self._act)

    def _act(self, action: QAction) -> None:
        focused = QApplication.focusWidget()
        if action.objectName() == "undo" and not can_undo(focused):
            if not _act_on_notice():
                _press_undo(focused)
            return
        if not isinstance(focused, (QLineEdit, QTextEdit, QPlainTextEdit)):
            return
        if isinstance(focused, QLineEdit) and action.objectName().startswith("paste"):
            paste_line(focused)
            return
        if action.objectName() in _PASTES and isinstance(focused, QTextEdit):
            _paste_into(focused, is_quotation=action.objectName() == "paste_quotation")
            return
        slots = {
            "undo": focused.undo,
            "redo": focused.redo,
            "cut": focused.cut,
            "copy": focused.copy,
            "paste": focused.paste,
            "paste_plain": focused.paste,
            "paste_quotation": focused.paste,
            "select_all": focused.selectAll,
        }
        slots[action.objectName()]()


def _paste_into(box: QTextEdit, *, is_quotation: bool) -> None:
    """Put what was copied into a box as it is, or as a quotation."""
    from app.ui.parts.pasting import insert_quotation, insert_words  # here, for a quick start

    words = words_in(QApplication.clipboard().mimeData())
    if words and not box.isReadOnly():
        (insert_quotation if is_quotation else insert_words)(box, words)


def _press_undo(focused: QWidget | None) -> None:
    """Let a control take back its own step, as the key does: a choice, a removed record."""
    if focused is not None:
        held = Qt.KeyboardModifier.ControlModifier
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, held)
        QApplication.sendEvent(focused, pressed)


def _act_on_notice() -> bool:
    """Take back what a notice on the window offers to take back; say whether one does."""
    from app.ui.parts.notice import Notice  # here, for a quick start

    window = QApplication.activeWindow()
    notices = window.findChildren(Notice) if window is not None else []
    return any(notice.act() for notice in notices)
