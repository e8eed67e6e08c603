"""Asks for the name of a preset: to keep a new one, or to call one otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.saved_searches import MOST_CHARACTERS, tidy_name
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.text_field import TextField


class PresetNameDialog(Dialog):
    """A field for the name; the service says what is wrong with it."""

    name_chosen = Signal(str)

    def __init__(
        self, look: Look, title: str, name: str, taken: Iterable[str], parent: QWidget
    ) -> None:
        """Begin with a name; one that is taken gives way when another is kept under it."""
        super().__init__(look, title, parent)
        self._taken = {each.casefold() for each in taken}
        self.add_text(
            self.tr(
                "A preset remembers which parts are on the page, their order, large print, and "
                "black and white. It holds none of your reflections or words."
            ),
            "body",
            "text_muted",
        )
        self.name_field = TextField(look, self.tr("Name"))
        self.name_field.edit.setMaxLength(MOST_CHARACTERS)
        self.name_field.set_text(name)
        self.add_content(self.name_field)
        self.note = self.add_text("", "small", "text_muted")
        self.back = self.add_button(self.tr("Leave it"), "flat")
        self.keep = self.add_button(self.tr("Keep"), "primary")
        self.back.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)
        self.name_field.return_pressed.connect(self._keep)
        self.name_field.text_changed.connect(self._on_name_changed)
        self._on_name_changed(name)
        self.name_field.edit.selectAll()

    def refuse(self, why: str) -> None:
        """Say why it was not kept."""
        self.keep.setEnabled(True)
        self.name_field.set_error(why)
        self.name_field.edit.setFocus()
        self.show_refused()

    def _on_name_changed(self, name: str) -> None:
        is_taken = tidy_name(name).casefold() in self._taken
        self.name_field.set_error("")
        told = self.tr("There is a preset of this name. This one will take its place.")
        self.note.setText(told if is_taken else self.tr("It stays inside this journal."))
        self.keep.set_words(self.tr("Replace") if is_taken else self.tr("Keep"))

    def _keep(self) -> None:
        name = tidy_name(self.name_field.text)
        if not name:
            self.refuse(self.tr("Give the preset a name first."))
            return
        self.keep.setEnabled(False)
        self.name_chosen.emit(name)
