"""Puts a document's pages on paper, exactly as the preview shows them.

QPrinter looks for printers over the network's print service as soon as it exists, so it is made
only after the person pressed "Print…", never for a preview or a PDF.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMarginsF, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QWidget

_STATES = QPrinter.PrinterState
DOCUMENT_NAME = "Afterword"  # what a print queue shows: nothing of the content


def has_printer() -> bool:
    """Say whether any printer is set up; ask only after the person pressed “Print…”."""
    return bool(QPrinterInfo.availablePrinterNames())


def a4_printer() -> QPrinter:
    """Make a printer for whole A4 pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(DOCUMENT_NAME)
    printer.setCreator(DOCUMENT_NAME)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    return printer


def paint_pages(pages: tuple[bytes, ...], printer: QPrinter) -> bool:
    """Paint every page on the printer; say whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for number, page in enumerate(pages):
            if number > 0 and not printer.newPage():
                return False
            sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
            renderer = QSvgRenderer(QByteArray(_with_bare_shapes(page)))
            renderer.render(painter, QRectF(0, 0, sheet.width(), sheet.height()))
    finally:
        painter.end()
    # A printer that vanished in the middle of a page says so only now.
    return printer.printerState() not in (_STATES.Error, _STATES.Aborted)


def _with_bare_shapes(page: bytes) -> bytes:
    """Say of every shape without an edge that it has none.

    WORKAROUND Qt 6.11: Qt draws such a shape with a pen of one unit and no brush. The screen
    ignores that pen; the printer strokes it in black, and all letters come out bold. Typst gives
    every real edge a width of its own, so the width of none can stand at the root.
    """
    return page.replace(b"<svg ", b'<svg stroke-width="0" ', 1)


class PaperPrinting(QObject):
    """One printing: asks for the printer, then prints."""

    printed = Signal()
    refused = Signal()  # the printer did not take the pages

    def __init__(
        self, pages: tuple[bytes, ...], parent: QWidget, *, on_both_sides: bool = True
    ) -> None:
        """Take the pages to print; the dialog stands over the parent.

        More than one page goes on both sides of the paper where the printer can do that; the
        system's dialog offers to change it.
        """
        super().__init__(parent)
        self._pages = pages
        self._printer = a4_printer()
        both = on_both_sides and len(pages) > 1
        modes = QPrinter.DuplexMode
        self._printer.setDuplex(modes.DuplexLongSide if both else modes.DuplexNone)
        self._dialog = QPrintDialog(self._printer, parent)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.setMinMax(1, len(pages))
        self._dialog.accepted.connect(self._print)
        self._dialog.finished.connect(self.deleteLater)

    def ask(self) -> None:
        """Show the system's print dialog."""
        # QPrintDialog hides the plain open() of every dialog behind an old one with a slot.
        QDialog.open(self._dialog)

    def _print(self) -> None:
        first = self._printer.fromPage() or 1
        last = self._printer.toPage() or len(self._pages)
        was_taken = paint_pages(self._pages[first - 1 : last], self._printer)
        (self.printed if was_taken else self.refused).emit()
