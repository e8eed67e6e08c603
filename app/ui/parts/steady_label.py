"""Words that change with every key and seldom need more room than before."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import Look
from app.ui.parts.label import Label


class SteadyLabel(QWidget):
    """Holds a label apart from the layout, which is done anew only where another height is due.

    A label tells the layout of every change of its words, and with it the whole page.
    """

    def __init__(
        self, look: Look, style: str, colour: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = Label(look, "", style, colour, self)
        self._label.setWordWrap(True)
        self._height = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        look.changed.connect(self._settle)

    def text(self) -> str:
        """Give the words."""
        return self._label.text()

    def setText(self, text: str) -> None:
        """Show other words."""
        self._label.setText(text)
        self._settle()

    def _settle(self) -> None:
        self._label.resize(self.size())
        height = self._label.heightForWidth(max(1, self.width()))
        if height != self._height:
            self._height = height
            self.updateGeometry()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the height of the lines at the present width."""
        return QSize(self._label.minimumSizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the label all the room, and ask for another height where the width makes one."""
        super().resizeEvent(event)
        self._settle()
