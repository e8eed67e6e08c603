"""Possible identifiers in the editor: what every box asks, and where decisions are kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from app.domain.errors import AppError
from app.domain.identifier import PossibleIdentifier
from app.services.noticing import Noticing, Watched
from app.ui.editor.deciding import Deciding
from app.ui.editor.examined import Examined, Stretch
from app.ui.editor.identifier_marks import IdentifierMarks
from app.ui.editor.identifier_tally import IdentifierTally, Place
from app.ui.editor.idle_work import IdleWork
from app.ui.editor.prompt_block import PromptBlock
from app.ui.parts.answer_box import AnswerBox

if TYPE_CHECKING:
    from app.ui.editor.frame import EditorFrame
    from app.ui.editor.page import EditorPage

_WARMING = "Kayleigh came."  # looked at beside everything else, so that the lists are read by then


class EditorNoticing(QObject):
    """Points out possible identifiers in the reflection that is open.

    What is known about a reflection is read and kept by the lane; looking is done in the window's
    thread, a few milliseconds at a time and only while nobody types.
    """

    changed = Signal()  # other findings are known now, or are to be shown
    watched_changed = Signal()  # other decisions or names are known, or it was switched
    not_kept = Signal(object)  # the AppError: nothing was changed
    told = Signal(object)  # StatusWords

    def __init__(self, page: EditorPage, noticing: Noticing) -> None:
        """Follow every reflection that a page opens."""
        super().__init__(page)
        self._surroundings, self.noticing = page.surroundings, noticing
        self.examined = Examined(noticing)
        self.tally = IdentifierTally(self.examined, self)
        self._wanted: dict[tuple[str, Stretch], None] = {}
        self._kept = _KeptOnLane(noticing)
        self._is_warm = False
        self._frame: EditorFrame | None = None
        self.deciding: Deciding | None = None  # once there is a frame
        self._idle = IdleWork(self._next_bit, self)
        self._idle.paused.connect(self._on_paused)
        self.tally.counted.connect(self._show_counts)
        self.told.connect(page.status_changed)
        page.frame_made.connect(self._join)
        page.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether possible identifiers are pointed out in the open reflection."""
        return self.is_on_in_general and self._is_warm and not self.is_off_here

    @property
    def places(self) -> tuple[Place, ...]:
        """What is pointed out in the reflection, as far as it was gone through."""
        return self.tally.places if self.is_on else ()

    @property
    def is_on_in_general(self) -> bool:
        """Whether they are pointed out at all, by the settings."""
        return self._surroundings.settings.is_identifier_marked

    @property
    def is_off_here(self) -> bool:
        """Whether they are not pointed out in this reflection, or it is not known yet."""
        watched = self.examined.watched
        return watched is None or watched.is_off

    # The reflection

    def _join(self, frame: EditorFrame) -> None:
        self._frame = frame
        self.deciding = Deciding(self._surroundings, frame, self)
        frame.reflection_opened.connect(self._on_opened)
        frame.side.ended.connect(self._on_ended)

    def _on_opened(self, reflection_id: str) -> None:
        assert self._frame is not None
        form = self._frame.form
        self._frame.draft.changed.connect(self._on_written)
        for block in form.blocks():
            self._mark(block)
        form.block_built.connect(self._mark)
        self._read(reflection_id)

    def _read(self, reflection_id: str) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_watched)
        self._surroundings.lane.start(job, partial(self._kept.begin, reflection_id))

    def _on_watched(self, watched: Watched) -> None:
        if not self._is_open(watched.reflection_id) or watched == self.examined.watched:
            return
        self.examined.watch(watched)
        if self._is_warm:
            self._begin()
            return
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_warm)
        work = partial(self.noticing.noticed, _WARMING, Watched(watched.reflection_id))
        self._surroundings.lane.start_beside(job, work)

    def _on_warm(self, _found: object) -> None:
        self._is_warm = True
        if self._frame is not None and self.examined.watched is not None:
            self._begin()

    def _begin(self) -> None:
        assert self._frame is not None
        self.tally.begin(self._frame.form, self._frame.draft)
        self.changed.emit()
        self.watched_changed.emit()
        self._idle.go_on()

    def _on_ended(self) -> None:
        self._idle.stop()
        self._wanted.clear()
        self.tally.forget()
        self.examined.watch(None)

    def _is_open(self, reflection_id: str) -> bool:
        frame = self._frame
        return frame is not None and frame.is_open and frame.draft.reflection.id == reflection_id

    # Looking

    def want(self, text: str, missing: list[Stretch]) -> None:
        """Look at what is seen before anything else, once nobody types."""
        if self.is_on and not self._idle.is_putting_off:
            self._wanted.update(dict.fromkeys((text, each) for each in missing))
            self._idle.go_on()

    def look_again(self, seconds: float) -> None:
        """Count again now, for so long at most; the rest follows bit by bit."""
        self.tally.hurry(seconds)
        self._idle.go_on()

    def _next_bit(self) -> bool:
        if not self.is_on:
            return False
        if not self._wanted:
            return self.tally.next_bit()
        text, stretch = next(iter(self._wanted))
        del self._wanted[text, stretch]
        self.examined.look(text, stretch)
        if not self._wanted:
            self.changed.emit()
        return True

    def _on_written(self, _key: str) -> None:
        # What is seen then asks again when it is painted after the pause.
        self._wanted.clear()
        self._idle.put_off()

    def _on_paused(self) -> None:
        self.tally.count_anew()
        self.changed.emit()

    # Slots for menus and keys

    def show_next(self) -> None:
        """Open the panel at the next one behind the cursor, or go on to the next."""
        if self.deciding is not None:
            self.deciding.show_next()

    def show_previous(self) -> None:
        """Open the panel at the one before the cursor, or go back to the one before."""
        if self.deciding is not None:
            self.deciding.show_previous()

    def ask_to_replace(self) -> None:
        """Replace the current one with its suggestion."""
        if self.deciding is not None:
            self.deciding.ask_to_replace()

    def ask_reason(self) -> None:
        """Ask why the current one stays."""
        if self.deciding is not None:
            self.deciding.ask_reason()

    # Deciding

    def keep(self, text: str, found: PossibleIdentifier, why: str) -> None:
        """Let words stay, with a reason, until their sentence changes."""
        self._change(partial(self.noticing.keep, text, found, why))

    def not_one(self, text: str, found: PossibleIdentifier) -> None:
        """Take words as pointing to nobody."""
        self._change(partial(self.noticing.not_one, text, found))

    def remember(self, name: str, label: str) -> None:
        """Put a name into the people key."""
        self._change(partial(self.noticing.remember, name, label))

    def switch(self, is_on: bool) -> None:
        """Point out possible identifiers in this reflection, or don't."""
        if self.examined.watched is not None and self.is_off_here == is_on:
            self._change(partial(_switched, self.noticing, is_off=not is_on))

    def _change(self, act: Callable[[Watched], Watched]) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_changed)
        job.failed.connect(self._on_not_changed)
        self._surroundings.lane.start(job, partial(self._kept.change, act))

    def _on_changed(self, watched: Watched) -> None:
        if self.examined.watched is None or not self._is_open(watched.reflection_id):
            return
        self.examined.watch(watched)
        self.tally.count_anew()
        self.watched_changed.emit()
        self.changed.emit()
        self._idle.go_on()
        self._show_counts()

    def _on_not_changed(self, error: AppError) -> None:
        self.not_kept.emit(error)

    # The prompts

    def _mark(self, block: PromptBlock) -> None:
        for box in block.findChildren(AnswerBox):
            if box.findChild(IdentifierMarks) is None:
                IdentifierMarks(self._surroundings.look, box, block.prompt, self)
        block.foot.set_identifiers(self._count_of(block))
        block.foot.identifiers_asked.connect(self._on_asked)

    def _on_asked(self, key: str) -> None:
        if self.deciding is not None:
            self.deciding.open_in(key)

    def _show_counts(self) -> None:
        if self._frame is not None and self._frame.is_open:
            for block in self._frame.form.blocks():
                block.foot.set_identifiers(self._count_of(block))

    def _count_of(self, block: PromptBlock) -> int:
        return self.tally.counts.get(block.prompt.key, 0) if self.is_on else 0

    # Qt overrides

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        """Read again what another window may have changed: the people key, or a decision."""
        if event.type() == QEvent.Type.WindowActivate and self.examined.watched is not None:
            self._read(self.examined.watched.reflection_id)
        return False


class _KeptOnLane:
    """What is known of the open reflection as the lane knows it: changed there, one by one."""

    def __init__(self, noticing: Noticing) -> None:
        self._noticing = noticing
        self._watched: Watched | None = None

    def begin(self, reflection_id: str) -> Watched:
        """Read what is known about a reflection."""
        self._watched = self._noticing.watch(reflection_id)
        return self._watched

    def change(self, act: Callable[[Watched], Watched]) -> Watched:
        """Decide something; what was decided a moment before stays.

        Raises:
            NotSaved, NotInPeopleKey: nothing was changed.
        """
        assert self._watched is not None
        self._watched = act(self._watched)
        return self._watched


def _switched(noticing: Noticing, watched: Watched, *, is_off: bool) -> Watched:
    return noticing.switch(watched, is_off=is_off)
