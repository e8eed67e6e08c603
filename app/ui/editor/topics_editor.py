"""Topics for supervision, as an answer that is written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.topic import Topics
from app.ui.editor.answer_editor import AnswerEditor
from app.ui.parts.topics_field import TopicsField


class TopicsEditor(AnswerEditor):
    """What to talk about."""

    def _build(self) -> None:
        self._field = TopicsField(self._look, self)
        self._field.add_button.setAccessibleDescription(self._prompt.text)
        self._column.addWidget(self._field)
        self._field.value_changed.connect(self._take)

    def _show(self, value: Topics) -> None:
        self._field.set_value(value)

    def first_control(self) -> QWidget:
        """Give the words of the first topic; where nothing is yet, its row stands ready."""
        return self._field.rows[0].words.edit

    def _is_step(self, before: Topics, after: Topics) -> bool:
        marks = [[(each.help, each.state) for each in value.items] for value in (before, after)]
        return len(marks[1]) < len(marks[0]) or (
            len(marks[0]) == len(marks[1]) and marks[0] != marks[1]
        )

    def _show_step(self, value: Topics) -> None:
        self._show(value)
        self.take_focus()
