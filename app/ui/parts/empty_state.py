"""What stands where nothing is yet: what to do first, and why it is small."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label


class EmptyState(QWidget):
    """An icon, a title, two lines, one filled button and a plain one."""

    primary_clicked = Signal()
    plain_clicked = Signal()

    def __init__(  # noqa: PLR0913 - each is a word in the call and has its default
        self,
        look: Look,
        icon: str,
        title: str,
        text: str = "",
        *,
        primary: str = "",
        plain: str = "",
        parent: QWidget | None = None,
        key_hint: str = "",
    ) -> None:
        super().__init__(parent)
        self._title = Label(look, title, "title")
        self._text = Label(look, text, "body", "text_muted")
        self.primary = Button(look, primary, "primary", key_hint=key_hint)
        self.plain = Button(look, plain)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(IconLabel(look, icon, "accent", "xl"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(look.space("s"))
        row.addWidget(self.primary)
        row.addWidget(self.plain)
        row.addStretch(1)
        column.addLayout(row)
        self.primary.setVisible(bool(primary))
        self.plain.setVisible(bool(plain))
        self.primary.clicked.connect(self.primary_clicked)
        self.plain.clicked.connect(self.plain_clicked)

    def set_words(self, title: str, text: str) -> None:
        """Change title and lines."""
        self._title.setText(title)
        self._text.setText(text)
