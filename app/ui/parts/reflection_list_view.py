"""The list of reflections: arrow keys choose, Enter opens, Up from the first row leaves."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROW_STEP = 24


class ReflectionListView(QListView):
    """A list view whose rows differ in height."""

    opened = Signal(QModelIndex)  # by Enter
    left_upwards = Signal()
    layout_began = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    # Qt overrides

    def doItemsLayout(self) -> None:
        """Say so first: what is the same for all rows need be measured once."""
        self.layout_began.emit()
        super().doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter; go up and out from the first row."""
        if (
            event.key() in _ENTER_KEYS
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Up and self.currentIndex() == before:
            self.left_upwards.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll by a line of text, not by a row."""
        super().resizeEvent(event)
        self.verticalScrollBar().setSingleStep(_ROW_STEP)

    def minimumSizeHint(self) -> QSize:
        """Fold as narrow and low as the page does."""
        return QSize(120, 60)
