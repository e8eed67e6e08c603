"""The column's pieces: the room that a prompt will take, and the head of a section."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.form import FormDefinition, Prompt
from app.ui.editor.asked import section_words
from app.ui.editor.prompt_block import BAR_ROOM, Arrangement, PromptBlock
from app.ui.look import Look
from app.ui.parts.label import Label

_BOX_EDGES = 34
_LEAST_COLUMN_PX = 640
_USUAL_LINES = 8
_SCROLL_BAR = 12
_LEAST_SIDE = 24
_UNDER_HEAD = 12


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

    def __init__(self, look: Look, prompt: Prompt, likely_height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.prompt = prompt
        self.block: PromptBlock | None = None
        self._look = look
        self._place = (0, "")
        self.setMinimumHeight(likely_height)

    def set_place(self, number: int, words: str) -> None:
        """Say which prompt it is."""
        self._place = (number, words)
        if self.block is not None:
            self.block.set_place(number, words)

    def is_arranged(self, arrangement: Arrangement) -> bool:
        """Say whether the prompt is built and stands as the page stands."""
        return self.block is not None and self.block.arrangement == arrangement

    def take(self, block: PromptBlock) -> None:
        """Hold the block from now on."""
        self.block = block
        block.set_place(*self._place)
        self.setMinimumHeight(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, self._look.space("prompt_gap"))
        self.take_back()

    def take_back(self) -> None:
        """Hold the block again after it stood alone."""
        column = self.layout()
        if self.block is not None and column is not None:
            column.addWidget(self.block)
            self.block.show()  # the layout would only do so later, and its height is wanted now


def likely_height(look: Look) -> int:
    """Give the height to keep for a prompt that is not built yet."""
    return round(look.theme.line_px("prose") * _USUAL_LINES)


def set_shown(widget: QWidget, *, is_shown: bool) -> None:
    """Show or hide a part; what was never hidden is shown with all the rest, at less cost."""
    was_told = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    if (was_told and widget.isHidden() == is_shown) or not is_shown:
        widget.setVisible(is_shown)


class SectionHead(QWidget):
    """A section's title, which of how many it is, and its introduction."""

    def __init__(
        self, look: Look, form: FormDefinition, section_number: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._form, self._number = look, form, section_number
        self._top = 0 if section_number == 1 else look.space("l")
        self._is_filled = False
        self._title: Label | None = None
        self._place: Label | None = None
        self.setMinimumHeight(self._top + round(look.theme.line_px("title")) + _UNDER_HEAD)

    @property
    def is_filled(self) -> bool:
        """Say whether its words are made; until then it only keeps their room."""
        return self._is_filled

    def show_section(self, form: FormDefinition, section_number: int) -> None:
        """Stand over the same section where another one came or went before it."""
        self._form, self._number = form, section_number
        self._say()

    def _say(self) -> None:
        if self._title is not None and self._place is not None:
            self._title.setText(self._form.sections[self._number - 1].heading)
            self._place.setText(section_words(self._form, self._number))

    def fill(self) -> None:
        """Make the words, when the head comes near."""
        if self._is_filled:
            return
        self._is_filled = True
        look, section = self._look, self._form.sections[self._number - 1]
        self._title = title = Label(look, "", "title", parent=self)
        title.setWordWrap(True)
        self._place = place = Label(look, "", "small", "text_muted", self)
        self._say()
        row = QHBoxLayout()
        row.setSpacing(look.space("l"))
        row.addWidget(title, 1)
        row.addWidget(place, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(BAR_ROOM, self._top, 0, _UNDER_HEAD)
        column.setSpacing(4)
        column.addLayout(row)
        shown = [title, place]
        if section.intro:
            intro = Label(look, section.intro, "small", "text_muted", self)
            intro.setWordWrap(True)
            column.addWidget(intro)
            shown.append(intro)
        self.setMinimumHeight(0)
        for label in shown:
            label.show()  # the layout would only do so later, and their height is wanted now
