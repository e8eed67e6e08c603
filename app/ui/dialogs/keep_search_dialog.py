"""Asks for the name under which a search is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.filters import SavedSearch
from app.services.saved_searches import MOST_CHARACTERS, tidy_name
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.text_field import TextField


class KeepSearchDialog(Dialog):
    """Says what is kept, and whether one of this name gives way."""

    name_chosen = Signal(str)

    def __init__(
        self, look: Look, about: str, name: str, saved: tuple[SavedSearch, ...], parent: QWidget
    ) -> None:
        """Begin with a name."""
        super().__init__(look, self.tr("Keep this search"), parent)
        self._taken = {each.name.casefold() for each in saved}
        self.add_text(about)
        self.name_field = TextField(look, self.tr("Name"))
        self.name_field.edit.setMaxLength(MOST_CHARACTERS)
        self.name_field.set_text(tidy_name(name))
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
        self.note.setText(
            self.tr("A search of this name is kept already. This one will take its place.")
            if is_taken
            else self.tr("It stays inside this journal. You find it again under “Saved”.")
        )
        self.keep.set_words(self.tr("Replace") if is_taken else self.tr("Keep"))

    def _keep(self) -> None:
        name = tidy_name(self.name_field.text)
        if not name:
            self.refuse(self.tr("Give the search a name first."))
            return
        self.keep.setEnabled(False)
        self.name_chosen.emit(name)
