"""What the status line says about saving, always in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.calendar_words import clock_time
from app.domain.errors import AppError
from app.services.ports import Clock
from app.ui.complaints import complaint_of
from app.ui.editor.draft import Draft
from app.ui.page import StatusWords

_A_MOMENT_MS = 60_000
_LONG_SAVE_MS = 400


class SavingWords(QObject):
    """Follows a draft's saving. “Saving…” is said only when it takes long enough to be read."""

    words_changed = Signal(object)  # StatusWords

    def __init__(self, draft: Draft, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._saved_at: datetime | None = None
        self._trouble: AppError | None = None
        self._is_saving_long = False
        self._count: int | None = 0
        self._in_answer: int | None = None
        self._time = ""
        self._moment = self._timer(_A_MOMENT_MS)
        self._long_save = self._timer(_LONG_SAVE_MS)
        self._moment.timeout.connect(self._tell)
        self._long_save.timeout.connect(self._on_long_save)
        draft.saving.connect(self._on_saving)
        draft.saved.connect(self._on_saved)
        draft.not_saved.connect(self._on_not_saved)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def count(self, words: int | None, in_answer: int | None = None) -> None:
        """Say how many words there are in all and in one answer; None says nothing of them."""
        if (words, in_answer) != (self._count, self._in_answer):
            self._count, self._in_answer = words, in_answer
            self._tell()

    def say_time(self, words: str) -> None:
        """Say how long one has been writing, or nothing of it."""
        if words != self._time:
            self._time = words
            self._tell()

    def now(self) -> StatusWords:
        """Give what is to be said at this moment."""
        if self._trouble is not None:
            lead = complaint_of(self._trouble).lead
            words = self.tr("{trouble} Your words are still here; trying again.")
            return StatusWords("triangle-alert", words.format(trouble=lead), "warning")
        if self._is_saving_long:
            return StatusWords("refresh-cw", self.tr("Saving…"))
        said = (self._saved_words(), *self._counted(), self._time)
        return StatusWords("check", " · ".join(words for words in said if words))

    def _saved_words(self) -> str:
        if self._saved_at is None:
            return self.tr("Everything is saved as you write")
        if self._moment.isActive():
            return self.tr("Saved a moment ago")
        words = self.tr("All changes saved at {time}")
        return words.format(time=clock_time(self._saved_at.astimezone()))

    def _counted(self) -> Iterator[str]:
        if self._count is not None and self._count != self._in_answer:
            one, many = self.tr("1 word in all"), self.tr("{count} words in all")
            yield one if self._count == 1 else many.format(count=f"{self._count:,}")
        if self._in_answer is not None:
            one, many = self.tr("1 word in this answer"), self.tr("{count} words in this answer")
            yield one if self._in_answer == 1 else many.format(count=f"{self._in_answer:,}")

    def _on_saving(self) -> None:
        if self._trouble is None:
            self._long_save.start()

    def _on_long_save(self) -> None:
        self._is_saving_long = True
        self._tell()

    def _on_saved(self) -> None:
        self._long_save.stop()
        self._is_saving_long, self._trouble = False, None
        self._saved_at = self._clock.now()
        self._moment.start()
        self._tell()

    def _on_not_saved(self, error: AppError) -> None:
        self._long_save.stop()
        self._is_saving_long, self._trouble = False, error
        self._tell()

    def _tell(self) -> None:
        self.words_changed.emit(self.now())
