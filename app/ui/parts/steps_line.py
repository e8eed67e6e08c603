"""Where one is on a way of several steps: “Step 1 of 3 · Passphrase · Recovery words”."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label

_GAP, _UNDERLINE, _BELOW = 10, 2, 4


class StepsLine(QWidget):
    """All steps in one line; the present one is underlined, those behind say that they are done."""

    def __init__(
        self, look: Look, steps: Sequence[str], present: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        count = self.tr("Step {number} of {count}").format(number=present + 1, count=len(steps))
        flow = FlowLayout(gap=_GAP, line_gap=2)
        flow.addWidget(_part(look, count))
        for index, step in enumerate(steps):
            flow.addWidget(_part(look, "·"))
            if index == present:
                flow.addWidget(_PresentStep(look, step))
            else:
                done = self.tr("{step} (done)").format(step=step)
                flow.addWidget(_part(look, done if index < present else step))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.setAccessibleName(f"{count}: {steps[present]}")


class _PresentStep(Label):
    """The step one is at."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, "small_strong", "accent")
        self.setContentsMargins(0, 0, 0, _BELOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and a line under them."""
        super().paintEvent(event)
        painter = QPainter(self)
        top = self.height() - _UNDERLINE
        painter.fillRect(0, top, self.width(), _UNDERLINE, self._look.colour("accent"))


def _part(look: Look, text: str) -> Label:
    label = Label(look, text, "small", "text_muted")
    label.setContentsMargins(0, 0, 0, _BELOW)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return label
