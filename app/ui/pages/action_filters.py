"""Over the list of actions: how they stand, where they come from, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from app.domain.placed_action import ActionState, PlacedAction, due_within_a_week
from app.ui.look import Look
from app.ui.parts.chip import Chip
from app.ui.parts.filter_chip import FilterChip
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label


class ActionFilters(QWidget):
    """One state is always chosen."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        """Begin with what is open, from anywhere."""
        super().__init__()
        self._state = ActionState.OPEN
        words = {
            ActionState.OPEN: self.tr("Open"),
            ActionState.DONE: self.tr("Done"),
            ActionState.DROPPED: self.tr("Dropped"),
            ActionState.CARRIED: self.tr("Carried forward"),
        }
        self.chips = {state: Chip(look, word, is_checkable=True) for state, word in words.items()}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.source = FilterChip(look, self.tr("From"), self.tr("From anywhere"))
        self.count_label = Label(look, "", "small", "text_muted")
        flow = FlowLayout(gap=look.space("s"), line_gap=look.space("s"))
        for chip in self.chips.values():
            self._group.addButton(chip)
            flow.addWidget(chip)
        flow.addWidget(self.source)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._direction = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._direction.setContentsMargins(0, 0, 0, 0)
        self._direction.setSpacing(look.space("s"))
        self._direction.addLayout(flow, 1)
        self._direction.addWidget(self.count_label)
        self.chips[self._state].setChecked(True)
        self._group.buttonClicked.connect(self._on_chosen)
        self.source.value_changed.connect(self._on_changed)

    @property
    def state(self) -> ActionState:
        """How the actions that are shown stand."""
        return self._state

    def choose(self, state: ActionState) -> None:
        """Show what stands so, from anywhere, without telling anyone."""
        self._state = state
        self.chips[state].setChecked(True)
        self.source.set_value(None)

    def offer(self, actions: Sequence[PlacedAction]) -> None:
        """Offer the forms in which there are actions."""
        titles = {each.form_id: each.form_title for each in actions}
        self.source.set_options(sorted(titles.items(), key=lambda each: each[1].casefold()))

    def narrowed(self, actions: Sequence[PlacedAction]) -> tuple[PlacedAction, ...]:
        """Give those that come from where is chosen."""
        form_id = self.source.value
        return tuple(each for each in actions if form_id in (None, each.form_id))

    def tell_count(self, actions: Sequence[PlacedAction], today: date) -> None:
        """Say how many stand so, and of the open ones how many are due."""
        count = sum(1 for each in actions if each.is_in(self._state))
        words = {
            ActionState.OPEN: self.tr("{count} open"),
            ActionState.DONE: self.tr("{count} done"),
            ActionState.DROPPED: self.tr("{count} dropped"),
            ActionState.CARRIED: self.tr("{count} carried forward"),
        }[self._state].format(count=f"{count:,}")
        due = due_within_a_week(actions, today) if self._state is ActionState.OPEN else 0
        if due:
            words = self.tr("{words}, {due} of them due within a week").format(
                words=words, due=f"{due:,}"
            )
        self.count_label.setText(words)

    def fold(self, *, is_narrow: bool) -> None:
        """Put the count under the filters where there is little room beside them."""
        self.count_label.setWordWrap(is_narrow)
        directions = QBoxLayout.Direction
        self._direction.setDirection(
            directions.TopToBottom if is_narrow else directions.LeftToRight
        )

    def focus(self) -> None:
        """Go to what is chosen."""
        self.chips[self._state].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        self._state = next(state for state, chip in self.chips.items() if chip.isChecked())
        self.changed.emit()

    def _on_changed(self, _value: object) -> None:
        self.changed.emit()
