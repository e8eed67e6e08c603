"""The column of a form: the head of each section, and room for each of its prompts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.form import FormDefinition, Prompt, Section
from app.ui.editor.asked import Asked, place_words
from app.ui.editor.prompt_block import Arrangement, PromptBlock
from app.ui.editor.prompt_room import PromptRoom, SectionHead, likely_height, set_shown
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
        kept = {prompt.key for prompt in form.prompts()}
        sections = {section.key for section in form.sections}
        gone: list[QWidget] = []
        for key in [key for key in self._rooms if key not in kept]:
            room = self._rooms.pop(key)
            room.take_back()  # its block may stand alone
            gone.append(room)
        for key in [key for key in self._heads if key not in sections]:
            gone.append(self._heads.pop(key))
            if key in self.feet:
                gone.append(self.feet.pop(key))
        for part in gone:
            # Not by takeAt: an item that outlives its place keeps a new height from the stack.
            self.stack.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._form = form
        for part in self._fill():
            part.show()  # the layout would only do so later, and the focus goes there now

    def _fill(self) -> list[QWidget]:
        """Put a part wherever one is missing; give those that are new."""
        look, height = self._look, likely_height(self._look)
        rooms, self._rooms = self._rooms, {}  # in reading order
        made: list[QWidget] = []
        place = count()
        for number, section in enumerate(self._form.sections, start=1):
            head = self._heads.get(section.key)
            if head is None:
                head = SectionHead(look, self._form, number, self)
                self._heads[section.key] = head
                made.append(head)
            else:
                head.show_section(self._form, number)
            self._stand(next(place), head)
            for prompt in section.prompts:
                room = rooms.get(prompt.key)
                if room is None:
                    room = PromptRoom(look, prompt, height, self)
                    made.append(room)
                self._rooms[prompt.key] = room
                self._stand(next(place), room)
            if section.repeat is not None:
                foot = self.feet.get(section.key)
                if foot is None:
                    self.feet[section.key] = foot = RecordFoot(look, self)
                    made.append(foot)
                self._stand(next(place), foot)
        return made

    def _stand(self, place: int, part: QWidget) -> None:
        item = self.stack.itemAt(place)
        if item is None or item.widget() is not part:
            self.stack.insertWidget(place, part)

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

    def foot_under(self, prompt: Prompt) -> RecordFoot | None:
        """Give the foot that stands under a prompt, if it is the last one of a record."""
        feet = (
            self.feet.get(section.key)
            for section in self._form.sections
            if section.prompts[-1] == prompt
        )
        return next(feet, None)

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

    def bare(self, top: int, bottom: int) -> list[SectionHead | RecordFoot]:
        """Give the heads and feet between two heights whose words are not made yet."""
        parts: list[SectionHead | RecordFoot] = [*self._heads.values(), *self.feet.values()]
        return [
            part
            for part in parts
            if not (part.is_filled or part.isHidden())
            and part.y() <= bottom
            and part.y() + part.height() > top
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
