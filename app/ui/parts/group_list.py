"""The list of groups at the left of the settings: words only, one of them current."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.flow_layout import FlowLayout

_LEFT, _RIGHT = 15, 15
_ROW_GROUND = 36


class GroupList(QWidget):
    """Rows under each other, or beside each other where the page is narrow."""

    group_chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, _GroupRow] = {}
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(gap=0, line_gap=0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)
        self._group.buttonToggled.connect(self._on_toggled)

    def add_group(self, key: str, words: str) -> None:
        """Add a row; the first one is current."""
        row = _GroupRow(self._look, key, words)
        self._rows[key] = row
        self._group.addButton(row)
        self._flow.addWidget(row)
        if len(self._rows) == 1:
            row.setChecked(True)

    @property
    def current(self) -> str:
        """The key of the current row."""
        row = self._group.checkedButton()
        return row.key if isinstance(row, _GroupRow) else ""

    def set_current(self, key: str) -> None:
        """Make another row current."""
        self._rows[key].setChecked(True)

    def set_in_line(self, is_in_line: bool) -> None:
        """Put the rows beside each other."""
        for row in self._rows.values():
            row.set_in_line(is_in_line)
        self._flow.invalidate()
        self.updateGeometry()

    def focus_current(self) -> None:
        """Put the focus on the current row."""
        self._rows[self.current].setFocus()

    def _on_toggled(self, row: QAbstractButton, is_on: bool) -> None:
        if is_on:
            self.group_chosen.emit(self.current)


class _GroupRow(QAbstractButton):
    """One group."""

    def __init__(self, look: Look, key: str, words: str) -> None:
        super().__init__()
        self._look, self.key, self._words = look, key, words
        self._is_in_line = False
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_in_line(self, is_in_line: bool) -> None:
        """Ask for the words' width only, or for the whole line."""
        self._is_in_line = is_in_line
        self.updateGeometry()

    def ring_rect(self) -> QRect:
        """Surround the row inside its edges."""
        away = self._look.theme.focus_width() + self._look.theme.tokens.focus["offset"]
        return self.rect().adjusted(away, away, -away, -away)

    def ring_radius(self) -> int:
        """Give the radius of the ring's corners."""
        return 0

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the words, or for the whole line."""
        words = QFontMetricsF(self._look.font("body_strong")).horizontalAdvance(self._words)
        wide = round(words) + _LEFT + _RIGHT
        parent = self.parentWidget()
        if not self._is_in_line and parent is not None:
            wide = max(wide, parent.width())
        high = max(_ROW_GROUND, round(2 * self._look.theme.font_px("body")))
        return QSize(wide, high)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        words = QFontMetricsF(self._look.font("body_strong")).horizontalAdvance(self._words)
        return QSize(round(words) + _LEFT + _RIGHT, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the bar of the current row and the words."""
        painter = QPainter(self)
        theme, is_on = self._look.theme, self.isChecked()
        if is_on:
            painter.fillRect(self.rect(), theme.colour("accent_tint"))
            if theme.is_high_contrast:
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            self._paint_bar(painter)
        elif self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.colour("hover"))
        painter.setFont(theme.font("body_strong" if is_on else "body"))
        painter.setPen(theme.colour("accent" if is_on else "text"))
        words = self.rect().adjusted(_LEFT, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)

    def _paint_bar(self, painter: QPainter) -> None:
        bar, colour = self._look.px("bar"), self._look.colour("accent")
        if self._is_in_line:
            painter.fillRect(0, self.height() - bar, self.width(), bar, colour)
        else:
            painter.fillRect(0, 0, bar, self.height(), colour)
