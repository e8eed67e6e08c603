"""Whether Undo has something to take back in the text under the cursor."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def can_undo(focused: QWidget | None) -> bool:
    """Say whether this is a text in which something can be undone."""
    if isinstance(focused, QLineEdit):
        return focused.isUndoAvailable()
    if isinstance(focused, (QTextEdit, QPlainTextEdit)):
        return focused.document().isUndoAvailable()
    return False
