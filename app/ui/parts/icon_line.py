"""An icon and a sentence that may take several lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label


class IconLine(QWidget):
    """The icon stands level with the first line."""

    def __init__(
        self, look: Look, icon: str, colour: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        mark = IconLabel(look, icon, colour, "m")
        mark.stand_beside("body")
        words = Label(look, text)
        words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
