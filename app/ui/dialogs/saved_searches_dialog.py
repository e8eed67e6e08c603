"""Renames and removes the searches that were given a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from app.domain.filters import SavedSearch
from app.services.saved_searches import MOST_CHARACTERS
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.roomy_rows import ROOM, RoomyRows
from app.ui.parts.text_field import TextField

_LEAST_LINES, _LINES = 3, 8


class SavedSearchesDialog(Dialog):
    """A list of them; below it the name of the chosen one, and what can be done with it."""

    renamed = Signal(str, str)  # name, new name
    removed = Signal(str)  # name
    put_back = Signal(object)  # SavedSearch

    def __init__(self, look: Look, about: Callable[[SavedSearch], str], parent: QWidget) -> None:
        """Show none yet; about says what one looks for."""
        super().__init__(look, self.tr("Saved searches"), parent)
        self._about = about
        self._saved: tuple[SavedSearch, ...] = ()
        self._gone: SavedSearch | None = None
        self._next_name = ""
        self._model = QStringListModel(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.look
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Saved searches"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(RoomyRows(look, self.list))
        self.name_field = TextField(look, self.tr("Name"))
        self.name_field.edit.setMaxLength(MOST_CHARACTERS)
        self.add_content(self.list)
        self.about = self.add_text("", "small", "text_muted")
        self.add_content(self.name_field)
        self.rename = Button(look, self.tr("Rename"))
        self.remove = Button(look, self.tr("Remove"))
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        row.addWidget(self.rename)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.add_content(acts)
        self.note = self.add_text("", "body", "text_muted")
        self.undo = self.add_button(self.tr("Put it back"), "flat")
        self.done_button = self.add_button(self.tr("Done"), "primary")
        # Enter in the field renames; it must not end the dialog as well.
        self.done_button.setDefault(False)
        self.undo.hide()

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.name_field.text_changed.connect(self._show_can_rename)
        self.name_field.return_pressed.connect(self._rename)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._put_back)
        self.done_button.clicked.connect(self.accept)

    def show_saved(self, saved: tuple[SavedSearch, ...]) -> None:
        """Show these; the one that was chosen stays so."""
        if not self.isVisible():
            self._make_room(len(saved))
        before = self.list.currentIndex().row()
        self._saved = saved
        self._model.setStringList([each.name for each in saved])
        names = [each.name for each in saved]
        row = names.index(self._next_name) if self._next_name in names else before
        self._next_name = ""
        self.list.setCurrentIndex(self._model.index(max(0, min(row, len(saved) - 1))))
        self._on_current_changed(self.list.currentIndex())
        told = self.tr("“{name}” was removed.").format(name=self._gone.name) if self._gone else ""
        self.note.setText(told or ("" if saved else self.tr("No search is saved.")))
        self.undo.setVisible(self._gone is not None)

    def _make_room(self, count: int) -> None:
        most = round(_LINES / self.look.theme.scale)
        lines = max(_LEAST_LINES, min(count, most))
        self.list.setFixedHeight(lines * (self.list.fontMetrics().height() + ROOM) + 2)

    def refuse(self, why: str) -> None:
        """Say why it was not done."""
        self._next_name, self._gone = "", None
        self.name_field.set_error(why)
        self.name_field.edit.setFocus()
        self.show_refused()

    def _chosen(self) -> SavedSearch | None:
        row = self.list.currentIndex().row()
        return self._saved[row] if 0 <= row < len(self._saved) else None

    def _on_current_changed(
        self, _current: QModelIndex, _previous: QModelIndex | None = None
    ) -> None:
        chosen = self._chosen()
        self.name_field.set_text(chosen.name if chosen else "")
        self.name_field.set_error("")
        self.about.setText(self._about(chosen) if chosen else "")
        self.name_field.setEnabled(chosen is not None)
        self.remove.setEnabled(chosen is not None)
        self._show_can_rename("")

    def _show_can_rename(self, _text: str) -> None:
        chosen, name = self._chosen(), self.name_field.text.strip()
        self.rename.setEnabled(chosen is not None and bool(name) and name != chosen.name)

    def _rename(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.rename.isEnabled():
            self._next_name, self._gone = self.name_field.text.strip(), None
            self.renamed.emit(chosen.name, self.name_field.text)

    def _remove(self) -> None:
        self._gone = self._chosen()
        if self._gone is not None:
            self.removed.emit(self._gone.name)

    def _put_back(self) -> None:
        gone, self._gone = self._gone, None
        if gone is not None:
            self._next_name = gone.name
            self.put_back.emit(gone)
