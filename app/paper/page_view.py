"""Shows one page exactly as it will be printed: a page of the PDF that Typst sets."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from app.paper.page_picture import page_picture

_A4_HEIGHT_OVER_WIDTH = 297 / 210
_MARGIN = 16
_LEAST_WIDTH = 40
_ZOOM_STEP = 1.15
_SMALLEST_ZOOM, _LARGEST_ZOOM = 0.25, 4.0
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Fit(Enum):
    """How large a page is shown; free means as the person has zoomed it."""

    PAGE = auto()
    WIDTH = auto()
    FREE = auto()


class PageSheet(QWidget):
    """One white sheet on the desk; it holds the focus, so that the ring stands round the paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with an empty sheet."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pdf, self._number = b"", 1
        self._picture = QImage()

    def show_page(self, pdf: bytes, number: int) -> None:
        """Show the page with this number, from 1; the page before is forgotten."""
        self._pdf, self._number = pdf, number
        self._picture = QImage()
        self.update()

    def clear(self) -> None:
        """Show an empty sheet."""
        self.show_page(b"", 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper white in every theme, with a thin edge."""
        painter = QPainter(self)
        if self._pdf:
            painter.drawImage(0, 0, self._drawn())
        else:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _drawn(self) -> QImage:
        # Drawing a page takes about as long as a frame, so scrolling reuses the picture.
        ratio = self.devicePixelRatioF()
        wanted = self.size() * ratio
        if self._picture.size() != wanted:
            self._picture = page_picture(self._pdf, self._number, wanted)
            self._picture.setDevicePixelRatio(ratio)
        return self._picture


class PageView(QScrollArea):
    """The pages of a document, one at a time, fitted to the view or larger."""

    page_changed = Signal(int, int)  # page number from 1, number of pages

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pages."""
        super().__init__(parent)
        self.setObjectName("page_view")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._sheet = PageSheet()
        self.setWidget(self._sheet)
        self._sheet.setAutoFillBackground(False)
        self._pdf, self._count = b"", 0
        self._number = 1
        self._zoom = 1.0
        self._fit = Fit.PAGE
        self._tell()

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return self._count

    @property
    def page_number(self) -> int:
        """The page shown, from 1."""
        return self._number

    @property
    def fit(self) -> Fit:
        """How large a page is shown."""
        return self._fit

    def show_pages(self, pdf: bytes, count: int) -> None:
        """Show a document of so many pages; the number stays where there is such a page."""
        self._pdf, self._count = pdf, count
        self.show_number(min(self._number, max(1, count)))

    def clear(self) -> None:
        """Show an empty sheet; what was shown is forgotten."""
        self.show_pages(b"", 0)

    def show_number(self, number: int) -> None:
        """Show the page with this number, from 1; a number outside the document is ignored."""
        if self._count == 0:
            self._number = 1
            self._sheet.clear()
        elif 1 <= number <= self._count:
            if number != self._number:
                self.verticalScrollBar().setValue(0)
            self._number = number
            self._sheet.show_page(self._pdf, number)
        self._tell()
        self.page_changed.emit(self._number, self._count)

    def show_next(self) -> None:
        """Show the next page."""
        self.show_number(self._number + 1)

    def show_previous(self) -> None:
        """Show the page before."""
        self.show_number(self._number - 1)

    def set_zoom(self, zoom: float) -> None:
        """Set the size; 1.0 fits the whole page into the view."""
        self._fit = Fit.FREE
        self._zoom = min(_LARGEST_ZOOM, max(_SMALLEST_ZOOM, zoom))
        self._resize_sheet()

    def fit_page(self) -> None:
        """Show the whole page, also when the view changes its size."""
        self._fit = Fit.PAGE
        self._resize_sheet()

    def fit_width(self) -> None:
        """Make the page as wide as the view, also when the view changes its size."""
        self._fit = Fit.WIDTH
        self._resize_sheet()

    def _width_at(self, fit: Fit) -> float:
        room = self.maximumViewportSize()
        across = room.width() - 2 * _MARGIN
        if fit is Fit.WIDTH:
            return across - self.verticalScrollBar().sizeHint().width()
        whole = min(across, (room.height() - 2 * _MARGIN) / _A4_HEIGHT_OVER_WIDTH)
        return max(whole, _LEAST_WIDTH) * (self._zoom if fit is Fit.FREE else 1.0)

    def _resize_sheet(self) -> None:
        width = max(self._width_at(self._fit), _LEAST_WIDTH)
        self._sheet.resize(QSize(round(width), round(width * _A4_HEIGHT_OVER_WIDTH)))

    def _tell(self) -> None:
        words = self.tr("Page {number} of {count}, as it will be printed")
        name = words.format(number=self._number, count=self._count)
        name = name if self._count else self.tr("No page yet")
        self.setAccessibleName(name)
        self._sheet.setAccessibleName(name)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page fitted."""
        super().resizeEvent(event)
        self._resize_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with Page Up, Page Down, Left and Right; go to the ends with Home and End."""
        turns = {
            Qt.Key.Key_PageDown: self._number + 1,
            Qt.Key.Key_Right: self._number + 1,
            Qt.Key.Key_PageUp: self._number - 1,
            Qt.Key.Key_Left: self._number - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self._count,
        }
        number = turns.get(Qt.Key(event.key()))
        if number is not None:
            self.show_number(number)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & _CONTROL:
            larger = event.angleDelta().y() > 0
            shown = self._width_at(self._fit) / self._width_at(Fit.PAGE)
            self.set_zoom(shown * (_ZOOM_STEP if larger else 1 / _ZOOM_STEP))
            event.accept()
        else:
            super().wheelEvent(event)
