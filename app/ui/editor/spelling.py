"""Spelling in the editor: what every box asks, and where the person's own words are kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.domain.errors import AppError
from app.domain.form import PromptKind
from app.domain.spelling import UnknownWord
from app.services.spelling import Spelling
from app.ui.editor.growing_form import GrowingForm
from app.ui.editor.prompt_block import PromptBlock
from app.ui.editor.spell_marks import SpellMarks
from app.ui.page import Page, StatusWords
from app.ui.parts.answer_box import AnswerBox


class EditorSpelling(QObject):
    """Marks words in the answers of the form that is open, unless the person has it switched off.

    Looking words up is quick enough for the window's thread; her own words come by the lane.
    """

    changed = Signal()  # other words are known now
    told = Signal(object)  # StatusWords

    def __init__(self, page: Page, spelling: Spelling) -> None:
        """Ask the journal for her own words; the page's status line tells what is to be told."""
        super().__init__(page)
        self._surroundings, self._spelling = page.surroundings, spelling
        self.told.connect(page.status_changed)
        self._on_lane(spelling.load)

    @property
    def is_on(self) -> bool:
        """Whether words are marked."""
        return self._surroundings.settings.is_spelling_marked

    def follow(self, form: GrowingForm) -> None:
        """Mark words in every prompt of a form, those built later too."""
        for block in form.blocks():
            self._mark(block)
        form.block_built.connect(self._mark)

    def unknown(self, text: str, *, is_beginning: bool) -> tuple[UnknownWord, ...]:
        """Give the words of a text that are probably misspelt."""
        return self._spelling.unknown(text, is_beginning=is_beginning)

    def near(self, word: str) -> tuple[str, ...]:
        """Give what was probably meant."""
        return self._spelling.near(word)

    def add(self, word: str) -> None:
        """Keep a word among the person's own."""
        self._on_lane(partial(self._spelling.add, word))

    def let_pass(self, word: str) -> None:
        """Take a word as right until the journal is closed."""
        self._spelling.let_pass(word)
        self.changed.emit()

    def show_next(self) -> None:
        """Select the next unknown word of the answer that has the cursor."""
        box = QApplication.focusWidget()
        marks = box.findChild(SpellMarks) if isinstance(box, AnswerBox) else None
        if marks is not None and not marks.select_next():
            words = self.tr("No word in this answer looks misspelt.")
            self.told.emit(StatusWords("spell-check", words))

    def _mark(self, block: PromptBlock) -> None:
        if block.prompt.kind is PromptKind.QUOTATION:
            return  # a child's words stay as they were said
        for box in block.findChildren(AnswerBox):
            if box.findChild(SpellMarks) is None:
                SpellMarks(self._surroundings.look, box, self)

    def _on_lane(self, work: Callable[[], tuple[str, ...]]) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_done)
        job.failed.connect(self._on_failed)
        self._surroundings.lane.start(job, work)

    def _on_done(self, _words: object) -> None:
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self.told.emit(StatusWords("triangle-alert", str(error), "warning"))
