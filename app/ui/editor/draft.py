"""The reflection being written: changed answer by answer, saved within a second, never lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.answer import Answer, AnswerValue
from app.domain.errors import AppError, NotSaved
from app.domain.finishing import first_unanswered
from app.domain.form import FormDefinition, Prompt
from app.domain.reflection import Reflection, answer_to, in_form_order, is_asked
from app.domain.sharing import Sharing
from app.services.evidence import KeptFiles
from app.services.journal import Writing
from app.services.workshop import Desk
from app.ui.lane import Lane

_PAUSE_MS = 400  # after the last key
_LONGEST_UNSAVED_MS = 700  # while the typing goes on: with a slow disk's 300 ms still a second
_RETRY_MS = (1_000, 2_000, 4_000, 8_000, 15_000)  # and so on; each change tries at once


class Draft(QObject):
    """One open reflection. The window's thread owns it; saving runs on the lane.

    A value that is handed to the lane is frozen, so typing goes on while it is written.
    """

    changed = Signal(str)  # prompt key; "" for title, date or themes
    saving = Signal()
    saved = Signal()
    not_saved = Signal(object)  # the AppError; it is being tried again
    finished = Signal()

    def __init__(
        self, desk: Desk, lane: Lane, writing: Writing, parent: QObject, place: str = ""
    ) -> None:
        """Take an open reflection and the key of the prompt written in last, where it is known.

        Nothing is stored until the first change.
        """
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._form = writing.form
        self._reflection = writing.reflection
        self._changes = self._saved_changes = 0
        self._is_finishing = False
        self._finish: Callable[[Writing], Writing] = desk.journal.finish
        self._is_asked_again = False
        self._refusals = 0
        self._place = self._kept_place = place
        # The lane works in turn, so its results come back in this order.
        self._on_their_way: deque[int] = deque()
        self._pause = _single_shot(self, _PAUSE_MS)
        self._longest = _single_shot(self, _LONGEST_UNSAVED_MS)
        self._retry = _single_shot(self, _RETRY_MS[0])
        for timer in (self._pause, self._longest, self._retry):
            timer.timeout.connect(self.save)

    @property
    def reflection(self) -> Reflection:
        """The reflection as it stands on the screen."""
        return self._reflection

    @property
    def form(self) -> FormDefinition:
        """The form version it is written on."""
        return self._form

    @property
    def files(self) -> KeptFiles:
        """What can be done with the files that are kept with it."""
        return self._desk.files

    @property
    def is_saved(self) -> bool:
        """Whether every change is on the disk."""
        return self._saved_changes == self._changes

    @property
    def has_changed(self) -> bool:
        """Whether anything was changed since it was opened."""
        return self._changes > 0

    @property
    def changes(self) -> int:
        """How often it was changed: tells one state from another."""
        return self._changes

    def writing(self) -> Writing:
        """Give the newest state with its form."""
        return Writing(self._reflection, self._form)

    @property
    def place(self) -> str:
        """Key of the prompt to go on with: written in last, else the first without an answer."""
        written = self._form.prompt(self._place)
        if written is not None and is_asked(self._reflection, written):
            return written.key
        return first_unanswered(self._reflection, self._form).key

    def answer(self, prompt: Prompt) -> Answer:
        """Give the answer to a prompt as it stands."""
        return answer_to(self._reflection, prompt)

    def put_value(self, prompt: Prompt, value: AnswerValue) -> None:
        """Change what an answer says."""
        self._place = prompt.key
        self._put(prompt, replace(self.answer(prompt), value=value))

    def put_sharing(self, prompt: Prompt, sharing: Sharing) -> None:
        """Change who may see an answer."""
        self._put(prompt, replace(self.answer(prompt), sharing=sharing))

    def put_title(self, title: str) -> None:
        """Change the title."""
        self._change(replace(self._reflection, title=title), "")

    def put_event_date(self, day: date | None) -> None:
        """Change the day of the event."""
        self._change(replace(self._reflection, event_date=day), "")

    def put_themes(self, themes: tuple[str, ...]) -> None:
        """Change the themes."""
        self._change(replace(self._reflection, themes=themes), "")

    def put_records(self, writing: Writing) -> None:
        """Change which records there are; an empty one more is nothing to save yet."""
        self._form = writing.form
        self._change(writing.reflection, "")

    def save(self) -> None:
        """Put the reflection on its way to the disk now.

        While a save is on its way none is put behind it: the newest state follows once it is done.
        """
        self._stop_timers()
        if self._on_their_way:
            self._is_asked_again = True
        elif not self.is_saved:
            self._send_off()

    def save_and_wait(self) -> None:
        """Have every change on the disk before this returns: for locking, closing and leaving.

        Raises:
            AppError: it could not be saved; the words are still here.
        """
        self._stop_timers()
        if self.is_saved:
            return
        try:
            writing = self._lane.run_and_wait(self._work())
        except AppError as error:
            self._begin_retry()
            self.not_saved.emit(error)
            raise
        self._refusals = 0
        self._take_completion(writing)
        self._saved_changes = self._changes
        self.saved.emit()

    def let_go(self) -> None:
        """Give up what is not saved: the person said so twice."""
        self._stop_timers()
        self._saved_changes = self._changes

    def leave(self) -> None:
        """Close this version of the reflection; the next change begins a new one."""
        self._keep_place()
        job = self._lane.job()
        self._lane.start(job, partial(self._desk.journal.leave, self._reflection.id))

    def finish(self, finish: Callable[[Writing], Writing]) -> None:
        """Mark the reflection complete, in the way that is given.

        A disk that refuses is asked again, as for the words.
        """
        self._stop_timers()
        self._finish = finish
        self._is_finishing = True
        self._changes += 1
        self._send_off()

    def _put(self, prompt: Prompt, answer: Answer) -> None:
        if answer == self.answer(prompt):
            return
        # In the form's order, so that every place that lists answers agrees with the form.
        answers = in_form_order({**self._reflection.answers, prompt.key: answer}, self._form)
        self._change(self._reflection.with_answers(answers), prompt.key)

    def _change(self, reflection: Reflection, key: str) -> None:
        if reflection == self._reflection:
            return
        self._reflection = reflection
        self._changes += 1
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self.changed.emit(key)

    def _work(self) -> Callable[[], Writing]:
        if self._is_finishing:
            return partial(self._finish, self.writing())
        return partial(self._desk.journal.save, self.writing())

    def _send_off(self) -> None:
        self._on_their_way.append(self._changes)
        self._is_asked_again = False
        job = self._lane.job()
        job.succeeded.connect(self._on_finished if self._is_finishing else self._on_saved)
        job.failed.connect(self._on_failed)
        job.broke.connect(self._on_broke)
        self.saving.emit()
        self._lane.start(job, self._work())

    def _on_saved(self, _writing: object) -> None:
        self._saved_changes = max(self._saved_changes, self._on_their_way.popleft())
        self._refusals = 0
        self.saved.emit()
        if self.is_saved:
            self._keep_place()
            return
        if self._is_asked_again:
            self.save()
        elif not self._longest.isActive():
            self._longest.start()

    def _on_finished(self, writing: object) -> None:
        self._take_completion(writing)
        self._on_saved(writing)
        self.finished.emit()

    def _take_completion(self, writing: object) -> None:
        assert isinstance(writing, Writing)
        self._is_finishing = False
        self._reflection = replace(self._reflection, completed_at=writing.reflection.completed_at)

    def _on_failed(self, error: object) -> None:
        self._on_their_way.popleft()
        self._begin_retry()
        self.not_saved.emit(error)

    def _on_broke(self, _error: object) -> None:
        # The lane has told of the bug; one broken save must not be the last that is tried.
        self._on_failed(NotSaved(self.tr("The last change could not be saved.")))

    def _keep_place(self) -> None:
        # After the words, once for each prompt written in; it is no harm if the disk refuses.
        if self._place != self._kept_place:
            self._kept_place = self._place
            work = partial(self._desk.places.keep, self._reflection.id, self._place)
            self._lane.start(self._lane.job(), work)

    def _begin_retry(self) -> None:
        self._is_asked_again = False
        self._retry.start(_RETRY_MS[min(self._refusals, len(_RETRY_MS) - 1)])
        self._refusals += 1

    def _stop_timers(self) -> None:
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()


def _single_shot(parent: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
