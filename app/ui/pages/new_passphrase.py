"""A new passphrase, with how hard it is to guess, and the same again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.pages.passphrase_strength import PassphraseStrength
from app.ui.parts.text_field import TextField


class NewPassphraseEntry(QWidget):
    """Two fields that must agree, and the meter between them."""

    return_pressed = Signal()

    def __init__(self, look: Look, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = self.tr("Several words that do not belong together")
        self.new_field = TextField(look, self.tr("New passphrase"), hint, is_secret=True)
        self.strength = PassphraseStrength(look, lane)
        again = self.tr("The new passphrase again")
        self.again_field = TextField(look, again, is_secret=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("m"))
        for widget in (self.new_field, self.strength, self.again_field):
            column.addWidget(widget)
        self.setFocusProxy(self.new_field)
        self.new_field.text_changed.connect(self.strength.weigh)
        self.new_field.text_changed.connect(self._compare)
        self.again_field.text_changed.connect(self._compare)
        self.new_field.return_pressed.connect(self.again_field.setFocus)
        self.again_field.return_pressed.connect(self.return_pressed)

    def taken(self) -> str:
        """Give the passphrase if both fields agree; else say what is wrong and give nothing."""
        if not self.new_field.text:
            return self._refused(self.new_field, self.tr("Type the new passphrase first."))
        if self.again_field.text != self.new_field.text:
            sentence = self.tr("The two are not the same. “Show” lets you compare them.")
            return self._refused(self.again_field, sentence)
        return self.new_field.text

    def refuse(self, sentence: str) -> None:
        """Say under the new passphrase why it cannot be, and say it only there."""
        self.strength.be_quiet()
        self._refused(self.new_field, sentence)

    def forget(self) -> None:
        """Forget what was typed."""
        self.new_field.clear()
        self.again_field.clear()

    def _refused(self, field: TextField, sentence: str) -> str:
        field.set_error(sentence)
        field.select_all()
        return ""

    def _compare(self) -> None:
        for field in (self.new_field, self.again_field):
            field.set_error("")
        first, again = self.new_field.text, self.again_field.text
        match = bool(again) and first == again
        self.again_field.set_state(self.tr("They match") if match else "")
