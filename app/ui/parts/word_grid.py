"""Numbered words in columns that are read downwards, large enough to copy by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import Look
from app.ui.parts.card import paint_card

_SIDE, _TOP, _BETWEEN = 20, 13, 20
_NUMBER_GAP, _ROW_SPARE = 12, 14
_MOST_COLUMNS = 4
_COLUMN_COUNTS = (4, 3, 2, 1)


class WordGrid(QWidget):
    """A raised sheet of words; it folds to fewer columns when the text is large."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._restyle)

    def set_words(self, words: Sequence[str]) -> None:
        """Show these words; who cannot see them hears them with their numbers."""
        self._words = tuple(words)
        spoken = ", ".join(f"{number} {word}" for number, word in enumerate(words, 1))
        self.setAccessibleName(self.tr("The recovery words"))
        self.setAccessibleDescription(spoken)
        self._restyle()

    def columns_at(self, width: int) -> int:
        """Give how many columns this width has room for."""
        fits = (count for count in _COLUMN_COUNTS if self._column_px(width, count) >= self._need())
        return next(fits, 1)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _need(self) -> float:
        metrics = QFontMetricsF(self._look.font("heading"))
        widest = max((metrics.horizontalAdvance(word) for word in self._words), default=0.0)
        return self._number_px() + _NUMBER_GAP + widest + 2

    def _number_px(self) -> float:
        return float(QFontMetricsF(self._look.font("body")).horizontalAdvance("24"))

    def _row_px(self) -> int:
        return round(self._look.theme.line_px("heading")) + _ROW_SPARE

    def _column_px(self, width: int, count: int) -> float:
        return (width - 2 * _SIDE - (count - 1) * _BETWEEN) / count

    def _rows_at(self, width: int) -> int:
        return -(-len(self._words) // self.columns_at(width))

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Fewer columns are longer."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows."""
        return self._rows_at(width) * self._row_px() + 2 * _TOP

    def sizeHint(self) -> QSize:
        """Ask for four columns."""
        wide = round(_MOST_COLUMNS * (self._need() + _BETWEEN) + 2 * _SIDE)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Ask for one column."""
        return QSize(round(self._need()) + 2 * _SIDE, 0)

    def ring_radius(self) -> int:
        """Give the radius of the sheet's corners."""
        return self._look.theme.radius("card")

    def ring_rect(self) -> QRect:
        """Surround the whole sheet."""
        return self.rect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and the words in it."""
        painter = QPainter(self)
        paint_card(painter, self._look, QRectF(self.rect()))
        rows = self._rows_at(self.width())
        for index in range(len(self._words)):
            self._paint_word(painter, index, divmod(index, rows), is_last=(index + 1) % rows == 0)

    def _paint_word(
        self, painter: QPainter, index: int, place: tuple[int, int], *, is_last: bool
    ) -> None:
        column, row = place
        wide, high = self._column_px(self.width(), self.columns_at(self.width())), self._row_px()
        rect = QRectF(_SIDE + column * (wide + _BETWEEN), _TOP + row * high, wide, high)
        middle = Qt.AlignmentFlag.AlignVCenter
        number = QRectF(rect.x(), rect.y(), self._number_px(), high)
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.colour("text_muted"))
        painter.drawText(number, middle | Qt.AlignmentFlag.AlignRight, str(index + 1))
        painter.setFont(self._look.font("heading"))
        painter.setPen(self._look.colour("text"))
        word = rect.adjusted(self._number_px() + _NUMBER_GAP, 0, 0, 0)
        painter.drawText(word, middle, self._words[index])
        if not is_last:
            line = QRectF(rect.x(), rect.bottom() - 1, wide, 1)
            painter.fillRect(line, self._look.colour("line"))
