"""What stands under a record: one more of them, this one away, and the removed one back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.form import FormDefinition, Section
from app.domain.records import is_removable, takes_record_after
from app.ui.editor.prompt_block import BAR_ROOM
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.flow_layout import FlowLayout


class RecordFoot(QWidget):
    """Offers what can be done with the records of a section, and tells what was asked for."""

    add_asked = Signal(str)  # section key
    remove_asked = Signal(str)  # section key
    put_back_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._section: Section | None = None
        self.add = Button(look, self.tr("Add another"), "plain", "plus", is_small=True, parent=self)
        self.put_back = Button(
            look, self.tr("Put it back"), "plain", "undo-2", is_small=True, parent=self
        )
        self.remove = Button(
            look, self.tr("Remove this"), "flat", "trash-2", is_small=True, parent=self
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        flow = FlowLayout(gap=look.space("s"), line_gap=look.space("xs"))
        for button in (self.add, self.put_back, self.remove):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(BAR_ROOM, 0, 0, look.space("prompt_gap"))
        column.addLayout(flow)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.put_back.clicked.connect(self.put_back_asked)

    @property
    def section(self) -> Section | None:
        """The record that it stands under."""
        return self._section

    def show_record(self, form: FormDefinition, section: Section, removed: Section | None) -> None:
        """Offer what this record of this form allows; removed is what could be put back here."""
        self._section = section
        one = section.repeat.one if section.repeat else ""
        self.add.set_words(self.tr("Add another {one}").format(one=one))
        self.add.setVisible(takes_record_after(form, section))
        self.remove.set_words(self.tr("Remove this {one}").format(one=one))
        self.remove.setAccessibleName(
            self.tr("Remove {one} {place}").format(one=one, place=section.place)
        )
        self.remove.setVisible(is_removable(form, section))
        self.put_back.setVisible(removed is not None)
        if removed is not None:
            words = self.tr("Put {one} {place} back")
            self.put_back.set_words(words.format(one=one, place=removed.place))
        buttons = (self.add, self.remove, self.put_back)
        self.setVisible(any(not button.isHidden() for button in buttons))

    def _on_add(self) -> None:
        if self._section is not None:
            self.add_asked.emit(self._section.key)

    def _on_remove(self) -> None:
        if self._section is not None:
            self.remove_asked.emit(self._section.key)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the removed record back by the key for undo: the focus stands here after removing."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.put_back.isHidden():
            self.put_back_asked.emit()
        else:
            super().keyPressEvent(event)
