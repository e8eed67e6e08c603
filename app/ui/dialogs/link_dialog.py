"""Asks which other reflection belongs to this one, by its title."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.domain.linking import LinkedReflection
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.roomy_rows import ROOM, RoomyRows
from app.ui.parts.search_field import SearchField

_PAUSE_MS = 100
_LINES = 8


class LinkDialog(Dialog):
    """A field for words of the title over the reflections that have them."""

    words_changed = Signal(str)
    link_chosen = Signal(str)  # id of the other reflection

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, self.tr("Link to another reflection"), parent)
        self._offered: tuple[LinkedReflection, ...] = ()
        self.add_text(
            self.tr("Both will show the link. What is in them, and who may see it, stays as it is.")
        )
        self.field = SearchField(look, self.tr("Words of its title"))
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Reflections"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(RoomyRows(look, self.list))
        lines = round(_LINES / look.theme.scale)
        self.list.setFixedHeight(lines * (self.list.fontMetrics().height() + ROOM))
        self.add_content(self.field)
        self.add_content(self.list)
        self.nothing = self.add_text("", "body", "text_muted")
        self.back = self.add_button(self.tr("Leave it as it is"), "flat")
        self.link = self.add_button(self.tr("Link"), "primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell_words)
        self.field.textChanged.connect(self._wait)
        self.field.left_downwards.connect(self._go_to_list)
        self.field.escaped.connect(self.reject)
        self.list.activated.connect(self._choose)
        self.back.clicked.connect(self.reject)
        self.link.clicked.connect(self._choose)
        self.link.setEnabled(False)

    def show_offered(self, offered: tuple[LinkedReflection, ...]) -> None:
        """Show what has these words, newest first."""
        self._offered = offered
        self._model.setStringList([f"{each.name}  ·  {each.about}" for each in offered])
        if offered:
            self.list.setCurrentIndex(self._model.index(0))
        self.link.setEnabled(bool(offered))
        self.nothing.setText("" if offered else self.tr("No other reflection has these words."))

    def _wait(self, _words: str) -> None:
        self._pause.start()

    def _tell_words(self) -> None:
        self.words_changed.emit(self.field.text())

    def _go_to_list(self) -> None:
        self.list.setFocus()

    def _choose(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._offered):
            self.link_chosen.emit(self._offered[row].id)
            self.accept()
