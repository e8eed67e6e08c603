"""The button with what can be decided about keeping the reflection that is read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from app.domain.retention import Keeping
from app.ui.look import Look
from app.ui.parts.button import Button


class KeepingMenu(Button):
    """Opens a menu: when to look again, the review date, the hold, and the bin."""

    look_again_asked = Signal()
    review_asked = Signal()
    hold_asked = Signal()
    release_asked = Signal()
    bin_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Offer nothing until there is a reflection."""
        super().__init__(look, self.tr("Keeping"), is_small=True)
        self.set_trailing_icon("chevron-down")
        self.setAccessibleDescription(self.tr("Look again, review date, hold and bin."))
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Keeping"))
        self.look_again = menu.addAction(self.tr("&Look again on…"))
        self.review = menu.addAction(self.tr("Re&view date…"))
        self.hold = menu.addAction(self.tr("Put on &hold…"))
        self.release = menu.addAction(self.tr("&Release the hold…"))
        menu.addSeparator()
        self.to_bin = menu.addAction(self.tr("Move to the &bin…"))
        self.look_again.triggered.connect(self.look_again_asked)
        self.review.triggered.connect(self.review_asked)
        self.hold.triggered.connect(self.hold_asked)
        self.release.triggered.connect(self.release_asked)
        self.to_bin.triggered.connect(self.bin_asked)
        self.setMenu(menu)

    def show_keeping(self, keeping: Keeping | None) -> None:
        """Offer what fits; nothing where no reflection is read."""
        self.setEnabled(keeping is not None)
        is_held = keeping is not None and keeping.is_held
        self.hold.setVisible(not is_held)
        self.release.setVisible(is_held)
