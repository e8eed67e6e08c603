"""A list of rows that say how many: the current row is what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.ui.look import Look
from app.ui.models.counted_delegate import CountedDelegate
from app.ui.models.counted_rows import CountedRow, CountedRowsModel

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CountedList(QListView):
    """Arrow keys choose, as in the list of reflections; Enter goes to what is under the row."""

    chosen_changed = Signal(object)  # key of the row
    opened = Signal()  # by Enter or a click
    renaming_asked = Signal()  # by F2

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._chosen: object = None
        self.rows = CountedRowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(CountedDelegate(look, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self.doItemsLayout)

    @property
    def chosen(self) -> object:
        """The key of the chosen row; None stands for everything."""
        return self._chosen

    def show_rows(self, rows: Sequence[CountedRow]) -> None:
        """Show other rows; the chosen one stays chosen if it is among them."""
        self.rows.show(rows)
        self.choose(self._chosen)

    def choose(self, key: object) -> None:
        """Choose a row without telling anyone; where it is not there, none is current."""
        self._chosen = key
        index = self.rows.index_of(key)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.rows.row_at(current)
        if row is not None and row.key != self._chosen:
            self._chosen = row.key
            self.chosen_changed.emit(row.key)

    def _on_clicked(self, _index: QModelIndex) -> None:
        self.opened.emit()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to what is under the row by Enter."""
        if event.key() in _ENTER_KEYS:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.renaming_asked.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Fold as narrow and low as the page does."""
        return QSize(120, 60)
