"""Somebody's own words, set off as a quotation, and by whom they were said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.answer import Quotation
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField

_LINES = 2
_BAR, _BAR_ROOM = 4, 16
_ROLE_SHARE = 0.6  # of a line of prose: a role is a word or three


class QuotationField(QWidget):
    """A box behind a bar, a line for the speaker's role, and a word on what verbatim means."""

    value_changed = Signal(object)  # Quotation

    def __init__(self, look: Look, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._quoted = _Quoted(look, self)
        self.words = AnswerBox(look, self.tr("The words, just as they were said"), self._quoted)
        self.words.set_least_lines(_LINES)
        self.words.setAccessibleName(name)
        self.said_by = TextField(look, self.tr("Said by (role, not name)"), parent=self)
        self.said_by.set_placeholder(self.tr("The child, the father, the school …"))
        self.said_by.edit.setAccessibleDescription(name)
        self.said_by.setMaximumWidth(round(_ROLE_SHARE * look.theme.measure_px()))
        self._help = Label(
            look,
            self.tr("Word for word, as it was said: what you make of it belongs elsewhere."),
            "small",
            "text_muted",
            self,
        )
        self._help.setWordWrap(True)
        self.words.setAccessibleDescription(self._help.text())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        quoted = QVBoxLayout(self._quoted)
        quoted.setContentsMargins(_BAR_ROOM, 0, 0, 0)
        quoted.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        column.addWidget(self._help)
        column.addWidget(self._quoted)
        column.addWidget(self.said_by)
        self.words.text_changed.connect(self._on_changed)
        self.said_by.text_changed.connect(self._on_changed)

    @property
    def value(self) -> Quotation:
        """The words and who said them."""
        return Quotation(self.words.text, self.said_by.text)

    def set_value(self, value: Quotation) -> None:
        """Show a quotation without telling anyone."""
        self.words.set_text(value.words)
        self.said_by.set_text(value.said_by)
        self.said_by.edit.setCursorPosition(0)

    def _on_changed(self, _part: str) -> None:
        self.value_changed.emit(self.value)


class _Quoted(QWidget):
    """Draws the bar that sets a quotation off."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        bar = self._look.colour("control_border")
        QPainter(self).fillRect(0, 0, _BAR, self.height(), bar)
