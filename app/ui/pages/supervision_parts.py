"""The list “On the page, in this order”: parts and reflections, each in or out."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.preparing import OfferedReflection
from app.summary.choice import PartCounts, SummaryPart
from app.summary.preparation import Preparation
from app.ui.look import Look
from app.ui.pages.supervision_words import part_detail, part_title, reflection_detail
from app.ui.parts.button import LinkRow
from app.ui.parts.check_line import CheckLine
from app.ui.parts.grip import Grip

_BEFORE = (SummaryPart.ACTIONS, SummaryPart.WANTS)
_AFTER = tuple(part for part in SummaryPart if part not in _BEFORE)


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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line under the row."""
        line = self._look.colour("line")
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)


class PartsList(QWidget):
    """All rows in page order; it shows decisions and makes none."""

    part_toggled = Signal(object, bool)  # SummaryPart, in or out
    reflection_toggled = Signal(str, bool)
    reflection_moved = Signal(str, int)  # id, place from 0
    answers_asked = Signal(str)
    wants_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._order: tuple[str, ...] = ()
        self._parts = {part: self._part_row(part) for part in SummaryPart}
        self._reflections: dict[str, PartRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (*_BEFORE, *_AFTER):
            self._column.addWidget(self._parts[part])

    def show_offer(
        self,
        preparation: Preparation,
        reflections: tuple[OfferedReflection, ...],
        counts: PartCounts,
    ) -> None:
        """Show what is in and in which order."""
        by_id = {each.id: each for each in reflections}
        self._make_rows(tuple(each for each in preparation.order if each in by_id))
        for key, row in self._reflections.items():
            detail = reflection_detail(by_id[key], preparation)
            row.show_words(by_id[key].title, detail, is_in=key in preparation.chosen)
            row.more.setVisible(bool(by_id[key].shared) and key in preparation.chosen)
        for part, row in self._parts.items():
            detail = part_detail(part, counts, len(preparation.wants))
            row.show_words(part_title(part), detail, is_in=part in preparation.parts)

    def row_of(self, reflection_id: str) -> PartRow | None:
        """Give the row of a reflection, if it is there."""
        return self._reflections.get(reflection_id)

    def part_row(self, part: SummaryPart) -> PartRow:
        """Give the row of a part."""
        return self._parts[part]

    def _part_row(self, part: SummaryPart) -> PartRow:
        more = self.tr("Edit…") if part is SummaryPart.WANTS else ""
        row = PartRow(self._look, part.value, more, is_movable=False)
        row.toggled_as.connect(self._on_part_toggled)
        row.more_asked.connect(self._on_wants_asked)
        return row

    def _reflection_row(self, key: str) -> PartRow:
        row = PartRow(self._look, key, self.tr("Choose…"), is_movable=True)
        row.toggled_as.connect(self.reflection_toggled)
        row.more_asked.connect(self.answers_asked)
        row.move_asked.connect(self._on_move_asked)
        row.dragged.connect(self._on_dragged)
        return row

    def _make_rows(self, order: tuple[str, ...]) -> None:
        if order == self._order:
            return
        for key in [each for each in self._reflections if each not in order]:
            row = self._reflections.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, key in enumerate(order):
            if key not in self._reflections:
                self._reflections[key] = self._reflection_row(key)
            self._column.insertWidget(len(_BEFORE) + place, self._reflections[key])
        self._order = order
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        rows = [self._parts[part] for part in _BEFORE]
        rows += [self._reflections[key] for key in self._order]
        rows += [self._parts[part] for part in _AFTER]
        chain: list[QWidget] = [w for row in rows for w in (row.check, row.more, row.grip)]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _on_part_toggled(self, key: str, is_in: bool) -> None:
        self.part_toggled.emit(SummaryPart(key), is_in)

    def _on_wants_asked(self, _key: str) -> None:
        self.wants_asked.emit()

    def _on_move_asked(self, key: str, step: int) -> None:
        place = self._order.index(key) + step
        if 0 <= place < len(self._order):
            self.reflection_moved.emit(key, place)

    def _on_dragged(self, key: str, height: int) -> None:
        at = self.mapFromGlobal(QPoint(0, height)).y()
        rows = [self._reflections[each] for each in self._order if each != key]
        place = sum(1 for row in rows if row.geometry().center().y() < at)
        if place != self._order.index(key):
            self.reflection_moved.emit(key, place)
