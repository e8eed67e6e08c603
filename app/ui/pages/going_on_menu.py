"""The button with the ways to go on from the reflection that is read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from app.ui.look import Look
from app.ui.parts.button import Button


class GoingOnMenu(Button):
    """Opens a menu: a later look, a fuller form, a copy, a link."""

    look_again_asked = Signal()
    fuller_form_asked = Signal()
    copy_asked = Signal()
    link_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Offer nothing until there is a reflection."""
        super().__init__(look, self.tr("Go on"), is_small=True)
        self.set_trailing_icon("chevron-down")
        self.setAccessibleDescription(self.tr("Look again, a fuller form, a copy, a link."))
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Go on"))
        self.look_again = menu.addAction(self.tr("Look &again now"))
        self.fuller_form = menu.addAction(self.tr("Go on in a &fuller form…"))
        self.copy = menu.addAction(self.tr("&Duplicate"))
        self.link = menu.addAction(self.tr("&Link to another…"))
        self.look_again.triggered.connect(self.look_again_asked)
        self.fuller_form.triggered.connect(self.fuller_form_asked)
        self.copy.triggered.connect(self.copy_asked)
        self.link.triggered.connect(self.link_asked)
        self.setMenu(menu)
        self.setEnabled(False)
