"""The pages of a paper in a dialog, with the way to turn them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.paper.page_view import PageView
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.label import Label

_LEAST_WIDTH, _HEIGHT = 300, 460


class PaperPreview(QWidget):
    """Shows the paper as it will be printed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = PageView()
        self.view.setMinimumSize(_LEAST_WIDTH, _HEIGHT)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)
        self.previous = self._turner(look, "chevron-left", self.tr("Previous page"))
        self.number = Label(look)
        self.next = self._turner(look, "chevron-right", self.tr("Next page"))
        turning = QHBoxLayout()
        turning.setContentsMargins(12, 0, 12, 10)
        turning.setSpacing(8)
        for widget in (self.previous, self.number, self.next):
            turning.addWidget(widget)
        turning.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(turning)
        self.previous.clicked.connect(self.view.show_previous)
        self.next.clicked.connect(self.view.show_next)
        self.view.page_changed.connect(self._show_number)
        self._show_number(1, 0)

    def _turner(self, look: Look, icon: str, name: str) -> Button:
        button = Button(look, "", icon=icon, is_small=True)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _show_number(self, number: int, count: int) -> None:
        words = self.tr("Page {number} of {count}").format(number=number, count=count)
        self.number.setText(words if count else self.tr("No page yet"))
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < count)
