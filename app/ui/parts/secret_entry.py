"""What opens a journal, asked in one place: the passphrase, or the recovery words instead."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.secret import Passphrase, RecoveryWords, Secret
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.text_field import TextField
from app.ui.parts.words_field import WordsField


class SecretEntry(QWidget):
    """One of two fields, and a line that changes to the other."""

    return_pressed = Signal()
    way_changed = Signal()

    def __init__(
        self, look: Look, label: str, parent: QWidget | None = None, *, takes_words: bool = True
    ) -> None:
        super().__init__(parent)
        self.passphrase_field = TextField(look, label, is_secret=True)
        self.words_field = WordsField(
            look,
            self.tr("The 24 recovery words"),
            self.tr("In their order, with spaces between them. Capitals do not matter."),
        )
        self.way_button = LinkRow(look, "", is_small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        for widget in (self.passphrase_field, self.words_field, self.way_button):
            column.addWidget(widget)
        self.setFocusProxy(self.passphrase_field)
        self.passphrase_field.return_pressed.connect(self.return_pressed)
        self.words_field.return_pressed.connect(self.return_pressed)
        self.way_button.clicked.connect(self._change_way)
        self.way_button.setVisible(takes_words)
        self._show_way(by_words=False)

    @property
    def is_by_words(self) -> bool:
        """Whether the recovery words are asked for."""
        return not self.words_field.isHidden()

    @property
    def secret(self) -> Secret | None:
        """What was typed, or nothing."""
        text = self._field().text
        if not text.strip():
            return None
        return RecoveryWords(text) if self.is_by_words else Passphrase(text)

    def set_error(self, sentence: str) -> None:
        """Say under the passphrase what is wrong with it."""
        self.passphrase_field.set_error(sentence)

    def select_all(self) -> None:
        """Take the focus with everything selected, ready to be typed over."""
        self._field().select_all()

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase_field.clear()
        self.words_field.clear()

    def _field(self) -> TextField | WordsField:
        return self.words_field if self.is_by_words else self.passphrase_field

    def _change_way(self) -> None:
        self.clear()
        self._show_way(by_words=not self.is_by_words)
        self._field().setFocus()
        self.way_changed.emit()

    def _show_way(self, *, by_words: bool) -> None:
        self.passphrase_field.setVisible(not by_words)
        self.words_field.setVisible(by_words)
        self.setFocusProxy(self._field())
        self.way_button.set_words(
            self.tr("Use the passphrase instead")
            if by_words
            else self.tr("Use the recovery words instead")
        )
