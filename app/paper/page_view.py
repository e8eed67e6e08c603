"""Shows one page exactly as it will be printed: Typst's own SVG, drawn by Qt."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QScrollArea, QWidget

_A4_HEIGHT_OVER_WIDTH = 297 / 210
_MARGIN = 16
_ZOOM_STEP = 1.15
_SMALLEST_ZOOM, _LARGEST_ZOOM = 0.25, 4.0


class PageSheet(QWidget):
    """One white sheet on the desk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with an empty sheet."""
        super().__init__(parent)
        self._renderer = QSvgRenderer(self)
        self._has_page = False

    def show_page(self, svg: bytes) -> None:
        """Show this page; the page before is forgotten."""
        self._has_page = self._renderer.load(QByteArray(svg))
        self.update()

    def clear(self) -> None:
        """Show an empty sheet."""
        self._renderer.load(QByteArray(b"<svg xmlns='http://www.w3.org/2000/svg'/>"))
        self._has_page = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper white in every theme, with a thin edge, then the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("white"))
        if self._has_page:
            self._renderer.render(painter, QRectF(self.rect()))
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PageView(QScrollArea):
    """The pages of a document, one at a time, fitted to the view or larger."""

    page_changed = Signal(int, int)  # page number from 1, number of pages

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pages."""
        super().__init__(parent)
        self.setObjectName("page_view")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._sheet = PageSheet()
        self.setWidget(self._sheet)
        self._pages: tuple[bytes, ...] = ()
        self._number = 1
        self._zoom = 1.0
        self._tell()

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return len(self._pages)

    @property
    def page_number(self) -> int:
        """The page shown, from 1."""
        return self._number

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show a document; the page number stays where there is such a page."""
        self._pages = pages
        self.show_number(min(self._number, max(1, len(pages))))

    def show_number(self, number: int) -> None:
        """Show the page with this number, from 1; a number outside the document is ignored."""
        if not self._pages:
            self._sheet.clear()
        elif 1 <= number <= len(self._pages):
            self._number = number
            self._sheet.show_page(self._pages[number - 1])
        self._tell()
        self.page_changed.emit(self._number, len(self._pages))

    def show_next(self) -> None:
        """Show the next page."""
        self.show_number(self._number + 1)

    def show_previous(self) -> None:
        """Show the page before."""
        self.show_number(self._number - 1)

    def set_zoom(self, zoom: float) -> None:
        """Set the size; 1.0 fits the whole page into the view."""
        self._zoom = min(_LARGEST_ZOOM, max(_SMALLEST_ZOOM, zoom))
        self._fit()

    def fit_width(self) -> None:
        """Make the page as wide as the view."""
        fitted = self._fitted_size().width()
        self.set_zoom((self.viewport().width() - 2 * _MARGIN) / max(1, fitted))

    def _fitted_size(self) -> QSize:
        room = self.viewport().size()
        width = min(
            room.width() - 2 * _MARGIN, (room.height() - 2 * _MARGIN) / _A4_HEIGHT_OVER_WIDTH
        )
        return QSize(int(max(width, 40)), int(max(width, 40) * _A4_HEIGHT_OVER_WIDTH))

    def _fit(self) -> None:
        self._sheet.resize(self._fitted_size() * self._zoom)

    def _tell(self) -> None:
        self.setAccessibleName(
            self.tr("Page {number} of {count}, as it will be printed").format(
                number=self._number, count=len(self._pages)
            )
        )

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page fitted."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with Page Up, Page Down, Left and Right."""
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_Right):
            self.show_next()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_Left):
            self.show_previous()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            larger = event.angleDelta().y() > 0
            self.set_zoom(self._zoom * (_ZOOM_STEP if larger else 1 / _ZOOM_STEP))
            event.accept()
        else:
            super().wheelEvent(event)
