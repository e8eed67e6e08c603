"""The way through a form one prompt at a time: back, skip for now, next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.editor.header import finish_words
from app.ui.editor.prompt_room import column_side
from app.ui.look import Look
from app.ui.parts.button import Button

_NARROW_SIDE = 24


class OnePromptFooter(QWidget):
    """Stays in reach under the prompt; the last prompt leads to finishing."""

    back_asked = Signal()
    next_asked = Signal()
    finish_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._is_narrow = self._is_last = self._is_complete = False
        self.back = Button(look, self.tr("Back"), "plain", "arrow-left")
        self.skip = Button(look, self.tr("Skip for now"), "flat")
        self.next = Button(look, self.tr("Next prompt"), "primary")
        self._row = QHBoxLayout(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.back.setToolTip(self.tr("Alt+Up"))
        self._row.setSpacing(self._look.space("s"))
        self._row.addWidget(self.back)
        self._row.addStretch(1)
        self._row.addWidget(self.skip)
        self._row.addWidget(self.next)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.skip.clicked.connect(self.next_asked)
        self.next.clicked.connect(self._on_next)
        self._look.changed.connect(self._place)

    def show_step(self, *, is_first: bool, is_last: bool) -> None:
        """Offer the steps that there are."""
        self._is_last = is_last
        self.back.setEnabled(not is_first)
        self.skip.setVisible(not is_last)
        self._word_next()

    def show_complete(self, is_complete: bool) -> None:
        """Lead back from what is finished already."""
        self._is_complete = is_complete
        self._word_next()

    def _word_next(self) -> None:
        last = finish_words(is_complete=self._is_complete)
        self.next.set_words(last if self._is_last else self.tr("Next prompt"))
        self._word_keys()

    def fold(self, is_narrow: bool) -> None:
        """Say less where there is less room."""
        self._is_narrow = is_narrow
        self.back.set_icon("" if is_narrow else "arrow-left")
        self.skip.set_words(self.tr("Skip") if is_narrow else self.tr("Skip for now"))
        self._word_keys()
        self._place()

    def _word_keys(self) -> None:
        key = self.tr("Ctrl+Shift+Enter") if self._is_last else self.tr("Ctrl+Enter")
        self.next.set_key_hint("" if self._is_narrow else key)
        self.next.setToolTip(key if self._is_narrow else "")

    def _on_next(self) -> None:
        if self._is_last:
            self.finish_asked.emit()
        else:
            self.next_asked.emit()

    def _place(self) -> None:
        side = _NARROW_SIDE if self._is_narrow else column_side(self._look, self.width())[0]
        right = side if self._is_narrow else self.width() - side - self._column()
        self._row.setContentsMargins(side, 12 if not self._is_narrow else 10, right, 12)
        self.update()

    def _column(self) -> int:
        return column_side(self._look, self.width())[1]

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand under the column."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line over the buttons."""
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.colour("line"))
