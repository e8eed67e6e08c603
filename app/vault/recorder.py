"""The rows of a reflection that grows from save to save."""

from __future__ import annotations

from app.domain.answer import Answer
from app.domain.reflection import Reflection
from app.vault.reflection_record import AnswerRow, ReflectionRecord, answer_row, record_of


class Recorder:
    """Makes anew only the rows of answers that changed since the reflection was given last.

    An answer is never changed in place, so the same object has the same row.
    """

    def __init__(self) -> None:
        self._rows: dict[str, tuple[Answer, AnswerRow]] = {}

    def record_of(self, reflection: Reflection) -> ReflectionRecord:
        """Give the rows for a reflection."""
        self._rows = {key: self._row(key, answer) for key, answer in reflection.answers.items()}
        return record_of(reflection, tuple(row for _, row in self._rows.values()))

    def forget(self) -> None:
        """Let the words go."""
        self._rows = {}

    def _row(self, key: str, answer: Answer) -> tuple[Answer, AnswerRow]:
        known = self._rows.get(key)
        return known if known and known[0] is answer else (answer, answer_row(key, answer))
