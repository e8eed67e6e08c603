"""One item of a checklist: its words, its verdict beside or below them, and the reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.answer import Checked, Verdict
from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField
from app.ui.parts.verdict_control import VerdictControl

_ITEM_CHARACTERS = 30  # fewer in a line beside the control would make a tall, thin column
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ChecklistRow(QWidget):
    """The reason's line is there while the item has a verdict, a reason or the focus."""

    changed = Signal()

    def __init__(self, look: Look, item: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._look = look
        self._is_last = self._is_beside = False
        self._words = Label(look, item, parent=self)
        self.control = VerdictControl(look, item, self)
        self.reason: TextField | None = None  # made when it is first shown
        self._grid = QGridLayout(self)
        self._build()
        self.control.verdict_changed.connect(self._on_verdict_changed)
        look.changed.connect(self._place)

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._words.setWordWrap(True)
        self._words.setBuddy(self.control)
        for segment in self.control.findChildren(QWidget):
            segment.installEventFilter(self)
        above = self._look.space("s")
        self._grid.setContentsMargins(0, above, 0, above + 1)
        self._grid.setHorizontalSpacing(self._look.space("l"))
        self._grid.setVerticalSpacing(self._look.space("xs"))
        self._grid.setColumnStretch(0, 1)
        self._put(is_beside=True)

    @property
    def checked(self) -> Checked:
        """What is said of the item."""
        reason = self.reason.text if self.reason is not None else ""
        return Checked(self.item, self.control.verdict, reason)

    def set_checked(self, checked: Checked) -> None:
        """Show a verdict and a reason without telling anyone."""
        self.control.set_verdict(checked.verdict)
        if self.reason is not None or checked.reason:
            self._reason().set_text(checked.reason)
            self._reason().edit.setCursorPosition(0)
        self._show_reason(is_entered=False)

    def set_verdict(self, verdict: Verdict | None) -> None:
        """Show another verdict without telling anyone."""
        self.control.set_verdict(verdict)
        self._show_reason(is_entered=self._has_focus())

    def end_list(self) -> None:
        """Draw no line below: nothing follows."""
        self._is_last = True

    def _reason(self) -> TextField:
        if self.reason is None:
            self.reason = TextField(self._look, "", parent=self)
            edit = self.reason.edit
            edit.setAccessibleName(self.tr("Reason: {item}").format(item=self.item))
            edit.setProperty("quiet", True)
            edit.installEventFilter(self)
            self.reason.set_placeholder(self.tr("What tells you so?"))
            self.reason.text_changed.connect(self._on_reason_changed)
            self._grid.addWidget(self.reason, 2, 0, 1, 2)
        return self.reason

    def _show_reason(self, *, is_entered: bool) -> None:
        checked = self.checked
        if is_entered or checked.verdict is not None or checked.reason:
            self._reason().show()
        elif self.reason is not None:
            self.reason.hide()

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_verdict_changed(self, _verdict: object) -> None:
        self._show_reason(is_entered=True)
        self.changed.emit()

    def _on_reason_changed(self, _words: str) -> None:
        self.changed.emit()

    def _place(self) -> None:
        """Put the control beside the words where both have room, else below them."""
        self.control.set_short(False)
        wide = self.control.sizeHint().width()
        words = round(_ITEM_CHARACTERS * self._look.theme.character_px("body"))
        room = self.width() - self._grid.horizontalSpacing()
        self.control.set_short(wide > self.width())
        if (room >= wide + words) != self._is_beside:
            self._put(is_beside=not self._is_beside)

    def _put(self, *, is_beside: bool) -> None:
        self._is_beside = is_beside
        self._grid.removeWidget(self._words)
        self._grid.removeWidget(self.control)
        if is_beside:
            middle = Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(self._words, 0, 0, middle)
            self._grid.addWidget(self.control, 0, 1, middle)
        else:
            self._grid.addWidget(self._words, 0, 0, 1, 2)
            self._grid.addWidget(self.control, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the reason's line to who comes, and fold an empty one behind who goes on by Tab.

        By mouse nothing folds: what is about to be pressed must not move away.
        """
        if isinstance(event, QFocusEvent):
            if event.type() == QEvent.Type.FocusIn:
                self._show_reason(is_entered=True)
            elif event.reason() in _BY_KEY and not self._has_focus():
                self._show_reason(is_entered=False)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as the width allows."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thin line to the next item."""
        if not self._is_last:
            line = self._look.colour("line")
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)
