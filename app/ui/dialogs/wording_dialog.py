"""Asks for the words in which an answer stands on this paper; the reflection keeps its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts import pieces
from app.ui.parts.answer_box import AnswerBox


class WordingDialog(Dialog):
    """A box with the words for the paper, and the way back to one's own."""

    worded = Signal(str)  # the words; one's own mean that there are no others

    def __init__(
        self, look: Look, question: str, own: str, words: str, parent: QWidget | None = None
    ) -> None:
        """Begin with the words that stand on the paper now."""
        super().__init__(look, self.tr("Wording on this paper"), parent)
        self._own = own
        self.add_text(question, "body_strong")
        self.box = AnswerBox(look)
        self.box.setAccessibleName(self.tr("Words on this paper"))
        self.box.set_text(words or own)
        self.add_content(self.box)
        self.note = self.add_text("", "small", "text_muted")
        self.back = self.add_button(self.tr("Leave it as it was"), "flat")
        self.own_words = self.add_button(self.tr("Back to my words"))
        self.use = self.add_button(self.tr("Use on this paper"), "primary")
        self._growing = QTimer(self)
        self._growing.setSingleShot(True)
        self._growing.timeout.connect(self.fit)
        self.box.document().documentLayout().documentSizeChanged.connect(self._growing.start)
        self.box.text_changed.connect(self._show_note)
        self.back.clicked.connect(self.reject)
        self.own_words.clicked.connect(self._take_own)
        self.use.clicked.connect(self._use)
        self._before = self.box.text
        self._show_note()
        self.box.setFocus()

    def _show_note(self, _text: str = "") -> None:
        is_own = self.box.text.strip() in ("", self._own.strip())
        self.note.setText(
            self.tr("These are your words as they stand in the reflection.")
            if is_own
            else self.tr("Other words than in your reflection, which stays as it is.")
        )
        self.own_words.setEnabled(self.box.text != self._own)

    def _take_own(self) -> None:
        # By way of a cursor, so that Ctrl+Z brings the other words back.
        cursor = QTextCursor(self.box.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(pieces.in_pieces(self._own))
        self.box.setFocus()

    def _use(self) -> None:
        self.worded.emit(self.box.text)
        self.accept()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter uses the words; so does Escape where some were typed."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._use()
        elif event.key() == Qt.Key.Key_Escape and self.box.text != self._before:
            # Leaving it as it was is a button of its own; a key must not lose words.
            self._use()
        else:
            super().keyPressEvent(event)
