"""What stands over the form in focus mode: the way out, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.look import Look
from app.ui.parts.button import Button

_SIDE, _ABOVE = 20, 6


class FocusStrip(QWidget):
    """A quiet button at the right, so that nobody is shut in."""

    leave_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.leave = Button(look, self.tr("Leave focus mode"), "flat", is_small=True)
        self.leave.set_key_hint(self.tr("F11"))
        self.leave.clicked.connect(self.leave_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, _ABOVE, _SIDE, 0)
        row.addStretch(1)
        row.addWidget(self.leave)
        self.hide()
