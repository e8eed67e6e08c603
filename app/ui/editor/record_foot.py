"""What stands under a record: one more of them, this one away, and the removed one back."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.form import FormDefinition, Section
from app.domain.records import is_removable, takes_record_after
from app.ui.editor.prompt_block import BAR_ROOM
from app.ui.editor.prompt_room import set_shown
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
        self._removed: Section | None = None
        self._takes_more = self._is_removable = self._is_filled = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(look.px("button_small") + look.space("prompt_gap"))

    @cached_property
    def add(self) -> Button:
        """The button for one more record."""
        words = self.tr("Add another")
        return Button(self._look, words, "plain", "plus", is_small=True, parent=self)

    @cached_property
    def put_back(self) -> Button:
        """The button that brings the removed record back."""
        words = self.tr("Put it back")
        return Button(self._look, words, "plain", "undo-2", is_small=True, parent=self)

    @cached_property
    def remove(self) -> Button:
        """The button that takes this record away."""
        words = self.tr("Remove this")
        return Button(self._look, words, "flat", "trash-2", is_small=True, parent=self)

    @property
    def is_filled(self) -> bool:
        """Say whether its buttons are made; until then it only keeps their room."""
        return self._is_filled

    @property
    def takes_more(self) -> bool:
        """Say whether one more record is offered here."""
        return self._takes_more

    def fill(self) -> None:
        """Make the buttons, when the foot comes near: thirty records have ninety of them."""
        if self._is_filled:
            return
        self._is_filled = True
        flow = FlowLayout(gap=self._look.space("s"), line_gap=self._look.space("xs"))
        for button in (self.add, self.put_back, self.remove):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(BAR_ROOM, 0, 0, self._look.space("prompt_gap"))
        column.addLayout(flow)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.put_back.clicked.connect(self.put_back_asked)
        self.setMinimumHeight(0)
        self._offer()

    @property
    def section(self) -> Section | None:
        """The record that it stands under."""
        return self._section

    def show_record(self, form: FormDefinition, section: Section, removed: Section | None) -> None:
        """Offer what this record of this form allows; removed is what could be put back here."""
        self._section, self._removed = section, removed
        self._takes_more = takes_record_after(form, section)
        self._is_removable = is_removable(form, section)
        if self._is_filled:
            self._offer()
        set_shown(
            self, is_shown=self._takes_more or self._is_removable or self._removed is not None
        )

    def _offer(self) -> None:
        section, removed = self._section, self._removed
        one = section.repeat.one if section and section.repeat else ""
        place = section.place if section else 0
        self.add.set_words(self.tr("Add another {one}").format(one=one))
        self.add.setVisible(self._takes_more)
        self.remove.set_words(self.tr("Remove this {one}").format(one=one))
        self.remove.setAccessibleName(self.tr("Remove {one} {place}").format(one=one, place=place))
        self.remove.setVisible(self._is_removable)
        self.put_back.setVisible(removed is not None)
        if removed is not None:
            words = self.tr("Put {one} {place} back")
            self.put_back.set_words(words.format(one=one, place=removed.place))

    def _on_add(self) -> None:
        if self._section is not None:
            self.add_asked.emit(self._section.key)

    def _on_remove(self) -> None:
        if self._section is not None:
            self.remove_asked.emit(self._section.key)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the removed record back by the key for undo: the focus stands here after removing."""
        if event.matches(QKeySequence.StandardKey.Undo) and self._removed is not None:
            self.put_back_asked.emit()
        else:
            super().keyPressEvent(event)
