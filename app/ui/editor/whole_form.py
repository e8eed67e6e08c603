"""The scrolling page of a form: sections with their prompts, or one prompt alone.

Both ways of writing show the same blocks, so the text, the cursor and what can be undone stay
when the person changes from one to the other.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.form import Prompt
from app.ui.editor.answer_editor import Today
from app.ui.editor.asked import Asked, asked_in
from app.ui.editor.draft import Draft
from app.ui.editor.prompt_block import BAR_ROOM, Arrangement, PromptBlock
from app.ui.editor.prompt_room import column_side, set_shown
from app.ui.editor.recorded_form import RecordedForm
from app.ui.look import Look

_TOP, _TOP_ALONE = 20, 26
_ABOVE = 20
_EDGE = 8  # for the ring


class WholeForm(RecordedForm):
    """Shows the prompts that are asked and follows the one that is being answered."""

    current_changed = Signal(object)  # Asked

    def __init__(self, look: Look, draft: Draft, today: Today, parent: QWidget) -> None:
        super().__init__(look, draft, today, parent)
        self._asked: tuple[Asked, ...] = ()
        self._alone = QWidget()
        self._alone_stack = QVBoxLayout(self._alone)
        self._restyled = QTimer(self)
        self._build()
        self._connect()
        self.show_asked()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("The form"))
        self._restyled.setSingleShot(True)
        self._restyled.setInterval(0)
        self._alone_stack.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for holder, layout in ((self._whole, self._whole.stack), (self._alone, self._alone_stack)):
            self.column.addWidget(holder)
            self.settle_first(layout)
        self._alone_stack.addWidget(self._alone_foot)
        self._alone.hide()

    def _connect(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        self._draft.changed.connect(self._on_changed)
        self._look.changed.connect(self._on_look_changed)
        self._restyled.timeout.connect(self._reveal)

    # What is asked, and where the writing is

    @property
    def current(self) -> Asked | None:
        """The prompt that is being answered."""
        return next((each for each in self._asked if each.prompt.key == self._current), None)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The prompts that are asked now, in reading order."""
        return self._asked

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
        self.show_prompt(prompt)
        self.block(prompt).editor.take_focus()
        self.build_seen()

    def show_prompt(self, prompt: Prompt) -> None:
        """Make a prompt current and bring it into sight; the focus stays where it is."""
        self.block(prompt)
        self._make_current(prompt.key)
        self._reveal()

    def build_for_tab(self) -> None:
        """Build the prompts to which Tab may lead from where it is, however far away they are."""
        if self._arrangement.is_alone or not self._asked:
            return
        for each in (self.neighbour(-1), self.neighbour(1), self._asked[0], self._asked[-1]):
            if each is not None:
                self.block(each.prompt)

    def show_asked(self) -> None:
        """Show the prompts whose condition holds; what is hidden keeps its answer."""
        self._asked = asked_in(self._draft.form, self._draft.reflection)
        self._whole.show_asked(self._asked)
        self._tell_current()

    def follow_records(self, fallback: Prompt) -> None:
        """Show the records that there are now; where the current prompt is gone, another is it."""
        self._follow_records(fallback)
        self.show_asked()
        if self._arrangement.is_alone:
            self._stand()
        self.build_seen()

    def _tell_current(self) -> None:
        current = self.current
        if current is not None:
            self.current_changed.emit(current)

    def _make_current(self, key: str) -> None:
        room = self._whole.room(key)
        if key == self._current and room.block is not None and room.block.is_current:
            return
        with self.keeping_still(None if self._arrangement.is_alone else room):
            self._current = key
            for block in self._whole.blocks():
                block.set_current(block.prompt.key == key)
            if self._arrangement.is_alone:
                self._stand()
        if self._arrangement.is_alone:
            self.scroll_to_top()
        self._tell_current()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        for block in self._whole.blocks():
            if block.isAncestorOf(new):
                block.editor.watch(new)
                self._make_current(block.prompt.key)
                self.build_seen()
                self._show_around(new, block)
                return

    def _show_around(self, control: QWidget, block: PromptBlock) -> None:
        """Scroll until as much of a prompt is in sight as fits: all of it, or from here on."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return  # what is under the pointer must not move away from it
        self.settle()
        height = self.viewport().height() - 2 * _EDGE
        foot = self.top_of(block) + block.height()
        own_foot = self.top_of(control) + control.height()
        tops = ((self.top_of(block), foot), (self.top_of(control), foot))
        for top, bottom in (*tops, (self.top_of(control), own_foot)):
            if bottom - top <= height:
                down = max(0, bottom + _EDGE - self.viewport().height())
                self.scroll_by(down or min(0, top - _EDGE))
                return

    def _on_changed(self, key: str) -> None:
        conditions = {prompt.when.prompt for prompt in self._draft.form.prompts() if prompt.when}
        if key in conditions:
            self.show_asked()

    # How it stands

    def arrange(self, arrangement: Arrangement) -> None:
        """Show the whole form or one prompt, on a wide or a narrow page; the place is kept."""
        if arrangement == self._arrangement:
            return
        focused = self.window().focusWidget()  # that of the application only while it is active
        self._arrangement = arrangement
        self.setUpdatesEnabled(False)
        self._stand()
        self._fold()
        self._reveal()
        # A control that moves to another parent loses the focus on its way.
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setUpdatesEnabled(True)

    def put_on_top(self, widget: QWidget) -> None:
        """Let something scroll with the form, above its first section."""
        self.column.insertWidget(0, widget)

    def _stand(self) -> None:
        """Let the current prompt stand alone or in its room, as the arrangement is."""
        is_alone = self._arrangement.is_alone
        for room in self._whole.rooms():
            is_lent = room.block is not None and room.block.parentWidget() is self._alone
            if is_lent and not (is_alone and room.prompt.key == self._current):
                room.take_back()
        if is_alone:
            block = self.block(self._whole.room(self._current).prompt)
            if block.parentWidget() is not self._alone:
                self._alone_stack.insertWidget(0, block)
                block.show()
            current = self.current
            is_last = current is not None and current.place == current.of
            self._stand_foot(current.section if current and is_last else None)
        set_shown(self._whole, is_shown=not is_alone)
        set_shown(self._alone, is_shown=is_alone)

    def _fold(self) -> None:
        """Set the column in the middle, as wide as a line of prose and no wider than the page."""
        narrow = self._arrangement.is_narrow
        side, width = column_side(self._look, self.width())
        top = _TOP_ALONE if self._arrangement.is_alone and not narrow else _TOP
        gap = self._look.space("prompt_gap")
        self.margins.setContentsMargins(side - BAR_ROOM, top, 0, gap)
        self.set_width(width + BAR_ROOM)

    def _on_look_changed(self) -> None:
        self._fold()
        self._restyled.start()  # when every part has its new size

    def _reveal(self) -> None:
        """Bring the current prompt into sight, with its section's head if both fit."""
        if not self._is_revealed:
            return
        self.settle()
        if self._arrangement.is_alone:
            self.scroll_to_top()
            return
        for _ in range(2):  # what is built above changes where the prompt stands
            self._scroll_to_current()
            self.build_seen()

    def _scroll_to_current(self) -> None:
        room = self._whole.room(self._current)
        current = self.current
        top = self.top_of(room)
        if current is not None:
            with_head = self.top_of(self._whole.head(current.section))
            if top + room.height() - with_head < self.viewport().height() - _ABOVE:
                top = with_head
        self.scroll_by(top - _ABOVE)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, but leave what goes through the prompts to the page."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the current prompt; before this nothing is built for its place."""
        super().showEvent(event)
        self._fold()
        current = self.current
        if not self._is_revealed and not self._arrangement.is_alone and current is not None:
            self.settle()
            self._build_first(current.prompt)
            self._scroll_to_current()
        self._is_revealed = True
        if not self._is_first_paint_due:
            self._reveal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold, and build what has come into sight."""
        self._fold()
        super().resizeEvent(event)
        self.build_seen()
