"""The foot of a page: a quiet way out at the left, the step on at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.ui.look import Look
from app.ui.parts.face_button import FaceButton

_Direction = QBoxLayout.Direction


class ButtonRow(QWidget):
    """Buttons beside each other, or one under the other where there is no room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[FaceButton] = []
        self._row = QBoxLayout(_Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.space("s"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._fold)

    def add(self, button: FaceButton) -> None:
        """Put a button behind the others."""
        self._buttons.append(button)
        self._row.addWidget(button)

    def add_stretch(self) -> None:
        """Push what follows to the right."""
        self._row.addStretch(1)

    def _fold(self) -> None:
        shown = [button for button in self._buttons if not button.isHidden()]
        needed = sum(button.sizeHint().width() + self._row.spacing() for button in shown)
        fits = needed <= self.width()
        self._row.setDirection(_Direction.LeftToRight if fits else _Direction.TopToBottom)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest button only, for the row can fold."""
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        return QSize(widest, self._row.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        self._fold()
        super().resizeEvent(event)
