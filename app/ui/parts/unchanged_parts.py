"""Parts of a reflection that did not change, folded into one line until it is pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.history import ComparedPart
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.compared_text import ComparedPartView

_GAP = 16


class UnchangedParts(QWidget):
    """Their texts are built when they are first unfolded."""

    def __init__(self, look: Look) -> None:
        """Begin without parts."""
        super().__init__()
        self._look = look
        self._parts: list[ComparedPart] = []
        self._is_built = False
        self.toggle = LinkRow(look, "", "chevron-right", is_small=True)
        self.holder = QWidget()
        self._inside = QVBoxLayout(self.holder)
        self._inside.setContentsMargins(0, look.space("s"), 0, 0)
        self._inside.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toggle)
        column.addWidget(self.holder)
        self.holder.hide()
        self.toggle.clicked.connect(self._turn)

    @property
    def count(self) -> int:
        """How many parts are folded here."""
        return len(self._parts)

    def add(self, part: ComparedPart) -> None:
        """Fold one more part away."""
        self._parts.append(part)
        self._name()

    def _turn(self) -> None:
        if not self._is_built:
            self._is_built = True
            for part in self._parts:
                self._inside.addWidget(ComparedPartView(self._look, part))
        self.holder.setVisible(self.holder.isHidden())
        self._name()

    def _name(self) -> None:
        count = len(self._parts)
        words = self.tr("1 part unchanged") if count == 1 else self.tr("{count} parts unchanged")
        words = words.format(count=count)
        is_open = not self.holder.isHidden()
        self.toggle.set_words(words)
        self.toggle.set_icon("chevron-down" if is_open else "chevron-right")
        state = self.tr("{what}, shown") if is_open else self.tr("{what}, folded")
        self.toggle.setAccessibleName(state.format(what=words))
