"""Yes, partly, no or not applicable: four words in one edge, one of them chosen or none."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.domain.answer import Verdict, verdict_words
from app.ui.look import Look
from app.ui.parts.segmented import Segment

_EDGE = 3
_CLEAR_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_KEYS = {
    Qt.Key.Key_Y: Verdict.YES,
    Qt.Key.Key_P: Verdict.PARTLY,
    Qt.Key.Key_N: Verdict.NO,
    Qt.Key.Key_A: Verdict.NOT_APPLICABLE,
}
_VERDICTS = tuple(Verdict)


class VerdictControl(QWidget):
    """One stop of Tab; the arrows or a letter choose, Delete or a second press takes it back."""

    verdict_changed = Signal(object)  # Verdict, or None

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._verdict: Verdict | None = None
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        row.setSpacing(0)
        for number, verdict in enumerate(_VERDICTS):
            segment = _Word(look, verdict_words(verdict))
            segment.setAccessibleName(verdict_words(verdict))
            segment.setAccessibleDescription(name)
            segment.installEventFilter(self)
            self._group.addButton(segment, number)
            row.addWidget(segment)
        self._group.buttonClicked.connect(self._on_clicked)
        look.changed.connect(self.update)

    @property
    def verdict(self) -> Verdict | None:
        """What is chosen."""
        return self._verdict

    def set_verdict(self, verdict: Verdict | None) -> None:
        """Choose without telling anyone; None takes the choice back."""
        self._verdict = verdict
        self._group.setExclusive(False)
        for number, own in enumerate(_VERDICTS):
            self._group.button(number).setChecked(own is verdict)
        self._group.setExclusive(True)

    def choose(self, verdict: Verdict | None) -> None:
        """Choose as a person does."""
        if verdict is not self._verdict:
            self.set_verdict(verdict)
            self.verdict_changed.emit(verdict)

    def stop(self) -> QWidget:
        """Give the word at which Tab stops."""
        return self._group.checkedButton() or self._group.button(0)

    def set_short(self, is_short: bool) -> None:
        """Say “N/A” where there is no room for two words; its name stays whole."""
        segment = self._group.button(_VERDICTS.index(Verdict.NOT_APPLICABLE))
        assert isinstance(segment, Segment)
        words = self.tr("N/A") if is_short else verdict_words(Verdict.NOT_APPLICABLE)
        if segment.words != words:
            segment.set_words(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by a letter, take back by Delete or Backspace."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        key = Qt.Key(event.key())
        if key in _CLEAR_KEYS and self._verdict is not None:
            self._go_on(None)
        elif key in _KEYS:
            self._go_on(_KEYS[key])
        else:
            return False
        return True

    def _go_on(self, verdict: Verdict | None) -> None:
        self.choose(verdict)
        self.stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, button: QAbstractButton) -> None:
        pressed = _VERDICTS[self._group.id(button)]
        self.choose(None if pressed is self._verdict else pressed)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the common edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("control_border"), 1))
        painter.setBrush(self._look.colour("raised"))
        radius = self._look.theme.radius("control")
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, radius, radius)


class _Word(Segment):
    """As wide as it is when chosen, so that the controls of many rows stand in one line."""

    def sizeHint(self) -> QSize:
        """Ask for the room of the stronger weight."""
        strong = QFontMetricsF(self._look.font("small_strong")).horizontalAdvance(self.words)
        shape = self._shape()
        return QSize(math.ceil(strong) + 2 * (shape.padding + 1), shape.height)
