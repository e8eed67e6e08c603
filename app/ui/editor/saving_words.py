"""What the status line says about saving, always in words."""

from __future__ import annotations

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
        self._is_of_answer = False
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

    def count(self, words: int | None, *, is_of_answer: bool) -> None:
        """Say how many words there are, in this answer or in all; None says nothing of them."""
        if (words, is_of_answer) != (self._count, self._is_of_answer):
            self._count, self._is_of_answer = words, is_of_answer
            self._tell()

    def now(self) -> StatusWords:
        """Give what is to be said at this moment."""
        if self._trouble is not None:
            lead = complaint_of(self._trouble).lead
            words = self.tr("{trouble} Your words are still here; trying again.")
            return StatusWords("triangle-alert", words.format(trouble=lead), "warning")
        if self._is_saving_long:
            return StatusWords("refresh-cw", self.tr("Saving…"))
        if self._count is None:
            return StatusWords("check", self._saved_words())
        both = self.tr("{saved} · {words}")
        counted = self._counted(self._count)
        return StatusWords("check", both.format(saved=self._saved_words(), words=counted))

    def _saved_words(self) -> str:
        if self._saved_at is None:
            return self.tr("Everything is saved as you write")
        if self._moment.isActive():
            return self.tr("Saved a moment ago")
        words = self.tr("All changes saved at {time}")
        return words.format(time=clock_time(self._saved_at.astimezone()))

    def _counted(self, count: int) -> str:
        if self._is_of_answer:
            one, many = self.tr("1 word in this answer"), self.tr("{count} words in this answer")
        else:
            one, many = self.tr("1 word in all"), self.tr("{count} words in all")
        return one if count == 1 else many.format(count=f"{count:,}")

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
