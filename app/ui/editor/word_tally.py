"""How many words each answer has, counted a moment after the typing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.answer import word_count
from app.domain.form import Prompt, PromptKind
from app.ui.editor.draft import Draft

_AFTER_MS = 250
_WRITTEN = (PromptKind.PROSE, PromptKind.SHORT_TEXT)
_CHOSEN = (
    PromptKind.CHOICE,
    PromptKind.CHOICES,
    PromptKind.DATE,
    PromptKind.THEMES,
    PromptKind.EVIDENCE,
)


class WordTally(QObject):
    """Counts again only what was changed."""

    counted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._words: dict[str, int] = {}
        self._changed_keys: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._count_changed)

    @property
    def words(self) -> Mapping[str, int]:
        """The number of words by the prompt's key."""
        return self._words

    @property
    def total(self) -> int:
        """The words of all answers."""
        return sum(self._words.values())

    def begin(self, draft: Draft) -> None:
        """Count a reflection from the beginning; what comes to it is counted on its own."""
        self._draft = draft
        draft.changed.connect(self._on_changed)
        self.count_all()

    def forget(self) -> None:
        """Count nothing any more."""
        self._soon.stop()
        self._draft = None
        self._words.clear()
        self._changed_keys.clear()

    def count_all(self) -> None:
        """Count every answer now."""
        if self._draft is not None:
            self._words.clear()
            self._changed_keys.update(self._draft.reflection.answers)
            self._count_changed()

    def of_answer(self, prompt: Prompt) -> int | None:
        """Give the words of an answer, or nothing where there is nothing to count.

        What is chosen has no words; what is chosen with a reason has them when it is given.
        """
        words = self._words.get(prompt.key, 0)
        counts = prompt.kind in _WRITTEN or (words and prompt.kind not in _CHOSEN)
        return words if counts else None

    def _on_changed(self, key: str) -> None:
        self._changed_keys.add(key)
        self._soon.start()

    def _count_changed(self) -> None:
        if self._draft is None:
            return
        answers = self._draft.reflection.answers
        for key in self._changed_keys & answers.keys():
            self._words[key] = word_count(answers[key].value)
        self._changed_keys.clear()
        self.counted.emit()
