"""The recovery words as a paper to keep: the words, numbered, and how to use them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.domain.calendar_words import long_date
from app.summary.document import Bullet, Bullets, Document, DocumentSection, Note, Table

_COLUMNS = 4
_USES = (
    "Open Afterword and choose your journal.",
    "Press “Use the recovery words instead”.",
    "Type all the words in their order, with spaces between them.",
)


def recovery_paper(words: Sequence[str], made_on: date) -> Document:
    """Make the paper. It names no journal and no person, for it can be lost."""
    count = len(words)
    keep = (
        "Keep this paper as you would a passport, away from the computer. Whoever has it and "
        "the journal’s files can read the journal."
    )
    return Document(
        title="Recovery words",
        subtitle=f"Made on {long_date(made_on)}",
        sections=(
            DocumentSection(f"The {count} words", (_table(words),)),
            DocumentSection(
                "If you forget the passphrase", (Bullets(tuple(Bullet(use) for use in _USES)),)
            ),
            DocumentSection("Where to keep it", (Note(keep),)),
        ),
        footer="Afterword recovery words: keep them safe",
    )


def _table(words: Sequence[str]) -> Table:
    height = -(-len(words) // _COLUMNS)
    numbered = [f"{number}  {word}" for number, word in enumerate(words, 1)]
    rows = tuple(tuple(numbered[row::height]) for row in range(height))
    starts = range(1, len(words) + 1, height)
    headings = tuple(f"{start} to {min(start + height - 1, len(words))}" for start in starts)
    return Table(headings, rows, (1.0,) * len(headings))
