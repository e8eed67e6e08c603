"""A field of rows that grows and shrinks: an empty row stands ready where there is none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.button import Button

_MOST = 50


class GrowingRow(QWidget):
    """One row of such a field."""

    changed = Signal()
    remove_asked = Signal(object)  # the row

    @property
    def first(self) -> QWidget:
        """Where writing begins."""
        raise NotImplementedError

    @property
    def says_something(self) -> bool:
        """Say whether anything stands in it."""
        raise NotImplementedError

    def set_number(self, number: int) -> None:
        """Name the parts of the row for those who cannot see its place."""
        raise NotImplementedError

    def _on_remove(self) -> None:
        self.remove_asked.emit(self)


Row = TypeVar("Row", bound=GrowingRow)


class RowsField(QWidget, Generic[Row]):
    """Keeps the rows and their focus; what a row holds is its own affair."""

    value_changed = Signal(object)

    def __init__(self, look: Look, add_words: str, gap: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.space(gap))
        self.add_button = Button(look, add_words, icon="plus", parent=self, is_small=True)
        self.add_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("m"))
        column.addLayout(self._list)
        column.addWidget(self.add_button)
        self.add_button.clicked.connect(self.add)

    @property
    def value(self) -> object:
        """What is written in the rows."""
        raise NotImplementedError

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows from the top."""
        return tuple(self._rows)

    @property
    def written(self) -> tuple[Row, ...]:
        """The rows in which anything stands."""
        return tuple(row for row in self._rows if row.says_something)

    def add(self) -> None:
        """Add an empty row and go there; where the last one is empty, that is the one."""
        if self._rows[-1].says_something and len(self._rows) < _MOST:
            self._append(self._empty_row())
            self._number()
        self._rows[-1].first.setFocus()

    def _empty_row(self) -> Row:
        raise NotImplementedError

    def _show(self, rows: Iterable[Row]) -> None:
        """Show these rows in place of those before, without telling anyone."""
        before = tuple(self._rows)
        for row in rows:
            self._append(row)
        if len(self._rows) == len(before):
            self._append(self._empty_row())
        # Last: a row that goes may have the focus, and there must be one to take it.
        for row in before:
            self._drop(row)
        self._number()

    def _append(self, row: Row) -> None:
        row.changed.connect(self._on_changed)
        row.remove_asked.connect(self._on_remove_asked)
        self._rows.append(row)
        self._list.addWidget(row)

    def _drop(self, row: Row) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.set_number(number)

    def _on_changed(self) -> None:
        self.value_changed.emit(self.value)

    def _on_remove_asked(self, row: Row) -> None:
        place = self._rows.index(row)
        if len(self._rows) == 1:
            self._append(self._empty_row())
        self._drop(row)
        self._number()
        self._rows[min(place, len(self._rows) - 1)].first.setFocus()
        self._on_changed()
