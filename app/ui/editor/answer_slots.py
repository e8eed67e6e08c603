"""What menus and keys do to the answer that is being written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.placed_action import SESSION_FORM_ID
from app.domain.sharing import Sharing
from app.domain.topic import Topic
from app.domain.topic_words import answer_topic
from app.ui.editor.frame import EditorFrame
from app.ui.page import Page
from app.ui.parts.answer_box import AnswerBox
from app.ui.surroundings import Surroundings


class AnswerSlots(Page):
    """A page with an answer that is being written, or none."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._frame: EditorFrame | None = None  # while a reflection is open

    def topic(self) -> Topic | None:
        """Give the answer that is being written; a session itself is on the agenda already."""
        draft = self._frame.draft if self._frame else None
        current = self._frame.form.current if self._frame else None
        if draft is None or current is None or draft.form.id == SESSION_FORM_ID:
            return None
        return answer_topic(draft.reflection, draft.form, current.prompt)

    def share_current(self, sharing: Sharing) -> None:
        """Change who may see the current answer."""
        block = self._frame.form.current_block() if self._frame else None
        if block is not None:
            block.share(sharing)

    def make_bold(self) -> None:
        """Make the selected words of the answer bold."""
        self._in_box(AnswerBox.make_strong)

    def make_italic(self) -> None:
        """Make the selected words of the answer italic."""
        self._in_box(AnswerBox.make_emphasis)

    def make_bullets(self) -> None:
        """Make the selected lines of the answer a list."""
        self._in_box(AnswerBox.make_bullets)

    def make_numbers(self) -> None:
        """Make the selected lines of the answer a numbered list."""
        self._in_box(AnswerBox.make_numbers)

    def undo(self) -> None:
        """Take back the last step in the current answer."""
        block = self._frame.form.current_block() if self._frame else None
        if block is not None:
            block.editor.undo()

    def redo(self) -> None:
        """Do again what was taken back in the current answer."""
        block = self._frame.form.current_block() if self._frame else None
        if block is not None:
            block.editor.redo()

    def _in_box(self, act: Callable[[AnswerBox], None]) -> None:
        block = self._frame.form.current_block() if self._frame else None
        box = block.editor.text_box() if block else None
        if box is not None:
            act(box)
