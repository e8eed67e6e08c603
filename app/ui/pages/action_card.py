"""The card under the list: all of the current action, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.placed_action import PlacedAction, carried_words, source_words
from app.domain.smarter import smarter_words
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.card import Card
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label, LeadLabel


class ActionCard(Card):
    """Rows stay calm because the acts stand here."""

    done_asked = Signal()
    carry_asked = Signal()
    drop_asked = Signal()
    reopen_asked = Signal()
    source_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Show nothing yet."""
        super().__init__(look)
        self.set_current(True)
        self.what = Label(look, "", "body_strong")
        self.what.setWordWrap(True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.space("xs"))
        self.done = Button(look, self.tr("Done…"), icon="check")
        self.carry = Button(look, self.tr("Carry forward…"))
        self.drop = Button(look, self.tr("Drop…"), "flat")
        self.reopen = Button(look, self.tr("Open again"), icon="rotate-ccw")
        words = self.tr("Go to where it came from")
        self.source = Button(look, words, "flat", key_hint="F4", is_small=True)
        self._direction = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._direction.setSpacing(look.space("l"))
        self._direction.addLayout(self._said(), 1)
        self._direction.addWidget(self._acts(), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._direction)
        self.done.clicked.connect(self.done_asked)
        self.carry.clicked.connect(self.carry_asked)
        self.drop.clicked.connect(self.drop_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        self.source.clicked.connect(self.source_asked)

    def _said(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.space("xs"))
        column.addWidget(self.what)
        column.addLayout(self._lines)
        column.addStretch(1)
        return column

    def _acts(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space("s"))
        self._row = FlowLayout(gap=self._look.space("s"), line_gap=self._look.space("s"))
        for button in (self.done, self.carry, self.drop, self.reopen):
            self._row.addWidget(button)
        column.addLayout(self._row)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.source)
        column.addLayout(below)
        return holder

    @property
    def first_act(self) -> Button:
        """The act that one most likely wants."""
        return self.done if not self.done.isHidden() else self.reopen

    def show_action(self, placed: PlacedAction, today: date) -> None:
        """Show an action and what can be done with it."""
        self.what.setText(placed.action.what.strip())
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for lead, words in self._words(placed, today):
            label = LeadLabel(self._look, lead, words, "small")
            label.set_colour("text_muted")
            label.set_rest_colour("text")
            self._lines.addWidget(label)
        is_open = placed.action.is_open
        for button in (self.done, self.carry, self.drop):
            button.setVisible(is_open)
        self.reopen.setVisible(not is_open)

    def fold(self, *, is_narrow: bool) -> None:
        """Put the acts under the words where the list has one column."""
        directions = QBoxLayout.Direction
        self._direction.setDirection(
            directions.TopToBottom if is_narrow else directions.LeftToRight
        )

    def _words(self, placed: PlacedAction, today: date) -> Iterator[tuple[str, str]]:
        action = placed.action
        said = (
            (self.tr("How we will know:"), action.how_known),
            (self.tr("SMARTer:"), smarter_words(action.checks)),
            (self.tr("What came of it:"), action.came_of_it),
            (self.tr("Why it was dropped:"), action.dropped_because),
            (self.tr("Came from:"), source_words(placed, today)),
        )
        for lead, words in said:
            if words.strip():
                yield lead, words.strip()
        notes = (
            self.tr("on the child’s record") if action.is_on_record else "",
            carried_words(action.carried),
        )
        if any(notes):
            words = ", ".join(note for note in notes if note)
            yield "", words[:1].upper() + words[1:]
