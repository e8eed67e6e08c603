"""The navigation at the side: rows of an icon, a word and a count in words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.face_button import ENTER_KEYS

_LEFT, _GAP, _RIGHT = 14, 10, 10
_COUNT_GAP = 8
_OUTER = 12


class SideNavigation(QWidget):
    """A column of rows, one of them current."""

    row_chosen = Signal(str)

    def __init__(
        self, look: Look, name: str = "", parent: QWidget | None = None, *, width: str = "nav_width"
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, NavigationRow] = {}
        self._current = ""
        self.setAccessibleName(name or self.tr("Navigation"))
        self.setFixedWidth(look.px(width))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_OUTER, 16, _OUTER + 1, 16)
        self._column.setSpacing(2)
        look.changed.connect(self.update)

    def add_row(self, key: str, icon: str, word: str, count: str = "") -> NavigationRow:
        """Add a row; an icon of digits is shown as a number."""
        row = NavigationRow(self._look, key, icon, word)
        row.set_count(count)
        row.pressed_as.connect(self.row_chosen)
        self._rows[key] = row
        self._column.addWidget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Add something else to the column."""
        self._column.addWidget(widget)

    def add_space(self, px: int) -> None:
        """Leave room."""
        self._column.addSpacing(px)

    def add_stretch(self) -> None:
        """Push what follows to the bottom."""
        self._column.addStretch(1)

    def clear_rows(self) -> None:
        """Take all rows away."""
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows.clear()

    def row(self, key: str) -> NavigationRow:
        """Give a row."""
        return self._rows[key]

    def set_count(self, key: str, words: str) -> None:
        """Show a count in words at the right of a row: “4 due”."""
        self._rows[key].set_count(words)

    @property
    def current(self) -> str:
        """The key of the current row."""
        return self._current

    def set_current(self, key: str) -> None:
        """Mark the row of the page that is shown; an unknown key marks none."""
        self._current = key
        for own, row in self._rows.items():
            row.set_current(own == key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the desk and the line towards the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.colour("line"))


class NavigationRow(QAbstractButton):
    """One row: where it leads, and how much waits there."""

    pressed_as = Signal(str)

    def __init__(self, look: Look, key: str, icon: str, word: str) -> None:
        super().__init__()
        self._look, self._key, self._icon, self._word, self._count = look, key, icon, word, ""
        self._icon_colour = ""
        self._heights: dict[int, int] = {}  # by width: a layout asks many times over
        self.setText(word.replace("&", "&&"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self._restyle)
        self._name()

    def set_word(self, word: str) -> None:
        """Lead to the same place under another word."""
        if word == self._word:
            return
        self._word = word
        self.setText(word.replace("&", "&&"))
        self._name()
        self._restyle()

    def set_count(self, words: str) -> None:
        """Show words at the right."""
        if words == self._count:
            return
        self._count = words
        self._name()
        self._restyle()

    def set_icon(self, icon: str, colour: str = "") -> None:
        """Show another icon or number; an icon without a colour has that of the word."""
        self._icon, self._icon_colour = icon, colour
        self.update()

    def set_current(self, is_current: bool) -> None:
        """Mark or unmark the row."""
        self.setChecked(is_current)
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._word}, {self._count}" if self._count else self._word)

    def _on_clicked(self) -> None:
        self.pressed_as.emit(self._key)

    def nextCheckState(self) -> None:
        """Leave the mark to the window: it knows which page is shown."""

    def _restyle(self) -> None:
        self._heights = {}
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for icon, word and count."""
        count = QFontMetricsF(self._look.font("small")).horizontalAdvance(self._count)
        word = QFontMetricsF(self._look.font("body_strong")).horizontalAdvance(self._word)
        wide = _LEFT + self._look.theme.icon_px("m") + 2 * _GAP + word + count + _RIGHT
        return QSize(round(wide), self._look.px("nav_row"))

    def minimumSizeHint(self) -> QSize:
        """Let the word be shortened in a narrow column."""
        return QSize(self._look.theme.icon_px("m") + _LEFT + _RIGHT, self._look.px("nav_row"))

    def heightForWidth(self, width: int) -> int:
        """Ask for a second line where the word does not fit on one, be the row current or not."""
        if width not in self._heights:
            more = len(self._lines("body_strong", width)) - 1
            height = self._look.px("nav_row") + round(more * self._look.theme.line_px("body"))
            self._heights[width] = height
        return self._heights[width]

    def _lines(self, style: str, width: int) -> tuple[str, ...]:
        """Break the word into two lines at most, each shortened if even so it does not fit."""
        metrics = QFontMetricsF(self._look.font(style))
        room = self._room(width)
        words = self._word.split(" ")
        taken = len(words)
        while taken > 1 and metrics.horizontalAdvance(" ".join(words[:taken])) > room:
            taken -= 1
        lines = (" ".join(words[:taken]), " ".join(words[taken:]))
        shortened = Qt.TextElideMode.ElideRight
        return tuple(metrics.elidedText(line, shortened, room + 1) for line in lines if line)

    def _room(self, width: int) -> float:
        """Give how wide the word may be beside the icon and the count."""
        count = QFontMetricsF(self._look.font("small")).horizontalAdvance(self._count)
        left = _LEFT + self._look.theme.icon_px("m") + _GAP
        return width - _RIGHT - left - (count + _COUNT_GAP if self._count else 0)

    def ring_rect(self) -> QRect:
        """Surround the row inside its edge."""
        return self.rect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as the space bar does."""
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def ring_radius(self) -> int:
        """Give the radius of the row's corners."""
        return self._look.theme.radius("checkbox")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        current = self.isChecked()
        colour = "accent" if current else "text"
        icon_px = self._look.theme.icon_px("m")
        self._paint_icon(painter, QRectF(_LEFT, 0, icon_px, self.height()), colour)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("text_muted"))
        right = QRectF(0, 0, self.width() - _RIGHT, self.height())
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, side | Qt.AlignmentFlag.AlignRight, self._count)
        style = "body_strong" if current else "body"
        painter.setFont(self._look.font(style))
        painter.setPen(self._look.colour(colour))
        left, room = _LEFT + icon_px + _GAP, self._room(self.width()) + 2
        words = "\n".join(self._lines(style, self.width()))
        painter.drawText(QRectF(left, 0, room, self.height()), side, words)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._look.theme
        radius = theme.radius("checkbox")
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            if theme.is_high_contrast:
                painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("accent_tint"))
            inset = 1 if theme.is_high_contrast else 0
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius
            )
            bar = theme.tokens.size["bar"]
            painter.fillRect(0, 0, bar, self.height(), theme.colour("accent"))
        elif self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _paint_icon(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        if self._icon.isdigit():
            style = "small_strong" if self.isChecked() else "small"
            painter.setFont(self._look.font(style))
            painter.setPen(self._look.colour("text_muted"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._icon)
            return
        pixmap = self._look.pixmap(self._icon, self._icon_colour or colour, "m")
        painter.drawPixmap(round(rect.x()), round(rect.center().y() - rect.width() / 2), pixmap)
