"""One of several options, each a round button with its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.flow_layout import FlowLayout

_ROW_GAP, _OPTION_GAP = 2, 18
_CLEAR_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ChoiceField(QWidget):
    """A choice that can also be taken back."""

    option_changed = Signal(str)

    def __init__(
        self,
        look: Look,
        options: Sequence[str],
        name: str = "",
        parent: QWidget | None = None,
        *,
        is_in_line: bool = False,
    ) -> None:
        super().__init__(parent)
        self._options = tuple(options)
        self._group = QButtonGroup(self)
        self._clear = LinkRow(look, self.tr("Clear"), parent=self, is_small=True)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(name)
        if is_in_line:
            holder: FlowLayout | QVBoxLayout = FlowLayout(gap=_OPTION_GAP, line_gap=_ROW_GAP)
        else:
            holder = QVBoxLayout()
            holder.setSpacing(_ROW_GAP)
        for index, option in enumerate(self._options):
            button = QRadioButton(option.replace("&", "&&"), self)
            button.setAccessibleDescription(name)
            button.installEventFilter(self)
            self._group.addButton(button, index)
            holder.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(holder, 1)
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)
        # Between a choice and the reason for it Tab must not stop where Space takes it back.
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.set_key_hint(self.tr("Del"))
        self._clear.hide()
        self._group.buttonClicked.connect(self._on_clicked)
        self._clear.clicked.connect(self.clear)

    @property
    def option(self) -> str:
        """The chosen option; empty while none is chosen."""
        index = self._group.checkedId()
        return self._options[index] if index >= 0 else ""

    def set_option(self, option: str) -> None:
        """Choose without telling anyone; an empty option takes the choice back."""
        self._group.setExclusive(False)
        for index, own in enumerate(self._options):
            self._group.button(index).setChecked(own == option)
        self._group.setExclusive(True)
        self._clear.setVisible(bool(self.option))

    def clear(self) -> None:
        """Take the choice back, as a person does."""
        first = self._group.button(0)
        if first is not None:
            first.setFocus()
        self.set_option("")
        self.option_changed.emit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the choice back by Delete or Backspace."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not self.option or event.key() not in _CLEAR_KEYS:
            return False
        self.clear()
        return True

    def _on_clicked(self, button: QAbstractButton) -> None:
        self._clear.setVisible(True)
        self.option_changed.emit(self.option)
