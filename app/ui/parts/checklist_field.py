"""A checklist: each item in a row with its verdict, and a line for the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.answer import Checked, Checklist, Verdict
from app.ui.look import Look
from app.ui.parts.checklist_row import ChecklistRow


class ChecklistField(QWidget):
    """Gives the items that have a verdict or a reason, in their own order."""

    value_changed = Signal(object)  # Checklist

    def __init__(
        self, look: Look, items: Sequence[str], name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(name)
        self.rows = tuple(ChecklistRow(look, item, self) for item in items)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
            row.changed.connect(self._on_changed)
        if self.rows:
            self.rows[-1].end_list()

    @property
    def value(self) -> Checklist:
        """The items that say something."""
        checked = (row.checked for row in self.rows)
        return Checklist(tuple(each for each in checked if each.verdict or each.reason))

    def set_value(self, value: Checklist) -> None:
        """Show verdicts and reasons without telling anyone."""
        by_item = {each.item: each for each in value.items}
        for row in self.rows:
            row.set_checked(by_item.get(row.item, Checked(row.item)))

    def set_verdicts(self, value: Checklist) -> None:
        """Show other verdicts without touching the reasons."""
        verdicts = verdicts_of(value)
        for row in self.rows:
            row.set_verdict(verdicts.get(row.item))

    def with_verdicts(self, now: Checklist, step: Checklist) -> Checklist:
        """Give the reasons of one value with the verdicts of another."""
        verdicts, by_item = verdicts_of(step), {each.item: each for each in now.items}
        joined = (
            replace(by_item.get(row.item, Checked(row.item)), verdict=verdicts.get(row.item))
            for row in self.rows
        )
        return Checklist(tuple(each for each in joined if each.verdict or each.reason))

    def _on_changed(self) -> None:
        self.value_changed.emit(self.value)


def verdicts_of(value: Checklist) -> dict[str, Verdict]:
    """Give the verdict of each item that has one."""
    return {each.item: each.verdict for each in value.items if each.verdict is not None}
