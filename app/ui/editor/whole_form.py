"""The scrolling page of a form: sections with their prompts, or one prompt alone.

Both ways of writing show the same blocks, so the text, the cursor and what can be undone stay
when the person changes from one to the other. Blocks are built when they come near.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from app.domain.form import Prompt
from app.ui.editor.answer_editor import Today
from app.ui.editor.asked import Asked, asked_in, place_words
from app.ui.editor.draft import Draft
from app.ui.editor.prompt_block import BAR_ROOM, Arrangement, PromptBlock
from app.ui.editor.prompt_room import PromptRoom, SectionHead, column_side, likely_height
from app.ui.look import Look
from app.ui.parts.scroll_page import ScrollPage

_TOP, _TOP_ALONE = 20, 26
_ABOVE = 20
_AT_ONCE = 4


class WholeForm(ScrollPage):
    """Shows the prompts that are asked and follows the one that is being answered."""

    current_changed = Signal(object)  # Asked
    help_asked = Signal()

    def __init__(self, look: Look, draft: Draft, today: Today) -> None:
        super().__init__(look)
        self._draft, self._today = draft, today
        self._arrangement = Arrangement()
        self._asked: tuple[Asked, ...] = ()
        self._current = ""
        self._words: Mapping[str, int] = {}
        self._heads: dict[str, SectionHead] = {}
        self._rooms: dict[str, PromptRoom] = {}
        self._is_building = False
        self._whole, self._alone = QWidget(), QWidget()
        self._build()
        self._connect()
        self.show_asked()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("The form"))
        self.column.setSpacing(0)
        for holder in (self._whole, self._alone):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            self.column.addWidget(holder)
        self._alone.hide()
        form, height = self._draft.form, likely_height(self._look)
        column = QVBoxLayout()
        column.setSpacing(0)
        for number, section in enumerate(form.sections, start=1):
            self._heads[section.key] = SectionHead(self._look, form, section, number)
            column.addWidget(self._heads[section.key])
            for prompt in section.prompts:
                self._rooms[prompt.key] = PromptRoom(self._look, prompt, height)
                column.addWidget(self._rooms[prompt.key])
        _layout_of(self._whole).addLayout(column)

    def _connect(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._draft.changed.connect(self._on_changed)
        self._look.changed.connect(self._fold)

    @property
    def current(self) -> Asked | None:
        """The prompt that is being answered."""
        return next((each for each in self._asked if each.prompt.key == self._current), None)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The prompts that are asked now, in reading order."""
        return self._asked

    def block(self, prompt: Prompt) -> PromptBlock:
        """Give the block of a prompt, built now if it was not yet."""
        room = self._rooms[prompt.key]
        if room.block is None:
            self._fill(room)
        assert room.block is not None
        room.block.arrange(self._arrangement)
        return room.block

    def current_block(self) -> PromptBlock | None:
        """Give the block of the current prompt."""
        current = self.current
        return self.block(current.prompt) if current else None

    def neighbour(self, step: int) -> Asked | None:
        """Give the prompt so many steps on from the current one, if there is one."""
        numbers = [each.prompt.key for each in self._asked]
        if self._current not in numbers:
            return self._asked[0] if self._asked else None
        place = numbers.index(self._current) + step
        return self._asked[place] if 0 <= place < len(self._asked) else None

    def go_to(self, prompt: Prompt) -> None:
        """Make a prompt current, bring it into sight and put the focus into its answer."""
        block = self.block(prompt)
        self._make_current(prompt.key)
        self._reveal(prompt.key)
        block.editor.take_focus()
        self._build_near()

    def arrange(self, arrangement: Arrangement) -> None:
        """Show the whole form or one prompt, on a wide or a narrow page; the place is kept."""
        if arrangement == self._arrangement:
            return
        focused = QApplication.focusWidget()
        self._arrangement = arrangement
        self.setUpdatesEnabled(False)
        self._stand(self._current)
        self._fold()
        self._reveal(self._current)
        # A control that moves to another parent loses the focus on its way.
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setUpdatesEnabled(True)

    def put_on_top(self, widget: QWidget) -> None:
        """Let something scroll with the form, above its first section."""
        self.column.insertWidget(0, widget)

    def show_words(self, words: Mapping[str, int]) -> None:
        """Show how many words each answer has."""
        self._words = words
        for key, room in self._rooms.items():
            if room.block is not None:
                room.block.set_words(words.get(key, 0))

    def show_asked(self) -> None:
        """Show the prompts whose condition holds; what is hidden keeps its answer."""
        form = self._draft.form
        self._asked = asked_in(form, self._draft.reflection)
        for each in self._asked:
            self._rooms[each.prompt.key].set_place(each.number, place_words(form, each))
        if not self._current and self._asked:
            self._current = self._asked[0].prompt.key
        self._show_rooms()
        current = self.current
        if current is not None:
            self.current_changed.emit(current)

    def _show_rooms(self) -> None:
        asked = {each.prompt.key for each in self._asked}
        for section in self._draft.form.sections:
            keys = [prompt.key for prompt in section.prompts]
            self._heads[section.key].setVisible(not asked.isdisjoint(keys))
            for key in keys:
                self._rooms[key].setVisible(key in asked)

    def _stand(self, key: str) -> None:
        """Let a prompt stand alone or in its room, as the arrangement is."""
        is_alone = self._arrangement.is_alone
        for room in self._rooms.values():
            is_lent = room.block is not None and room.block.parentWidget() is self._alone
            if is_lent and not (is_alone and room.prompt.key == key):
                room.take_back()
        if is_alone and key:
            block = self.block(self._rooms[key].prompt)
            if block.parentWidget() is not self._alone:
                _layout_of(self._alone).addWidget(block)
                block.show()
        self._whole.setVisible(not is_alone)
        self._alone.setVisible(is_alone)

    def _fill(self, room: PromptRoom) -> None:
        block = PromptBlock(self._look, room.prompt, self._today)
        block.set_answer(self._draft.answer(room.prompt))
        block.set_words(self._words.get(room.prompt.key, 0))
        block.arrange(self._arrangement)
        block.set_current(room.prompt.key == self._current)
        block.value_changed.connect(self._draft.put_value)
        block.sharing_changed.connect(self._draft.put_sharing)
        block.help_asked.connect(self.help_asked)
        room.take(block)
        self._join_tab_order(room, block)

    def _join_tab_order(self, room: PromptRoom, block: PromptBlock) -> None:
        # Blocks are built out of turn; Qt would tab through them in the order they were made.
        rooms = [each for each in self._rooms.values() if each.block is not None]
        place = rooms.index(room)
        if place and (before := rooms[place - 1].block) is not None:
            block.tab_after(before)
        if place + 1 < len(rooms) and (after := rooms[place + 1].block) is not None:
            after.tab_after(block)

    def _make_current(self, key: str) -> None:
        if key == self._current and self._has_bar(key):
            return
        anchor = self._rooms[key]
        top = self._top_of(anchor)
        old, self._current = self._current, key
        for each in (old, key):
            block = self._rooms[each].block if each else None
            if block is not None:
                block.set_current(each == key)
        if self._arrangement.is_alone:
            self._stand(key)
            self._settle()
            self.scroll_to_top()
        else:
            self._settle()
            self._scroll_by(self._top_of(anchor) - top)
        current = self.current
        if current is not None:
            self.current_changed.emit(current)

    def _has_bar(self, key: str) -> bool:
        block = self._rooms[key].block
        return block is not None and block.is_current

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        for key, room in self._rooms.items():
            if room.block is not None and room.block.isAncestorOf(new):
                room.block.editor.watch(new)
                room.block.keep_tab_order()
                self._make_current(key)
                self._build_near()
                return

    def _reveal(self, key: str) -> None:
        if not key:
            return
        self._settle()
        if self._arrangement.is_alone:
            self.scroll_to_top()
            return
        self._build_near()
        room = self._rooms[key]
        asked = self.current
        head = self._heads[asked.section.key] if asked else None
        top = self._top_of(room)
        if head is not None and head.isVisible():
            with_head = self._top_of(head)
            if top + room.height() - with_head < self.viewport().height() - _ABOVE:
                top = with_head
        self._scroll_by(top - _ABOVE)
        self._build_near()

    def _top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.viewport(), QPoint(0, 0)).y()

    def _scroll_by(self, px: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + px)

    def _settle(self) -> None:
        """Have the layout done now, so that places can be measured."""
        # Half-way through, places mean nothing: scrolling must not build by them.
        was_building, self._is_building = self._is_building, True
        for layout in (_layout_of(self._whole), _layout_of(self._alone), self.column, self.margins):
            layout.activate()
        # This is how a scroll area learns that what it holds wants another height.
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self._is_building = was_building

    def _on_changed(self, key: str) -> None:
        conditions = {prompt.when.prompt for prompt in self._draft.form.prompts() if prompt.when}
        if key in conditions:
            self.show_asked()

    # Building what comes near

    def _on_scrolled(self, _value: int) -> None:
        self._build_near()

    def _build_near(self) -> None:
        """Build what can be seen and a screen more, without moving what is seen."""
        if self._is_building or self._arrangement.is_alone or not self.isVisible():
            return
        self._is_building = True
        self._settle()
        while missing := [room for room in self._missing() if self._is_near(room)]:
            anchor = self._anchor()
            top = self._top_of(anchor) if anchor else 0
            for room in missing[:_AT_ONCE]:
                self.block(room.prompt)
            self._settle()
            if anchor is not None:
                self._scroll_by(self._top_of(anchor) - top)
        self._is_building = False

    def _missing(self) -> list[PromptRoom]:
        """Give the rooms whose prompt is not built, or still stands as the page stood before."""
        rooms = [room for room in self._rooms.values() if not room.isHidden()]
        return [room for room in rooms if not room.is_arranged(self._arrangement)]

    def _anchor(self) -> PromptRoom | None:
        """Give what must not move: the current prompt if it can be seen, else the first that is."""
        rooms = [self._rooms[self._current]] if self._current else []
        seen = self.viewport().rect()
        for room in (*rooms, *self._rooms.values()):
            place = QRect(room.mapTo(self.viewport(), QPoint(0, 0)), room.size())
            if room.block is not None and room.isVisible() and seen.intersects(place):
                return room
        return None

    def _is_near(self, room: PromptRoom) -> bool:
        near = self.viewport().rect().adjusted(0, -self.height() // 2, 0, self.height() // 2)
        return near.intersects(room.rect().translated(room.mapTo(self.viewport(), QPoint(0, 0))))

    def _fold(self) -> None:
        """Set the column in the middle, as wide as a line of prose and no wider than the page."""
        narrow = self._arrangement.is_narrow
        side, width = column_side(self._look, self.width())
        top = _TOP_ALONE if self._arrangement.is_alone and not narrow else _TOP
        gap = self._look.space("prompt_gap")
        self.margins.setContentsMargins(side - BAR_ROOM, top, 0, gap)
        self.set_max_width(width + BAR_ROOM)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, but leave what goes through the prompts to the page."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Build what is seen first."""
        super().showEvent(event)
        self._fold()
        self._reveal(self._current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold, and build what has come into sight."""
        self._fold()
        super().resizeEvent(event)
        self._build_near()


def _layout_of(widget: QWidget) -> QVBoxLayout:
    layout: QLayout | None = widget.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout
