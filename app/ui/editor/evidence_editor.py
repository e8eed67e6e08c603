"""The editor of an answer that is files; whoever builds it says what adds and saves them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answer import Evidence, EvidenceFile
from app.ui.editor.answer_editor import AnswerEditor
from app.ui.parts.evidence_field import EvidenceField


class EvidenceEditor(AnswerEditor):
    """Files with their names and sizes; adding and removing one can be undone."""

    add_asked = Signal()
    files_dropped = Signal(object)  # list of Path
    save_asked = Signal(object)  # EvidenceFile

    def _build(self) -> None:
        self._field = EvidenceField(self._look, self._prompt.text, self)
        self._column.addWidget(self._field)
        self._field.add_asked.connect(self.add_asked)
        self._field.files_dropped.connect(self.files_dropped)
        self._field.save_asked.connect(self.save_asked)
        self._field.value_changed.connect(self._take)

    @property
    def field(self) -> EvidenceField:
        """What shows the files."""
        return self._field

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, which another one may not have."""
        return tuple(row.file.name for row in self._field.rows)

    def take_file(self, file: EvidenceFile) -> None:
        """Show a file that was added to the journal, and tell it."""
        value = Evidence((*self._field.value.files, file))
        self._field.set_value(value)
        self._take(value)

    def _show(self, value: Evidence) -> None:
        self._field.set_value(value)

    def first_control(self) -> QWidget:
        """Give the button that adds a file."""
        return self._field.add_button

    def _is_step(self, before: Evidence, after: Evidence) -> bool:
        return True
