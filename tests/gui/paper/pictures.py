"""Pictures of pages, and how much two of them differ."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZE = QSize(620, 877)


def greys(image):
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = [bytes(image.constScanLine(y))[: image.width()] for y in range(image.height())]
    return b"".join(rows)


def difference(one, other):
    """Give the mean difference of two pictures, looked at from so far that hinting is no matter."""
    size = QSize(SIZE.width() // 4, SIZE.height() // 4)
    smooth = Qt.TransformationMode.SmoothTransformation
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    pairs = zip(*(greys(each.scaled(size, ignore, smooth)) for each in (one, other)), strict=True)
    pairs = list(pairs)
    return sum(abs(left - right) for left, right in pairs) / len(pairs)


def ink(image):
    """Give how dark a picture is on the whole: bolder letters would show here."""
    return sum(255 - grey for grey in greys(image))


def ink_by_rows(image):
    """Give how dark each row of dots is, as a share of a black one."""
    width, dots = image.width(), greys(image)
    rows = (dots[start : start + width] for start in range(0, len(dots), width))
    return [sum(255 - grey for grey in row) / (255 * width) for row in rows]


def drawn(svg, size=SIZE):
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(svg).render(painter, QRectF(image.rect()))
    painter.end()
    return image
