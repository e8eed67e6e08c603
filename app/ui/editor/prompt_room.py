"""The column's pieces: the room that a prompt will take, and the head of a section."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.form import FormDefinition, Prompt, Section
from app.ui.editor.asked import section_words
from app.ui.editor.prompt_block import BAR_ROOM, PromptBlock
from app.ui.look import Look
from app.ui.parts.label import Label

_BOX_EDGES = 34
_LEAST_COLUMN_PX = 640
_USUAL_LINES = 8
_SCROLL_BAR = 12
_LEAST_SIDE = 24


def column_px(look: Look) -> int:
    """Give the width of the column: a line of prose with the edges of its box."""
    return max(_LEAST_COLUMN_PX, look.theme.measure_px() + _BOX_EDGES)


def column_side(look: Look, page_width: int) -> tuple[int, int]:
    """Give where the column begins on a page of this width, and how wide it is."""
    room, wanted = page_width - _SCROLL_BAR, column_px(look)
    side = max(_LEAST_SIDE, (room - wanted) // 2)
    return side, max(1, min(wanted, room - 2 * side))


class PromptRoom(QWidget):
    """Keeps room for a prompt; its block is built when it comes near."""

    def __init__(self, look: Look, prompt: Prompt) -> None:
        super().__init__()
        self.prompt = prompt
        self.block: PromptBlock | None = None
        self._look = look
        self._place = (0, "")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.set_alone(False)
        self.setMinimumHeight(round(look.theme.line_px("prose") * _USUAL_LINES))

    def set_place(self, number: int, words: str) -> None:
        """Say which prompt it is."""
        self._place = (number, words)
        if self.block is not None:
            self.block.set_place(number, words)

    def set_alone(self, is_alone: bool) -> None:
        """Keep the distance to the next prompt only where there is one."""
        gap = 0 if is_alone else self._look.space("prompt_gap")
        self._column.setContentsMargins(0, 0, 0, gap)

    def take(self, block: PromptBlock) -> None:
        """Hold the block from now on."""
        self.block = block
        block.set_place(*self._place)
        self.setMinimumHeight(0)
        self._column.addWidget(block)


class SectionHead(QWidget):
    """A section's title, which of how many it is, and its introduction."""

    def __init__(
        self, look: Look, form: FormDefinition, section: Section, section_number: int
    ) -> None:
        super().__init__()
        title = Label(look, section.title, "title")
        title.setWordWrap(True)
        place = Label(look, section_words(form, section_number), "small", "text_muted")
        row = QHBoxLayout()
        row.setSpacing(look.space("l"))
        row.addWidget(title, 1)
        row.addWidget(place, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        top = 0 if section_number == 1 else look.space("l")
        column.setContentsMargins(BAR_ROOM, top, 0, 12)
        column.setSpacing(4)
        column.addLayout(row)
        if section.intro:
            intro = Label(look, section.intro, "small", "text_muted")
            intro.setWordWrap(True)
            column.addWidget(intro)
