"""A page that scrolls up and down only, with one column of a readable width."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
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
_SETTLES_IN_MS = 150


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
        self._left_below: QWidget | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._make_column(align)
        self.set_max_width(max_width)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLES_IN_MS)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def _make_column(self, align: str) -> None:
        self._holder = QWidget()
        self._holder.setObjectName("column")
        outer = QHBoxLayout(self._holder)
        space = self._look.theme.tokens.space
        outer.setContentsMargins(
            space["page_left"], space["page_top"], space["xxl"], space["page_top"]
        )
        self._inner = QWidget()
        self.column = QVBoxLayout()
        self.column.setSpacing(self._look.space("s"))
        below = QVBoxLayout(self._inner)
        below.setContentsMargins(0, 0, 0, 0)
        below.addLayout(self.column)
        below.addStretch(1)
        self._below = below
        if align == "centre":
            outer.addStretch(1)
        outer.addWidget(self._inner, 100)
        outer.addStretch(1)
        self.margins = outer
        self.setWidget(self._holder)

    def set_max_width(self, width: int | None) -> None:
        """Let the column be no wider than this."""
        self._inner.setMaximumWidth(width or 16_777_215)

    def fill_height(self) -> None:
        """Let the column be as high as the page, for a part in it that takes all room there is."""
        self._below.setStretch(0, 1)
        self._below.setStretch(1, 0)

    def set_width(self, width: int) -> None:
        """Let the column be just as wide as this, so that its words are laid out once."""
        self._inner.setFixedWidth(width)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until a widget is in sight, with its ring."""
        self.ensureWidgetVisible(widget, 0, _ROOM)

    def scroll_to_top(self) -> None:
        """Go back to the beginning."""
        self.verticalScrollBar().setValue(0)

    def begin_at_top(self, focused: QWidget) -> None:
        """Stay at the beginning though this is about to have the focus, until another has it."""
        self._left_below = focused
        self.scroll_to_top()

    def _on_focus_changed(self) -> None:
        # The widget that had the focus may be half destroyed by now: it is not touched.
        new = QApplication.focusWidget()
        self._watched = None
        if new is None or not self._inner.isAncestorOf(new) or new is self._left_below:
            return
        self._left_below = None
        if isinstance(new, QTextEdit):
            self._watched = new
            kind = Qt.ConnectionType.UniqueConnection
            new.cursorPositionChanged.connect(self._on_cursor_moved, kind)
            self._show_cursor()
        else:
            self.show_widget(new)

    def follow_focus(self) -> None:
        """Show the focused widget while Qt lays out, in several rounds, what is new around it."""
        self._settling.start()

    def _on_range_changed(self) -> None:
        if self._settling.isActive():
            self._show_focused()

    def _show_focused(self) -> None:
        focused = self.focusWidget()
        if focused is None or focused is self._left_below:
            return
        if self._inner.isAncestorOf(focused) and focused.hasFocus():
            self.show_widget(focused)

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
        self._show_focused()


def follow_focus_around(widget: QWidget) -> None:
    """Have the page that a widget stands on keep the focus in sight while it grows."""
    page = widget.parentWidget()
    while page is not None and not isinstance(page, ScrollPage):
        page = page.parentWidget()
    if page is not None:
        page.follow_focus()
