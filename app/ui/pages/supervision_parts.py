"""The list “On the page, in this order”: parts and reflections, each in or out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.offered import Offer
from app.summary.choice import PARTS_AT_THE_END, SummaryPart, page_order
from app.summary.part_counts import PartCounts
from app.summary.preparation import Preparation
from app.ui.look import Look
from app.ui.pages.supervision_words import (
    part_detail,
    part_title,
    reflection_detail,
    with_lines,
)
from app.ui.parts.button import LinkRow
from app.ui.parts.check_line import CheckLine
from app.ui.parts.grip import Grip

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PartRow(QWidget):
    """One row: the check, perhaps a button for more, and a grip where it can be moved."""

    toggled_as = Signal(str, bool)
    more_asked = Signal(str)
    move_asked = Signal(str, int)
    dragged = Signal(str, int)

    def __init__(self, look: Look, key: str, more: str, *, is_movable: bool) -> None:
        super().__init__()
        self._look, self.key, self._is_movable = look, key, is_movable
        self.check = CheckLine(look)
        self.more = LinkRow(look, more, is_small=True)
        self.grip = Grip(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 1)
        row.setSpacing(12)
        row.addWidget(self.check, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        self.more.setVisible(bool(more))
        self.grip.setVisible(is_movable)
        self.check.clicked.connect(self._on_clicked)
        self.check.move_asked.connect(self._on_move_asked)
        self.grip.move_asked.connect(self._on_move_asked)
        self.grip.dragged.connect(self._on_dragged)
        self.more.clicked.connect(self._on_more)
        self.more.installEventFilter(self)
        look.changed.connect(self.update)

    def show_words(self, title: str, detail: str, *, is_in: bool) -> None:
        """Show what the row stands for and whether it is in."""
        self.check.set_words(title, detail)
        self.check.setChecked(is_in)
        self.grip.set_row(title)
        self.more.setAccessibleName(f"{self.more.words} {title}")

    def _on_clicked(self, is_in: bool) -> None:
        self.toggled_as.emit(self.key, is_in)

    def _on_more(self) -> None:
        self.more_asked.emit(self.key)

    def _on_move_asked(self, step: int) -> None:
        if self._is_movable:
            self.move_asked.emit(self.key, step)

    def _on_dragged(self, height: int) -> None:
        self.dragged.emit(self.key, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the row by the same keys wherever in it the focus is."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._on_move_asked(step)
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line under the row."""
        line = self._look.colour("line")
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)


class PartsList(QWidget):
    """All rows in page order; it shows decisions and makes none."""

    part_toggled = Signal(object, bool)  # SummaryPart, in or out
    reflection_toggled = Signal(str, bool)
    row_moved = Signal(str, int)  # row, place from 0
    answers_asked = Signal(str)
    wants_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._order: tuple[str, ...] = ()
        self._parts = {part: self._part_row(part) for part in SummaryPart}
        self._rows: dict[str, PartRow] = {part.value: row for part, row in self._parts.items()}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._make_rows(page_order((), ()))

    def show_offer(
        self, preparation: Preparation, offer: Offer, counts: PartCounts, lines: Mapping[str, int]
    ) -> None:
        """Show what is in and in which order; lines say how long each row is, where it matters."""
        by_id = {each.id: each for each in offer.reflections}
        parts = {part.value for part in SummaryPart}
        self._make_rows(tuple(each for each in preparation.rows if each in parts or each in by_id))
        for key, offered in by_id.items():
            detail = reflection_detail(offered, preparation, lines.get(key, 0))
            row = self._rows[key]
            row.show_words(offered.title, detail, is_in=key in preparation.chosen)
            has_answers = bool(offered.shared or offered.unmarked)
            row.more.setVisible(has_answers and key in preparation.chosen)
        for part, row in self._parts.items():
            detail = with_lines(lines.get(part.value, 0), part_detail(part, counts, preparation))
            row.show_words(part_title(part, counts), detail, is_in=part in preparation.parts)
        is_brought = SummaryPart.WELLBEING in preparation.parts
        has_any = bool(counts.wellbeing or counts.wellbeing_unmarked)
        self._parts[SummaryPart.WELLBEING].more.setVisible(is_brought and has_any)

    def row_of(self, key: str) -> PartRow | None:
        """Give the row of a reflection or part, if it is there."""
        return self._rows.get(key)

    def part_row(self, part: SummaryPart) -> PartRow:
        """Give the row of a part."""
        return self._parts[part]

    def _part_row(self, part: SummaryPart) -> PartRow:
        more = {
            SummaryPart.WANTS: self.tr("Edit…"),
            SummaryPart.WELLBEING: self.tr("Choose…"),
        }.get(part, "")
        row = PartRow(self._look, part.value, more, is_movable=part not in PARTS_AT_THE_END)
        row.toggled_as.connect(self._on_part_toggled)
        if part is SummaryPart.WANTS:
            row.more_asked.connect(self._on_wants_asked)
        else:
            row.more_asked.connect(self.answers_asked)
        self._connect_moves(row)
        return row

    def _reflection_row(self, key: str) -> PartRow:
        row = PartRow(self._look, key, self.tr("Choose…"), is_movable=True)
        row.toggled_as.connect(self.reflection_toggled)
        row.more_asked.connect(self.answers_asked)
        self._connect_moves(row)
        return row

    def _connect_moves(self, row: PartRow) -> None:
        row.move_asked.connect(self._on_move_asked)
        row.dragged.connect(self._on_dragged)

    def _make_rows(self, order: tuple[str, ...]) -> None:
        if order == self._order:
            return
        for key in [each for each in self._rows if each not in order]:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, key in enumerate(order):
            if key not in self._rows:
                self._rows[key] = self._reflection_row(key)
            self._column.insertWidget(place, self._rows[key])
        self._order = order
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        rows = [self._rows[key] for key in self._order]
        chain: list[QWidget] = [w for row in rows for w in (row.check, row.more, row.grip)]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _movable(self) -> list[str]:
        at_the_end = {part.value for part in PARTS_AT_THE_END}
        return [each for each in self._order if each not in at_the_end]

    def _on_part_toggled(self, key: str, is_in: bool) -> None:
        self.part_toggled.emit(SummaryPart(key), is_in)

    def _on_wants_asked(self, _key: str) -> None:
        self.wants_asked.emit()

    def _on_move_asked(self, key: str, step: int) -> None:
        movable = self._movable()
        place = movable.index(key) + step
        if 0 <= place < len(movable):
            self.row_moved.emit(key, place)

    def _on_dragged(self, key: str, height: int) -> None:
        at = self.mapFromGlobal(QPoint(0, height)).y()
        movable = self._movable()
        rows = [self._rows[each] for each in movable if each != key]
        place = sum(1 for row in rows if row.geometry().center().y() < at)
        if place != movable.index(key):
            self.row_moved.emit(key, place)
