"""The way from the forms to the person's own ones."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.flow_layout import FlowLayout


class OwnFormButtons(QWidget):
    """Make one, or see them all."""

    def __init__(self, look: Look) -> None:
        """Stand in a row, or in two where there is no room."""
        super().__init__()
        self.make_button = Button(look, self.tr("Make a form"), icon="plus", is_small=True)
        self.list_button = Button(look, self.tr("Your own forms"), icon="pencil", is_small=True)
        row = FlowLayout(gap=look.space("s"), line_gap=look.space("xs"))
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.make_button)
        row.addWidget(self.list_button)
        self.setLayout(row)
