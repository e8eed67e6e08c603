"""What the heading of a form's column asks for, by the words that such forms use."""

from __future__ import annotations

import re

from app.domain.word_form import Column

# In this order: "by whom" is about a person, "by when" about a day.
_WORDS: tuple[tuple[Column, str], ...] = (
    (Column.STATE, r"done|status|progress|outcome|complet\w*|updates?|results?|achieved|review"),
    (Column.HOW_KNOWN, r"evidence|measures?|success|know|known"),
    (Column.REASON, r"reasons?|why|rationale|because"),
    (Column.HELP, r"help|support|needed|wanted"),
    (Column.WHO, r"who|whom|responsible|responsibility|owner|lead|person|worker"),
    (Column.WHEN, r"when|date|deadline|target|timescales?|due|by"),
    (
        Column.WHAT,
        r"actions?|what|tasks?|topics?|items?|issues?|decisions?|discuss\w*|agreed|points?",
    ),
    (Column.TITLE, r"case|title|about|subject"),
)
_PATTERNS = tuple(
    (column, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for column, words in _WORDS
)


def column_of(heading: str) -> Column | None:
    """Say what a heading asks for; None where its words do not tell."""
    return next((column for column, pattern in _PATTERNS if pattern.search(heading)), None)
