"""Other words for an answer, which stand on one paper and change nothing in the reflection."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from app.domain.answer import AnswerValue
from app.summary.answer_words import markdown_of

_CHARACTERS = 32


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in Markdown, and a mark of what the answer said when they were written."""

    words: str
    mark: str = ""

    def is_of(self, value: AnswerValue) -> bool:
        """Say whether the answer still says what it said then."""
        return self.mark == mark_of(value)


def mark_of(value: AnswerValue) -> str:
    """Give a mark that is another as soon as the answer says something else."""
    return sha256(markdown_of(value).encode(errors="surrogatepass")).hexdigest()[:_CHARACTERS]
