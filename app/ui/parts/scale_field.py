"""A scale from 0 to 10: eleven cells, what the ends mean, and the choice in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.form import ScaleEnds
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.label import Label
from app.ui.parts.scale_cells import ScaleCells


class ScaleField(QWidget):
    """Chooses a number; the questions under it belong to the form that asks."""

    number_changed = Signal(object)

    def __init__(self, look: Look, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = ScaleCells(look, self)
        self._zero = Label(look, "", "small", "text_muted", self)
        self._ten = Label(look, "", "small", "text_muted", self)
        self._chosen = Label(look, "", "small_strong", parent=self)
        self._last = Label(look, "", "small", "text_muted", self)
        self._clear = LinkRow(look, self.tr("Clear"), parent=self, is_small=True)
        self._build()
        self.set_name(name or self.tr("Scale from 0 to 10"))
        self.cells.number_changed.connect(self._on_number_changed)
        self._clear.clicked.connect(self._on_cleared)
        self._show_words()

    def _build(self) -> None:
        self.setFocusProxy(self.cells)
        # Between a number and the reason for it Tab must not stop where Space takes it back.
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.set_key_hint(self.tr("Del"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        ends = QHBoxLayout()
        ends.setSpacing(16)
        for label, side in (
            (self._zero, Qt.AlignmentFlag.AlignLeft),
            (self._ten, Qt.AlignmentFlag.AlignRight),
        ):
            label.setWordWrap(True)
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            label.hide()
            ends.addWidget(label, 1)
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._chosen)
        words.addWidget(self._last)
        words.addStretch(1)
        words.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.cells)
        column.addLayout(ends)
        column.addLayout(words)

    @property
    def number(self) -> int | None:
        """The chosen number; None while none is chosen."""
        return self.cells.number

    def set_number(self, number: int | None) -> None:
        """Choose without telling anyone."""
        self.cells.set_number(number)
        self._show_words()

    def set_name(self, name: str) -> None:
        """Name the scale for those who cannot see its question."""
        self.cells.setAccessibleName(name)

    def set_ends(self, ends: ScaleEnds | None) -> None:
        """Show what 0 and 10 mean."""
        self._zero.setText(f"0 · {ends.zero}" if ends else "")
        self._ten.setText(f"10 · {ends.ten}" if ends else "")
        self._zero.setVisible(bool(ends))
        self._ten.setVisible(bool(ends))

    def set_last_time(self, number: int | None, words: str = "") -> None:
        """Mark the number chosen last time by a dashed cell and say when that was."""
        self.cells.set_last_time(number)
        self._last.setText(words)

    def _on_cleared(self) -> None:
        self.cells.setFocus()
        self.cells.clear()

    def _on_number_changed(self, number: object) -> None:
        self._show_words()
        self.number_changed.emit(number)

    def _show_words(self) -> None:
        number = self.cells.number
        nothing = self.tr("Nothing chosen yet.")
        said = nothing if number is None else self.tr("You chose {number}.").format(number=number)
        self._chosen.setText(said)
        self.cells.setAccessibleDescription(" ".join(filter(None, (said, self._last.text()))))
        self._clear.setVisible(number is not None)
