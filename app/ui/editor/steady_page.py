"""A scrolling page that keeps still what is being read while something else on it grows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtWidgets import QLayout, QWidget

from app.ui.look import Look
from app.ui.parts.scroll_page import ScrollPage

_AROUND = 40  # the line before and the line after are seen too


class SteadyPage(ScrollPage):
    """Measures where things stand in what can be seen, and scrolls by pixels."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent=parent)
        self._is_settling = False
        self._settled: list[QLayout] = [self.column, self.margins]

    @property
    def is_settling(self) -> bool:
        """Say whether the layout is half-way through, so that places mean nothing."""
        return self._is_settling

    def settle_first(self, layout: QLayout) -> None:
        """Have a layout inside the column done before the column's own."""
        self._settled.insert(0, layout)

    def settle(self) -> None:
        """Have the layout done now, so that places can be measured."""
        was_settling, self._is_settling = self._is_settling, True
        for layout in self._settled:
            layout.activate()
        # This is how a scroll area learns that what it holds wants another height.
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self._is_settling = was_settling

    @contextmanager
    def keeping_still(self, widget: QWidget | None) -> Iterator[None]:
        """Let a widget stay where it is seen whatever is changed above it meanwhile."""
        was_settling, self._is_settling = self._is_settling, True
        top = self.top_of(widget) if widget is not None else 0
        try:
            yield
            self.settle()
            # A box of prose knows its height only when it has its width; that asks for a layout.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.settle()
            if widget is not None:
                self.scroll_by(self.top_of(widget) - top)
        finally:
            self._is_settling = was_settling

    def top_of(self, widget: QWidget) -> int:
        """Give how far below the upper edge of what can be seen a widget begins."""
        return widget.mapTo(self.viewport(), QPoint(0, 0)).y()

    def show_rect(self, widget: QWidget, rect: QRect) -> None:
        """Bring a part of a widget into sight, with some room around it."""
        top = self.top_of(widget) + rect.top() - _AROUND
        down = top + rect.height() + 2 * _AROUND - self.viewport().height()
        if top < 0 or down > 0:
            self.scroll_by(min(top, 0) or down)

    def scroll_by(self, px: int) -> None:
        """Scroll down so many pixels, or up."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + px)
