"""Wording an answer for the paper: its words are read, others are asked for and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.services.preparing import Preparing
from app.summary.choice import AnswerPlace
from app.summary.wording import Wording
from app.ui.dialogs.wording_dialog import WordingDialog
from app.ui.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class WordingWish:
    """Which answer is to be worded, under which question, and the other words it has now."""

    place: AnswerPlace
    question: str
    words: str = ""


class WordingErrand(QObject):
    """Lives as long as its page; the reflection itself is only read."""

    worded = Signal(object, object)  # AnswerPlace, Wording or None
    failed = Signal(object)  # AppError

    def __init__(
        self,
        surroundings: Surroundings,
        preparing: Preparing,
        over: Callable[[], QWidget],
        page: QWidget,
    ) -> None:
        """Stand ready; over gives the dialog or page that is in front when the words are read."""
        super().__init__(page)
        self._surroundings, self._preparing, self._over = surroundings, preparing, over
        self._wish = WordingWish(("", ""), "")

    def ask(self, wish: WordingWish) -> None:
        """Ask for other words."""
        self._wish = wish
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_read)
        job.failed.connect(self.failed)
        self._surroundings.lane.start(job, partial(self._preparing.words_of, wish.place))

    def _on_read(self, own: str) -> None:
        wish = self._wish
        look = self._surroundings.look
        dialog = WordingDialog(look, wish.question, own, wish.words, self._over())
        dialog.worded.connect(self._keep)
        dialog.open()

    def _keep(self, words: str) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self.failed)
        self._surroundings.lane.start(job, partial(self._preparing.word, self._wish.place, words))

    def _on_kept(self, wording: Wording | None) -> None:
        self.worded.emit(self._wish.place, wording)
