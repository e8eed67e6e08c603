"""What a year is measured by: a sentence each, with a bar, an icon and what is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.summary.cpd_words import Counted
from app.ui.look import Look
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label

_LEAST = 210  # pixels at 100 % that one of them needs
_TONES = {True: ("circle-check", "success"), False: ("circle-alert", "warning")}
_NEUTRAL = ("info", "info")


class Measures(QWidget):
    """Beside one another where there is room, else in two columns or one."""

    def __init__(self, look: Look) -> None:
        """Begin with none."""
        super().__init__()
        self._look = look
        self._every: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space("l"))
        self._grid.setVerticalSpacing(look.space("m"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_counted(self, counted: Sequence[Counted], width: int) -> None:
        """Say other sentences."""
        for each in self._every:
            each.deleteLater()
        self._every = [_Measure(self._look, each) for each in counted]
        self.fold(width)

    def fold(self, width: int) -> None:
        """Take as many columns as the width has room for."""
        if not self._every:
            return
        room = max(1, int(width // (_LEAST * self._look.theme.scale)))
        columns = min(len(self._every), room)
        if columns < len(self._every):
            columns = -(-len(self._every) // -(-len(self._every) // columns))
        for each in self._every:
            self._grid.removeWidget(each)
        for place, each in enumerate(self._every):
            self._grid.addWidget(each, place // columns, place % columns)
        for column in range(len(self._every)):
            self._grid.setColumnStretch(column, int(column < columns))


class _Measure(QWidget):
    """One sentence."""

    def __init__(self, look: Look, counted: Counted) -> None:
        super().__init__()
        self._look = look
        icon, self._tone = _NEUTRAL if counted.is_met is None else _TONES[counted.is_met]
        mark = IconLabel(look, icon, self._tone, "m")
        mark.stand_beside("subheading")
        lead = Label(look, counted.lead, "subheading")
        lead.setWordWrap(True)
        wanted = Label(look, counted.wanted, "small", "text_muted")
        wanted.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(look.space("xs"))
        top.addWidget(mark)
        top.addWidget(lead, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.space("m"), 2, 0, 4)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(wanted)
        column.addStretch(1)

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar at the left."""
        bar = self._look.theme.tokens.size["bar"]
        QPainter(self).fillRect(0, 0, bar, self.height(), self._look.colour(self._tone))
