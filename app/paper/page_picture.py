"""Draws one page of a PDF for the eye, by PDFium.

PDFium bears one thread only: whatever stands here is for the window's thread. A document is open
only while a page of it is drawn, so PDFium keeps no word of it.
"""

from __future__ import annotations

import ctypes

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage


def page_picture(pdf: bytes, number: int, size: QSize) -> QImage:
    """Give the page with this number, from 1, in a picture of so many dots."""
    import pypdfium2  # only who looks at a page waits for it

    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    document = pypdfium2.PdfDocument(pdf)
    try:
        _draw(document[number - 1], picture)
    finally:
        document.close()
    return picture


def _draw(page: object, picture: QImage) -> None:
    from pypdfium2 import raw

    # PDFium draws straight into the dots of the picture: nothing is copied.
    dots = (ctypes.c_char * picture.sizeInBytes()).from_buffer(picture.bits())
    width, height = picture.width(), picture.height()
    bitmap = raw.FPDFBitmap_CreateEx(
        width, height, raw.FPDFBitmap_BGRx, dots, picture.bytesPerLine()
    )
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    raw.FPDFBitmap_Destroy(bitmap)
