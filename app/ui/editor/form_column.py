"""The column of a form: the head of each section, and room for each of its prompts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.form import FormDefinition, Prompt, Section
from app.ui.editor.asked import Asked, place_words
from app.ui.editor.prompt_block import Arrangement, PromptBlock
from app.ui.editor.prompt_room import PromptRoom, SectionHead, likely_height
from app.ui.editor.record_foot import RecordFoot
from app.ui.look import Look


class FormColumn(QWidget):
    """Knows the rooms in reading order and which of them are built."""

    def __init__(self, look: Look, form: FormDefinition, parent: QWidget) -> None:
        # Made where it stays: to move so many widgets later costs more than to make them.
        super().__init__(parent)
        self._form = form
        self._gap = look.space("prompt_gap")
        self._look = look
        self._heads: dict[str, SectionHead] = {}
        self.feet: dict[str, RecordFoot] = {}  # one under each record
        self._rooms: dict[str, PromptRoom] = {}
        self.stack = QVBoxLayout(self)
        self.stack.setContentsMargins(0, 0, 0, 0)
        self.stack.setSpacing(0)
        self._fill()

    def follow(self, form: FormDefinition) -> None:
        """Take the same form with other records; the rooms of all that stays are the same ones."""
        # Not by takeAt: an item that outlives its place keeps a room's new height from the stack.
        for part in (*self._heads.values(), *self._rooms.values(), *self.feet.values()):
            self.stack.removeWidget(part)
        kept = {prompt.key for prompt in form.prompts()}
        gone = [self._rooms.pop(key) for key in tuple(self._rooms) if key not in kept]
        for room in gone:
            room.take_back()  # its block may stand alone
        for part in (*self._heads.values(), *self.feet.values(), *gone):
            part.hide()
            part.deleteLater()
        self._heads, self.feet = {}, {}
        self._form = form
        self._fill()
        for part in (*self._heads.values(), *self._rooms.values()):
            part.show()  # the layout would only do so later, and the focus goes there now

    def _fill(self) -> None:
        height, rooms = likely_height(self._look), self._rooms
        self._rooms = {}  # in reading order
        for number, section in enumerate(self._form.sections, start=1):
            self._heads[section.key] = SectionHead(self._look, self._form, number, self)
            self.stack.addWidget(self._heads[section.key])
            for prompt in section.prompts:
                room = rooms.get(prompt.key) or PromptRoom(self._look, prompt, height, self)
                self._rooms[prompt.key] = room
                self.stack.addWidget(room)
            if section.repeat is not None:
                self.feet[section.key] = RecordFoot(self._look, self)
                self.stack.addWidget(self.feet[section.key])

    def room(self, key: str) -> PromptRoom:
        """Give the room of a prompt."""
        return self._rooms[key]

    def head(self, section: Section) -> SectionHead:
        """Give the head of a section."""
        return self._heads[section.key]

    def head_over(self, prompt: Prompt) -> SectionHead:
        """Give the head of the section that a prompt belongs to."""
        return next(
            self._heads[section.key] for section in self._form.sections if prompt in section.prompts
        )

    def rooms(self) -> Iterable[PromptRoom]:
        """Give all rooms in reading order."""
        return self._rooms.values()

    def blocks(self) -> Iterator[PromptBlock]:
        """Give the blocks that are built, in reading order."""
        return (room.block for room in self._rooms.values() if room.block is not None)

    def missing(self, arrangement: Arrangement) -> list[PromptRoom]:
        """Give the rooms whose prompt is not built, or stands as the page stood before."""
        asked = (room for room in self._rooms.values() if not room.isHidden())
        return [room for room in asked if not room.is_arranged(arrangement)]

    def bare_heads(self, top: int, bottom: int) -> list[SectionHead]:
        """Give the heads between two heights whose words are not made yet."""
        return [
            head
            for head in self._heads.values()
            if not (head.is_filled or head.isHidden())
            and head.y() <= bottom
            and head.y() + head.height() > top
        ]

    def between(self, top: int, bottom: int) -> list[PromptRoom]:
        """Give the rooms of asked prompts of which more than the gap is between two heights."""
        asked = (room for room in self._rooms.values() if not room.isHidden())
        top += self._gap
        return [room for room in asked if room.y() <= bottom and room.y() + room.height() > top]

    def show_asked(self, asked: Iterable[Asked]) -> None:
        """Show the rooms of the prompts that are asked, with their numbers and places."""
        keys = set()
        for each in asked:
            keys.add(each.prompt.key)
            self._rooms[each.prompt.key].set_place(each.number, place_words(self._form, each))
        for section in self._form.sections:
            own = [prompt.key for prompt in section.prompts]
            set_shown(self._heads[section.key], is_shown=not keys.isdisjoint(own))
            for key in own:
                set_shown(self._rooms[key], is_shown=key in keys)


def set_shown(widget: QWidget, *, is_shown: bool) -> None:
    """Show or hide a part; what was never hidden is shown with all the rest, at less cost."""
    was_told = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    if was_told or not is_shown:
        widget.setVisible(is_shown)
