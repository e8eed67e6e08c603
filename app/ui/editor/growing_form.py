"""A form that is built as it is read: what can be seen at once, what is near a moment later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.form import Prompt
from app.ui.editor.answer_editor import Today
from app.ui.editor.draft import Draft
from app.ui.editor.form_column import FormColumn
from app.ui.editor.prompt_block import Arrangement, PromptBlock
from app.ui.editor.prompt_room import PromptRoom, SectionHead
from app.ui.editor.record_foot import RecordFoot
from app.ui.editor.steady_page import SteadyPage
from app.ui.look import Look


class GrowingForm(SteadyPage):
    """Joins each block to the draft when it is built, and lets nothing that is seen move."""

    help_asked = Signal()
    block_built = Signal(object)  # PromptBlock

    def __init__(self, look: Look, draft: Draft, today: Today, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._draft, self._today = draft, today
        self._arrangement = Arrangement()
        self._current = draft.place
        self._words: Mapping[str, int] = {}
        self._is_revealed = False  # before this, places mean nothing
        self._has_news = False  # built, but not painted yet
        self._is_first_paint_due = False  # until then the current prompt is all that is built
        self._whole = FormColumn(look, draft.form, self._inner)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._build_near)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def block(self, prompt: Prompt) -> PromptBlock:
        """Give the block of a prompt, built now if it was not yet."""
        block = self._whole.room(prompt.key).block or self._built(prompt)
        block.arrange(self._arrangement)
        return block

    def blocks(self) -> Iterator[PromptBlock]:
        """Give the blocks that are built."""
        return self._whole.blocks()

    def show_words(self, words: Mapping[str, int]) -> None:
        """Show how many words each answer has."""
        self._words = words
        for block in self._whole.blocks():
            block.set_words(words.get(block.prompt.key, 0))

    def _built(self, prompt: Prompt) -> PromptBlock:
        room = self._whole.room(prompt.key)
        block = PromptBlock(self._look, prompt, self._today, room)
        block.set_answer(self._draft.answer(prompt))
        block.set_words(self._words.get(prompt.key, 0))
        block.arrange(self._arrangement)
        block.set_current(prompt.key == self._current)
        block.value_changed.connect(self._draft.put_value)
        block.sharing_changed.connect(self._draft.put_sharing)
        block.help_asked.connect(self.help_asked)
        room.take(block)
        foot = self._whole.foot_under(prompt)
        if foot is not None:
            foot.fill()  # Tab goes there from the prompt
        self.block_built.emit(block)
        return block

    def _on_scrolled(self, _value: int) -> None:
        self.build_seen()

    def _can_build(self) -> bool:
        is_shown = self._is_revealed and self.isVisible()
        is_ready = is_shown and not self._is_first_paint_due and not self.is_settling
        return is_ready and not self._arrangement.is_alone

    def _build_first(self, prompt: Prompt) -> None:
        """Build the one prompt that is to be written in; what stands around it follows its paint.

        A person who comes with a thought in mind can begin a block or three earlier.
        """
        with self.keeping_still(None):
            self._whole.head_over(prompt).fill()
            self.block(prompt)
        self._is_first_paint_due = self._has_news = True
        self.viewport().update()

    def build_seen(self) -> None:
        """Build what can be seen, without moving it; what is near follows when nothing waits."""
        if not self._can_build():
            return
        self.settle()
        while parts := self._missing_within(0):
            self._build_parts(parts)
        self._has_news = True
        self.viewport().update()

    def _build_near(self) -> None:
        """Build all that can be seen, then little by little what is a half screen away."""
        if not self._can_build():
            return
        if self._missing_within(0):
            self.build_seen()
        elif parts := self._missing_within(self.height() // 2):
            self._build_parts(parts[:1])
            self._soon.start()

    def _build_parts(self, parts: list[PromptRoom | SectionHead | RecordFoot]) -> None:
        with self.keeping_still(self._anchor()):
            for part in parts:
                if isinstance(part, PromptRoom):
                    self.block(part.prompt)
                else:
                    part.fill()

    def _missing_within(self, px: int) -> list[PromptRoom | SectionHead | RecordFoot]:
        """Give what can be seen, or is no further away, and is not built."""
        top, bottom = self._sight(px)
        rooms = self._whole.between(top, bottom)
        missing = [room for room in rooms if not room.is_arranged(self._arrangement)]
        return [*self._whole.bare(top, bottom), *missing]

    def _sight(self, px: int = 0) -> tuple[int, int]:
        top = -self.top_of(self._whole)
        return top - px, top + self.viewport().height() + px

    def _anchor(self) -> PromptRoom | None:
        """Give what must not move: the current prompt if it can be seen, else the first that is."""
        seen = [room for room in self._whole.between(*self._sight()) if room.block is not None]
        current = self._whole.room(self._current)
        return current if current in seen else next(iter(seen), None)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Go on building once the person sees what they came for."""
        super().paintEvent(event)
        if self._has_news:
            self._has_news = self._is_first_paint_due = False
            self._soon.start()
