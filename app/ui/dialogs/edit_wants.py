"""Asks what the person wants from the session, one topic on each line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox


class EditWantsDialog(Dialog):
    """A box of lines; each becomes one item on the paper."""

    wants_changed = Signal(object)  # tuple of Markdown lines

    def __init__(self, look: Look, wants: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("What I want from today"), parent)
        example = self.tr("One topic on each line, such as “Think aloud with me: …”")
        self.add_text(example, "body", "text_muted")
        self.box = AnswerBox(look, self.tr("Think aloud with me: …"))
        self.box.setAccessibleName(self.tr("What I want from today, one topic on each line"))
        self.box.set_text("\n".join(wants))
        self.add_content(self.box)
        self.back = self.add_button(self.tr("Leave it as it was"), "flat")
        self.use = self.add_button(self.tr("Put it on the page"), "primary")
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)
        self.box.setFocus()
        self._before = self.box.text

    def _use(self) -> None:
        lines = (line.strip() for line in self.box.text.splitlines())
        self.wants_changed.emit(tuple(line for line in lines if line))
        self.accept()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter puts the topics on the page; so does Escape where some were typed."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._use()
        elif event.key() == Qt.Key.Key_Escape and self.box.text != self._before:
            # Leaving it as it was is a button of its own; a key must not lose words.
            self._use()
        else:
            super().keyPressEvent(event)
