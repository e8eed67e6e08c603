"""Two or three words in one edge, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.ui.look import Look
from app.ui.parts.face_button import Face, FaceButton, Shape

_EDGE = 3


class Segmented(QWidget):
    """A choice between words; the arrow keys move it."""

    chosen_changed = Signal(str)

    def __init__(
        self,
        look: Look,
        options: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        row.setSpacing(0)
        for key, word in options:
            segment = Segment(look, word)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment, len(self._keys))
            self._keys.append(key)
            row.addWidget(segment)
        self.set_chosen(self._keys[0])
        self._group.buttonClicked.connect(self._on_clicked)
        look.changed.connect(self.update)

    @property
    def chosen(self) -> str:
        """The key of the chosen word."""
        return self._keys[self._group.checkedId()]

    def set_chosen(self, key: str) -> None:
        """Choose without telling anyone."""
        button = self._group.button(self._keys.index(key))
        button.setChecked(True)
        self._lead_tab_to_chosen()

    def _lead_tab_to_chosen(self) -> None:
        # Qt sees to it after a click only, and leads elsewhere after anything else.
        for button in self._group.buttons():
            policy = Qt.FocusPolicy
            button.setFocusPolicy(policy.StrongFocus if button.isChecked() else policy.ClickFocus)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self._lead_tab_to_chosen()
        self.chosen_changed.emit(self.chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the common edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("control_border"), 1))
        painter.setBrush(self._look.colour("raised"))
        radius = self._look.theme.radius("control")
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, radius, radius)


class Segment(FaceButton):
    """One word of the choice."""

    def __init__(self, look: Look, word: str) -> None:
        super().__init__(look, word)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, is_on: bool) -> None:
        self._restyle()

    def _shape(self) -> Shape:
        theme = self._look.theme
        return Shape(theme.px("chip"), 11, theme.radius("checkbox"))

    def _face(self) -> Face:
        if self.isChecked():
            return Face("accent", "accent_tint", "accent", style="small_strong")
        return Face("text", "hover" if self.underMouse() else "", style="small")
