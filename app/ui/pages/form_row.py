"""One form in the list of forms: its title, what it is for, and how long it takes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.form import FormDefinition
from app.ui.look import Look
from app.ui.parts.face_button import ENTER_KEYS
from app.ui.parts.label import Label
from app.ui.parts.row_button import RowButton


class FormRow(RowButton):
    """Space or a click chooses the form, Enter begins it; other keys are the list's."""

    begin_asked = Signal(str)  # form id

    def __init__(self, look: Look, form: FormDefinition) -> None:
        """Show a form."""
        minutes = QCoreApplication.translate("FormRow", "{count} minutes").format(
            count=form.minutes
        )
        name = f"{form.title}, {minutes}. {form.purpose}"
        super().__init__(look, form.id, name, inset=look.space("m"))
        self.form = form
        self.setCheckable(True)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = Label(look, form.title, "body_strong", parent=holder)
        purpose = Label(look, form.purpose, "small", "text_muted", holder)
        for label in (title, purpose):
            label.setWordWrap(True)
            column.addWidget(label)
        self.add(holder, 1)
        self.add(Label(look, minutes, "small", "text_muted", self))
        self.set_current(is_current=False)

    def set_current(self, *, is_current: bool) -> None:
        """Mark the row; of a list only the current row is a stop of Tab."""
        self.setChecked(is_current)
        policy = Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    # Qt overrides

    def nextCheckState(self) -> None:
        """Leave the mark to the list: it knows which form is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin by Enter, choose by Space."""
        if event.key() in ENTER_KEYS:
            self.begin_asked.emit(self.key)
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()
