"""The outline beside the fields: it chooses what is changed, adds, removes and moves."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.domain.form_editing import Spot
from app.ui.look import Look
from app.ui.models.version_list import VersionDelegate
from app.ui.parts.button import Button
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.reflection_list_view import ReflectionListView
from app.ui.studio.outline_model import PROMPT, ROW_ROLE, SECTION, OutlineModel, OutlineRow

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _AROUND, _INDENT, _MARK_ROOM = 14, 6, 30, 24
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALT = Qt.KeyboardModifier.AltModifier


class OutlineView(ReflectionListView):
    """A list whose rows can be moved by Alt+Up and Alt+Down and removed by Delete."""

    move_asked = Signal(int)
    remove_asked = Signal()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or remove the current row; else go through the rows."""
        if event.key() in _STEPS and event.modifiers() & _ALT:
            self.move_asked.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


class OutlineDelegate(VersionDelegate):
    """Paints one line a row, on the ground and with the ring that every list has."""

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for one line."""
        return QSize(1, math.ceil(2 * _AROUND + self._look.theme.line_px("body_strong")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground, the number, the words, the mark, and the ring."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, OutlineRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        self._paint_words(painter, option.rect, row)
        if row.has_trouble:
            icon = self._look.pixmap("circle-alert", "danger", "s")
            height = icon.height() / icon.devicePixelRatio()
            top = option.rect.y() + (option.rect.height() - height) / 2
            painter.drawPixmap(QPointF(option.rect.right() - _MARK_ROOM + 4, top), icon)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ring(painter, option)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: OutlineRow) -> None:
        font = self._look.font("body" if row.depth == PROMPT else "body_strong")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        left = rect.x() + _SIDE
        baseline = rect.y() + (rect.height() + metrics.capHeight()) / 2
        if row.depth == PROMPT:
            painter.setPen(self._look.colour("text_muted"))
            painter.drawText(QPointF(left, baseline), str(row.number))
            left += max(_INDENT, round(metrics.horizontalAdvance("000 ")))
        painter.setPen(self._look.colour("text"))
        width = rect.right() - left - _MARK_ROOM
        words = f"↳ {row.words}" if row.is_conditional else row.words
        fitted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(left, baseline), fitted)


class Outline(QWidget):
    """The list with its buttons."""

    spot_chosen = Signal(object)  # Spot
    entered = Signal()  # by Enter: go to the fields
    prompt_asked = Signal(object)  # Spot after which to add
    section_asked = Signal(object)
    remove_asked = Signal(object)
    move_asked = Signal(object, int)

    def __init__(self, look: Look) -> None:
        """Begin empty."""
        super().__init__()
        self._look = look
        self.model = OutlineModel(self)
        self.view = OutlineView(self)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Outline of the form"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(OutlineDelegate(look, self.view))
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        self.add_prompt = self._button(self.tr("Prompt"), "plus", self.tr("Add a prompt"))
        self.add_section = self._button(self.tr("Section"), "plus", self.tr("Add a section"))
        self.up = self._button(self.tr("Up"), "arrow-up", self.tr("Move up (Alt+Up)"))
        self.down = self._button(self.tr("Down"), "arrow-down", self.tr("Move down (Alt+Down)"))
        self.removing = self._button(self.tr("Remove"), "trash-2", self.tr("Remove (Del)"))
        tools = FlowLayout(gap=look.space("xs"), line_gap=look.space("xs"))
        for button in (self.add_prompt, self.add_section, self.up, self.down, self.removing):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        # The rows have room at their side, and their words stand under the title.
        left = look.space("page_left") - _SIDE
        below = QVBoxLayout()
        below.setContentsMargins(_SIDE, 0, 0, 0)
        below.addLayout(tools)
        column.setContentsMargins(left, 0, 0, look.space("m"))
        column.setSpacing(look.space("s"))
        column.addWidget(self.view, 1)
        column.addLayout(below)

    def _button(self, words: str, icon: str, name: str) -> Button:
        button = Button(self._look, words, "plain", icon, is_small=True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.opened.connect(self._on_opened)
        self.view.move_asked.connect(self._move)
        self.view.remove_asked.connect(self._remove)
        self.add_prompt.clicked.connect(self._ask_prompt)
        self.add_section.clicked.connect(self._ask_section)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.removing.clicked.connect(self._remove)

    @property
    def spot(self) -> Spot:
        """The part that is chosen."""
        row = self.model.row(self.view.currentIndex())
        return row.spot if row else Spot()

    def show_rows(self, rows: tuple[OutlineRow, ...], spot: Spot) -> None:
        """Show the parts of a form, with this one chosen."""
        self.model.show(rows)
        index = self.model.index_of(spot)
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self._allow()

    def _allow(self) -> None:
        row = self.model.row(self.view.currentIndex())
        is_part = row is not None and row.depth in (SECTION, PROMPT)
        for button in (self.up, self.down, self.removing):
            button.setEnabled(is_part)

    def _on_current(self, current: QModelIndex) -> None:
        self._allow()
        row = self.model.row(current)
        if row is not None:
            self.spot_chosen.emit(row.spot)

    def _on_opened(self, _index: QModelIndex) -> None:
        self.entered.emit()

    def _ask_prompt(self) -> None:
        self.prompt_asked.emit(self.spot)

    def _ask_section(self) -> None:
        self.section_asked.emit(self.spot)

    def _remove(self) -> None:
        if self.spot != Spot():
            self.remove_asked.emit(self.spot)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        if self.spot != Spot():
            self.move_asked.emit(self.spot, step)
