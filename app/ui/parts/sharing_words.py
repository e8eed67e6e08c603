"""Says who may see an answer: an icon and a word for each mark it carries."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.sharing import Sharing
from app.ui.look import Look
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label
from app.ui.parts.sharing_control import sharing_mark, sharing_word

_GAP_IN_MARK, _GAP_BETWEEN = 6, 12


class SharingWords(QWidget):
    """Shows a sharing without a way to change it."""

    def __init__(self, look: Look, sharing: Sharing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_IN_MARK)
        for number, mark in enumerate(list(sharing) or [Sharing.PRIVATE]):
            if number:
                row.addSpacing(_GAP_BETWEEN - _GAP_IN_MARK)
            name, colour = sharing_mark(mark)
            icon = IconLabel(look, name, colour, "xs")
            icon.stand_beside("small")
            row.addWidget(icon)
            row.addWidget(Label(look, sharing_word(mark), "small", colour))
