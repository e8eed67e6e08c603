"""A page that scrolls up and down only, with one column of a readable width."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.look import Look

_ROOM = 24


class ScrollPage(QScrollArea):
    """Put widgets into its column; the focused one stays in sight."""

    def __init__(
        self,
        look: Look,
        max_width: int | None = None,
        align: str = "left",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._watched: QTextEdit | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._holder = QWidget()
        self._holder.setObjectName("column")
        outer = QHBoxLayout(self._holder)
        space = look.theme.tokens.space
        outer.setContentsMargins(
            space["page_left"], space["page_top"], space["xxl"], space["page_top"]
        )
        self._inner = QWidget()
        self.column = QVBoxLayout()
        self.column.setSpacing(look.space("s"))
        below = QVBoxLayout(self._inner)
        below.setContentsMargins(0, 0, 0, 0)
        below.addLayout(self.column)
        below.addStretch(1)
        if align == "centre":
            outer.addStretch(1)
        outer.addWidget(self._inner, 100)
        outer.addStretch(1)
        self.margins = outer
        self.setWidget(self._holder)
        self.set_max_width(max_width)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def set_max_width(self, width: int | None) -> None:
        """Let the column be no wider than this."""
        self._inner.setMaximumWidth(width or 16_777_215)

    def set_width(self, width: int) -> None:
        """Let the column be just as wide as this, so that its words are laid out once."""
        self._inner.setFixedWidth(width)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until a widget is in sight, with its ring."""
        self.ensureWidgetVisible(widget, 0, _ROOM)

    def scroll_to_top(self) -> None:
        """Go back to the beginning."""
        self.verticalScrollBar().setValue(0)

    def _on_focus_changed(self) -> None:
        # The widget that had the focus may be half destroyed by now: it is not touched.
        new = QApplication.focusWidget()
        self._watched = None
        if new is None or not self._inner.isAncestorOf(new):
            return
        if isinstance(new, QTextEdit):
            self._watched = new
            kind = Qt.ConnectionType.UniqueConnection
            new.cursorPositionChanged.connect(self._on_cursor_moved, kind)
            self._show_cursor()
        else:
            self.show_widget(new)

    def _on_cursor_moved(self) -> None:
        if self._watched is not None and self._watched.hasFocus():
            self._show_cursor()

    def _show_cursor(self) -> None:
        box = self._watched
        if box is None:
            return
        rect = box.cursorRect()
        place = box.viewport().mapTo(self._holder, rect.topLeft())
        shown = QRect(place, rect.size())
        centre: QPoint = shown.center()
        self.ensureVisible(centre.x(), centre.y(), 0, shown.height() // 2 + _ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the focused widget in sight when the page folds."""
        super().resizeEvent(event)
        focused = self.focusWidget()
        if focused is not None and self._inner.isAncestorOf(focused) and focused.hasFocus():
            self.show_widget(focused)
