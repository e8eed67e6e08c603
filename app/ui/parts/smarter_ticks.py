"""Under an action: whether it is SMARTer, folded away until it is asked for, and on the record."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.smarter import E_WORDS, R_WORDS, SMART, in_order, smarter_words
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.chip import Chip
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label


class SmarterTicks(QWidget):
    """The ticks are made when they are first shown, for most actions never need them."""

    changed = Signal()

    def __init__(self, look: Look, checks: tuple[str, ...], *, is_on_record: bool) -> None:
        """Begin folded."""
        super().__init__()
        self._look, self._checks, self._number = look, checks, 1
        self._panel: QWidget | None = None
        self._is_open = False
        self.chips: dict[str, Chip] = {}
        self.toggle = Button(look, "", "flat", "chevron-right", is_small=True)
        self.on_record = QCheckBox(self.tr("On the child’s record"))
        self.on_record.setFont(look.font("small"))
        self.on_record.setChecked(is_on_record)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        line = FlowLayout(gap=look.space("l"), line_gap=look.space("xs"))
        line.addWidget(self.on_record)
        line.addWidget(self.toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("s"))
        self._column.addLayout(line)
        self.toggle.clicked.connect(self._on_toggled)
        self.on_record.toggled.connect(self._on_changed)
        look.changed.connect(self._restyle)
        self._say()

    @property
    def checks(self) -> tuple[str, ...]:
        """What is ticked, in the order of the letters."""
        return self._checks

    @property
    def is_on_record(self) -> bool:
        """Say whether the action stands on the child's record too."""
        return self.on_record.isChecked()

    def set_number(self, number: int) -> None:
        """Name the parts for those who cannot see which action they belong to."""
        self._number = number
        self._say()

    def _on_toggled(self) -> None:
        self._is_open = not self._is_open
        if self._panel is None:
            self._panel = self._made_panel()
            self._column.addWidget(self._panel)
            for before, after in pairwise((self.toggle, *self.chips.values())):
                QWidget.setTabOrder(before, after)
        self._panel.setVisible(self._is_open)
        self._say()

    def _made_panel(self) -> QWidget:
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space("s"))
        why = self.tr(
            "Tick what is true of it. E and R stand for different words in different places."
        )
        words = Label(self._look, why, "small", "text_muted")
        words.setWordWrap(True)
        column.addWidget(words)
        for letter, offered in (("", SMART), ("E", E_WORDS), ("R", R_WORDS)):
            column.addLayout(self._row(letter, offered))
        return panel

    def _row(self, letter: str, offered: tuple[str, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.space("s"))
        if letter:
            row.addWidget(Label(self._look, letter, "small_strong", "text_muted"))
        flow = FlowLayout(gap=self._look.space("s"), line_gap=self._look.space("s"))
        for word in offered:
            chip = Chip(self._look, word, is_checkable=True)
            chip.setChecked(word in self._checks)
            chip.toggled.connect(self._on_ticked)
            self.chips[word] = chip
            flow.addWidget(chip)
        row.addLayout(flow, 1)
        return row

    def _on_ticked(self) -> None:
        ticked = {word for word, chip in self.chips.items() if chip.isChecked()}
        others = tuple(word for word in self._checks if word not in self.chips)
        self._checks = in_order((*ticked, *others))
        self._on_changed()

    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        count = len(self._checks)
        words = self.tr("SMARTer: {count} ticked").format(count=count)
        self.toggle.set_words(words if count else self.tr("Is it SMARTer?"))
        self.toggle.set_icon("chevron-down" if self._is_open else "chevron-right")
        state = self.tr("shown") if self._is_open else self.tr("folded")
        name = self.tr("Action {number}: {words}, {state}")
        spoken = name.format(number=self._number, words=self.toggle.text(), state=state)
        self.toggle.setAccessibleName(spoken.replace("&&", "&"))
        self.toggle.setAccessibleDescription(smarter_words(self._checks))
        record = self.tr("Action {number}: on the child’s record").format(number=self._number)
        self.on_record.setAccessibleName(record)
        for word, chip in self.chips.items():
            tick = self.tr("Action {number}: {word}")
            chip.setAccessibleName(tick.format(number=self._number, word=word))

    def _restyle(self) -> None:
        self.on_record.setFont(self._look.font("small"))
