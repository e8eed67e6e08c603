"""A short notice with a way back: “Moved to the bin for 30 days. Undo”."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.face_button import Face, FaceButton, Shape
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label
from app.ui.parts.undoing import can_undo

_STAYS_MS = 10_000
_INSET = 24


class Notice(QFrame):
    """Stands bottom left of its page until the next act, ten seconds at least; takes no focus."""

    acted = Signal()
    dismissed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = IconLabel(look, "check", "page", "s")
        self._words = Label(look, "", "body", "page")
        self._act = _NoticeButton(look)
        self._key = Label(look, "", "tiny", "page")
        self._has_next_act, self._is_way_back = False, True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(8)
        for widget in (self._icon, self._words):
            row.addWidget(widget)
        row.addSpacing(12)
        row.addWidget(self._act)
        row.addWidget(self._key)
        self.hide()
        self._timer.timeout.connect(self._on_time_up)
        self._act.clicked.connect(self._on_acted)
        parent.installEventFilter(self)
        look.changed.connect(self._place)

    def show_notice(
        self, words: str, action: str = "", key_hint: str = "", *, is_way_back: bool = True
    ) -> None:
        """Show a notice; without an action there is only something to know.

        What is offered is a way back, which the key for Undo takes too, unless it is said not to.
        """
        self._is_way_back = is_way_back
        self._words.setText(words)
        self._act.set_words(action)
        self._act.setVisible(bool(action))
        self._key.setText(key_hint)
        self._key.setVisible(bool(key_hint))
        self.setAccessibleName(words)
        self._has_next_act = False
        self.show()
        self._place()
        self._timer.start()
        application = QApplication.instance()
        if action and is_way_back and application is not None:
            application.installEventFilter(self)

    def next_act(self) -> None:
        """The person did something else: go, but not before ten seconds are over."""
        self._has_next_act = True
        if not self._timer.isActive():
            self.dismiss()

    def dismiss(self) -> None:
        """Go at once."""
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if not self.isHidden():  # also on a page that is not shown, to which one may come back
            self.hide()
            self.dismissed.emit()

    def act(self) -> bool:
        """Do what is offered, where something is; say whether it was."""
        if not (self.isVisible() and self._act.isVisible() and self._is_way_back):
            return False
        self._on_acted()
        return True

    def focus_act(self) -> None:
        """Take the focus when it is asked for by F6."""
        self._act.setFocus()

    def _on_time_up(self) -> None:
        if self._has_next_act:
            self.dismiss()

    def _on_acted(self) -> None:
        self.dismiss()
        self.acted.emit()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None or not self.isVisible():
            return
        self.setMaximumWidth(max(120, parent.width() - 2 * _INSET))
        self.adjustSize()
        self.move(_INSET, parent.height() - self.height() - _INSET)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom left of the page; take the key for Undo from a text without use."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        if event.type() == QEvent.Type.ShortcutOverride and self.isVisible():
            is_undo = cast(QKeyEvent, event).matches(QKeySequence.StandardKey.Undo)
            if is_undo and not can_undo(QApplication.focusWidget()):
                event.ignore()  # so that it reaches the menu, which asks this notice
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dark slip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("text"))
        radius = self._look.theme.radius("control")
        painter.drawRoundedRect(self.rect(), radius, radius)


class _NoticeButton(FaceButton):
    """Underlined words on the dark slip."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "")

    def _shape(self) -> Shape:
        return Shape(self._look.px("button_small"), 2, self._look.theme.radius("checkbox"))

    def _face(self) -> Face:
        return Face("page")

    def _font(self) -> QFont:
        font = super()._font()
        font.setUnderline(True)
        return font
