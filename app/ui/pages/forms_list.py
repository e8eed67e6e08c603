"""The forms in their groups, one of them current: gone through by arrows, narrowed by words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.form import FormDefinition
from app.ui.look import Look
from app.ui.pages.form_row import FormRow
from app.ui.pages.forms_words import group_words, grouped, has_words
from app.ui.parts.label import Label

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class FormsList(QWidget):
    """For Tab the list is one stop: the row of the form that is shown beside it."""

    chosen = Signal(str)  # form id, to be shown
    pressed = Signal(str)  # form id, by a click or Space
    begin_asked = Signal(str)  # form id
    left_upwards = Signal()
    typed = Signal(str)  # letters for the search

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._look = look
        self._groups: list[_Group] = []
        self._words, self._has_lately = "", False
        self._current: FormRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._nothing = Label(look, self.tr("No form has these words."), "body", "text_muted", self)
        self._nothing.hide()
        self._column.addWidget(self._nothing)

    def show_forms(
        self, forms: Sequence[FormDefinition], lately: Sequence[FormDefinition] = ()
    ) -> None:
        """Show forms in their groups, over them those used lately; the current one stays so."""
        current = self._current.key if self._current is not None else ""
        for group in self._groups:
            self._column.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._groups, self._current, self._has_lately = [], None, bool(lately)
        groups = [(group_words(group), own) for group, own in grouped(forms)]
        if lately:
            groups.insert(0, (self.tr("Used lately"), tuple(lately)))
        for heading, own in groups:
            self._add_group(heading if len(groups) > 1 else "", own)
        self._choose(next((row for row in self.all_rows() if row.key == current), None))
        self.narrow(self._words)

    def all_rows(self) -> list[FormRow]:
        """Give every row from the top."""
        return [row for group in self._groups for row in group.rows]

    def rows(self) -> list[FormRow]:
        """Give the rows that the words leave, from the top."""
        groups = (group for group in self._groups if not group.isHidden())
        return [row for group in groups for row in group.rows if not row.isHidden()]

    def narrow(self, words: str) -> None:
        """Leave only the forms that have these words."""
        self._words = words
        for group in self._groups:
            group.narrow(words)
        if words and self._has_lately:
            self._groups[0].hide()  # what is found is shown once
        rows = self.rows()
        self._nothing.setVisible(not rows)
        if rows and (words or self._current not in rows):
            self._choose(rows[0])

    def focus_current(self) -> None:
        """Go to the current row."""
        if self._current is not None and not self._current.isHidden():
            self._current.setFocus()

    def _add_group(self, heading: str, forms: Sequence[FormDefinition]) -> None:
        group = _Group(self._look, heading, forms, self)
        for row in group.rows:
            row.pressed_as.connect(self._on_pressed)
            row.begin_asked.connect(self.begin_asked)
        self._groups.append(group)
        self._column.addWidget(group)

    def _on_pressed(self, form_id: str) -> None:
        row = self.sender()
        if isinstance(row, FormRow):
            self._choose(row)
        self.pressed.emit(form_id)

    def _choose(self, row: FormRow | None) -> None:
        if row is None or row is self._current:
            return
        if self._current is not None:
            self._current.set_current(is_current=False)
        self._current = row
        row.set_current(is_current=True)
        self.chosen.emit(row.key)

    def _go(self, row: FormRow) -> None:
        self._choose(row)
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the rows; letters are for the search."""
        rows, key = self.rows(), Qt.Key(event.key())
        if self._current not in rows:
            event.ignore()
            return
        place = rows.index(self._current) + _STEPS.get(key, 0)
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if key in _ENDS:
            self._go(rows[_ENDS[key]])
        elif key in _STEPS and place < 0:
            self.left_upwards.emit()
        elif key in _STEPS:
            self._go(rows[min(place, len(rows) - 1)])
        elif event.text().isprintable() and event.text().strip() and not held:
            self.typed.emit(event.text())
        else:
            event.ignore()


class _Group(QWidget):
    """A heading with its forms."""

    def __init__(
        self, look: Look, heading: str, forms: Sequence[FormDefinition], parent: QWidget
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.space("l") if heading else 0)
        column.setSpacing(0)
        if heading:
            words = Label(look, heading, "small_strong", "text_muted", self)
            words.setWordWrap(True)
            words.setContentsMargins(look.space("m"), 0, 0, look.space("xxs"))
            column.addWidget(words)
        self.rows = [FormRow(look, form) for form in forms]
        for row in self.rows:
            column.addWidget(row)

    def narrow(self, words: str) -> None:
        """Hide the forms that do not have these words, and the heading when all are hidden."""
        for row in self.rows:
            row.setVisible(has_words(row.form, words))
        self.setVisible(any(not row.isHidden() for row in self.rows))
