"""The editor: opens a reflection, keeps it saved, and puts it away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.services.following_up import LookAhead
from app.services.journal import Writing
from app.services.workshop import Desk
from app.ui.complaints import complaint_of
from app.ui.editor.answer_slots import AnswerSlots
from app.ui.editor.draft import Draft
from app.ui.editor.finishing import Finishing
from app.ui.editor.frame import EditorFrame
from app.ui.editor.noticing import EditorNoticing
from app.ui.editor.opening import Opening, opened
from app.ui.editor.spelling import EditorSpelling
from app.ui.editor.unsaved import UnsavedWords
from app.ui.page import StatusWords
from app.ui.parts.date_field import goes_to_unread_day
from app.ui.parts.empty_state import EmptyState
from app.ui.surroundings import Surroundings

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EditorPage(AnswerSlots):
    """Where a reflection is written; it fills the window beside menu bar and status line."""

    left = Signal()
    finished = Signal(str)  # reflection id
    held = Signal(str)  # reflection id: on hold, so it is only read
    frame_made = Signal(object)  # EditorFrame

    def __init__(
        self, surroundings: Surroundings, desk: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(surroundings, parent)
        self._desk = desk
        self._kept: EditorFrame | None = None
        self._trouble: EmptyState | None = None
        self._request = 0
        self._way_back = self.tr("Home")
        self._ahead = LookAhead()
        self._finishing = Finishing(self, desk)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.unsaved = UnsavedWords(self, desk, self._column)
        self.spelling = EditorSpelling(self, desk.spelling)
        self.noticing = EditorNoticing(self, desk.noticing)
        self.look.changed.connect(self.update)

    # Opening and putting away

    def begin(self, form_id: str) -> None:
        """Begin a new reflection on a form."""
        self._open(partial(self._desk.journal.begin, form_id))

    def look_again(self, reflection_id: str) -> None:
        """Begin a reflection on what has become of another."""
        self._open(partial(self._desk.following_up.look_again, reflection_id))

    def open_session(self, place: str) -> None:
        """Go on with the session to come, at a prompt."""
        self._open(self._desk.sessions.open_next, place)

    def open_reflection(self, reflection_id: str) -> None:
        """Go on with a reflection."""
        self._open(partial(self._desk.journal.read, reflection_id))

    def set_way_back(self, words: str) -> None:
        """Say which page one comes back to from here."""
        self._way_back = words

    def enter(self) -> None:
        """Put the focus where the writing goes on."""
        if self._frame is not None:
            self._frame.go_on()

    def put_away(self) -> bool:
        """Have everything on the disk and close this version; say whether that was possible.

        If it was not, the words stay on the screen and saving is tried again.
        """
        self._request += 1
        if self._frame is None:
            return True
        if not self.save_all():
            return False
        draft = self._frame.draft
        if draft.has_changed:
            draft.leave()
        self._clear()
        return True

    def save_all(self) -> bool:
        """Have everything on the disk and write on; say whether that was possible."""
        if self._frame is None:
            return True
        self._frame.take_in()
        try:
            self._frame.draft.save_and_wait()
        except AppError:
            self.unsaved.ask()
            return False
        return True

    def leave(self) -> bool:
        """Put away what was written before another page is shown."""
        return self.put_away()

    @property
    def reflection_id(self) -> str | None:
        """The reflection that is open."""
        return self._frame.draft.reflection.id if self._frame else None

    def status(self) -> StatusWords | None:
        """Give what the status line says while a reflection is open."""
        return self._frame.saving.now() if self._frame else None

    # Slots for menus and keys

    def show_next_prompt(self) -> None:
        """Go to the next prompt."""
        if self._frame is not None:
            self._frame.show_next()

    def show_previous_prompt(self) -> None:
        """Go to the prompt before."""
        if self._frame is not None:
            self._frame.show_previous()

    def show_find(self, *, replaces: bool) -> None:
        """Show the bar that finds words in what is written, and replaces them."""
        if self._frame is not None:
            self._frame.show_find(replaces=replaces)

    @property
    def is_one_at_a_time(self) -> bool:
        """Say whether one prompt is shown at a time."""
        return self.surroundings.settings.is_one_at_a_time

    def set_one_at_a_time(self, is_on: bool) -> None:
        """Show one prompt at a time or the whole form, now and from now on."""
        self.surroundings.settings.is_one_at_a_time = is_on
        if self._frame is not None and self._frame.is_alone != is_on:
            self._frame.set_alone(is_on)
            self._frame.go_on_typing()

    def toggle_help(self) -> None:
        """Open or close the help with the current prompt."""
        if self._frame is not None:
            self._frame.toggle_help()

    def ask_to_finish(self) -> None:
        """Say what finishing means and ask whether to; what is complete is only put away."""
        if self._frame is None or goes_to_unread_day(self):
            return
        draft = self._frame.draft
        if draft.reflection.is_complete:
            self._go_to_reading()
            return
        self._finishing.ask(draft, self._ahead)

    # What comes back

    def _open(self, work: Callable[[], Writing], place: str = "") -> None:
        if not self.put_away():
            return
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_not_opened)
        opening = partial(opened, self._desk, self._request, work, place)
        self.surroundings.lane.start(job, opening)
        self.ready_frame()  # the first time it is made while the vault is being read

    def _on_opened(self, opening: Opening) -> None:
        if opening.number != self._request:
            return
        self._clear()
        if opening.is_held:
            self.held.emit(opening.writing.reflection.id)
            return
        self._ahead = opening.ahead
        draft = Draft(self._desk, self.surroundings.lane, opening.writing, self, opening.place)
        draft.finished.connect(self._on_finished)
        self.unsaved.watch(draft)
        self._frame = frame = self.ready_frame()
        frame.open(draft, opening.themes, is_alone=self.is_one_at_a_time)
        frame.show_way_back(self._way_back)
        frame.side.first.show_first(opening.first)
        self.spelling.follow(frame.form)
        self._column.activate()
        frame.show()
        frame.go_on_at_end()
        self.status_changed.emit(frame.saving.now())

    def ready_frame(self) -> EditorFrame:
        """Give the frame, made once: its parts cost more to make than to fill again."""
        if self._kept is None:
            self._kept = frame = EditorFrame(self.surroundings, self)
            frame.hide()
            frame.home_asked.connect(self._go_home)
            frame.finish_asked.connect(self.ask_to_finish)
            frame.way_chosen.connect(self.set_one_at_a_time)
            frame.status_changed.connect(self.status_changed)
            self._column.addWidget(frame)
            self.frame_made.emit(frame)
        return self._kept

    def _on_not_opened(self, error: AppError) -> None:
        self._clear()
        complaint = complaint_of(error)
        self._trouble = EmptyState(
            self.look, "circle-alert", complaint.lead, complaint.rest, primary=self._way_back
        )
        self._trouble.primary_clicked.connect(self._go_home)
        self._column.addWidget(self._trouble)

    def _on_finished(self) -> None:
        # The person may have left already, by a finish that was saved on the way out.
        if self._frame is not None and self.sender() is self._frame.draft:
            self._go_to_reading()

    def _go_to_reading(self) -> None:
        assert self._frame is not None
        finished = self._frame.draft.reflection.id
        if self.put_away():
            self.finished.emit(finished)

    def _go_home(self) -> None:
        if self.put_away():
            self.left.emit()

    def _step_out(self) -> None:
        if self._frame is None or not self._frame.close_folded():
            self._go_home()

    def _clear(self) -> None:
        self.unsaved.forget()
        if self._frame is not None:
            self._frame.close_reflection()
        if self._trouble is not None:
            self._column.removeWidget(self._trouble)
            self._trouble.hide()
            self._trouble.deleteLater()
        self._frame = self._trouble = None

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        """Take undo before the menu does: a menu knows only what a text box can undo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know the editor's keys where no menu does."""
        held, key = event.modifiers(), event.key()
        goes_on = held & _CONTROL and key in _ENTER_KEYS
        if key == Qt.Key.Key_Escape:
            self._step_out()
        elif goes_on or (held & _ALT and key == Qt.Key.Key_Down):
            self.show_next_prompt()
        elif held & _ALT and key == Qt.Key.Key_Up:
            self.show_previous_prompt()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page under everything."""
        QPainter(self).fillRect(self.rect(), self.look.colour("page"))
