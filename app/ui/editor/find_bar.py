"""The quiet bar over the form in which one finds words, and replaces them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.text_finding import Wanted
from app.ui.announcing import announce
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.chip import Chip
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField

_SIDE, _ABOVE = 28, 8
_FIELD_PX = 260
_WORDS_ROOM = 9
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Knows what is looked for; where it stands is not its business."""

    wanted_changed = Signal()
    next_asked = Signal()
    previous_asked = Signal()
    replace_asked = Signal()
    replace_all_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.field = self._make_field(self.tr("Find in this reflection"))
        self.count = Label(look, "", "small", "text_muted")
        self.previous = Button(look, self.tr("Previous"), is_small=True)
        self.next = Button(look, self.tr("Next"), is_small=True)
        self.case = Chip(look, self.tr("Match case"), is_checkable=True)
        self.whole = Chip(look, self.tr("Whole word"), is_checkable=True)
        self.close_button = Button(look, "", "flat", "x", is_small=True)
        self._lines: list[QWidget] = []
        self._second = QWidget(self)
        self.replacement = self._make_field(self.tr("Replace with"))
        self.replace = Button(look, self.tr("Replace"), is_small=True)
        self.replace_all = Button(look, self.tr("Replace all"), is_small=True)
        self._build()
        self._connect()
        self.hide()

    def _make_field(self, name: str) -> TextField:
        field = TextField(self._look, "", parent=self)
        field.edit.setAccessibleName(name)
        field.set_placeholder(name)
        field.edit.installEventFilter(self)
        return field

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.previous.setToolTip(self.tr("Shift+Enter or Shift+F3"))
        self.next.setToolTip(self.tr("Enter or F3"))
        self.close_button.setAccessibleName(self.tr("Close the search"))
        self.close_button.setToolTip(self.tr("Close the search (Esc)"))
        first = FlowLayout(gap=self._look.space("s"), line_gap=self._look.space("s"))
        for part in (self.field, self.previous, self.next, self.case, self.whole):
            first.addWidget(self._levelled(part))
        second = FlowLayout(self._second, self._look.space("s"), self._look.space("s"))
        for part in (self.replacement, self.replace, self.replace_all):
            second.addWidget(self._levelled(part))
        lines = QVBoxLayout()
        lines.setSpacing(self._look.space("s"))
        lines.addLayout(first)
        lines.addWidget(self._second)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, _ABOVE, _SIDE, _ABOVE + 1)
        row.addLayout(lines, 1)
        row.addWidget(self._levelled(self.close_button), 0, Qt.AlignmentFlag.AlignTop)
        self.count.setContentsMargins(2, 0, _WORDS_ROOM, 0)
        self.field.edit.add_inside(self.count)
        self._restyle()

    def _levelled(self, part: QWidget) -> QWidget:
        """Give a part in the middle of a line as high as the fields."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(part)
        self._lines.append(line)
        return line

    def _connect(self) -> None:
        self.field.text_changed.connect(self._on_changed)
        self.case.toggled.connect(self._on_changed)
        self.whole.toggled.connect(self._on_changed)
        self.next.clicked.connect(self.next_asked)
        self.previous.clicked.connect(self.previous_asked)
        self.replace.clicked.connect(self.replace_asked)
        self.replace_all.clicked.connect(self.replace_all_asked)
        self.close_button.clicked.connect(self.closed)
        self._look.changed.connect(self._restyle)

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        return Wanted(self.field.text, self.case.isChecked(), self.whole.isChecked())

    def begin(self, words: str, *, replaces: bool) -> None:
        """Show the bar with words to look for; where there are none, with those of before."""
        self._second.setVisible(replaces)
        self.show()
        if words and words != self.field.text:
            self.field.edit.setText(words)
        self.field.select_all()

    def forget(self) -> None:
        """Hide, and keep nothing of what was looked for, nor a step by which it could come back."""
        self.hide()
        for field in (self.field, self.replacement):
            field.set_text("")
        self.count.setText("")
        for chip in (self.case, self.whole):
            chip.setChecked(False)

    def show_count(self, words: str, *, is_any: bool) -> None:
        """Say where one is among what was found, and offer what can be done there."""
        self.count.setText(words)
        self.field.edit.setAccessibleDescription(words)
        steps = (self.previous, self.next, self.replace, self.replace_all)
        # A key pressed on a button that goes dead is not to reach whatever comes after it.
        if not is_any and any(button.hasFocus() for button in steps):
            self.field.edit.setFocus()
        for button in steps:
            button.setEnabled(is_any)

    def tell(self, words: str) -> None:
        """Say what was done, aloud too."""
        self.count.setText(words)
        announce(self.count)

    def _on_changed(self, _change: object) -> None:
        self.wanted_changed.emit()

    def _restyle(self) -> None:
        width = round(_FIELD_PX * self._look.theme.scale)
        for field in (self.field, self.replacement):
            field.setFixedWidth(min(width, 2 * _FIELD_PX))
        height = self.field.sizeHint().height()
        for line in self._lines:
            line.setFixedHeight(height)
        self.update()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on by Enter and back by Shift+Enter; Enter replaces where the new words are typed."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER_KEYS or held & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if watched is self.replacement.edit:
            self.replace_asked.emit()
        elif held:
            self.previous_asked.emit()
        else:
            self.next_asked.emit()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the desk and the line under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
