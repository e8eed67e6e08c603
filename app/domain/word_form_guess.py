"""What a form's field probably asks for, by the words that such forms use."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.domain.word_form import FieldKind, FieldMapping, ValueKind, ValueName, WordField

# The first that fits is taken, so what is said in more words stands before what is said in fewer.
_GUESSES: tuple[tuple[ValueKind, str], ...] = (
    (ValueKind.NEXT_DATE, r"\bnext\b.*\b(date|session|supervision|meeting)\b|date of next"),
    (
        ValueKind.LAST_ACTIONS,
        r"\b(last|previous|review|progress|carried|outstanding|done|since)\b.*\bactions?\b"
        r"|\bactions?\b.*\b(last|previous|review|outstanding|since)\b|done since|^actions$",
    ),
    (ValueKind.AGREED, r"\bactions?\b|\bagreed\b|\btasks?\b|next steps"),
    (ValueKind.DECISIONS, r"\bdecisions?\b"),
    (ValueKind.DISAGREEMENTS, r"disagree|escalat|dispute|challenge made"),
    (ValueKind.QUESTIONS, r"\bquestions?\b"),
    (ValueKind.CAPACITY, r"well-?being|workload|capacity|caseload"),
    (ValueKind.THEMES, r"\bthemes?\b|patterns?"),
    (ValueKind.WANTS, r"agenda|\btopics?\b|\bitems?\b|brings?\b|\bwants?\b|for today|to discuss"),
    (ValueKind.REFLECTIONS, r"reflecti|discussion|\bcases?\b|practice"),
    (ValueKind.SESSION_KIND, r"\b(type|kind)\b"),
    (ValueKind.DATE, r"\bdate\b|\bwhen\b"),
    (ValueKind.SUPERVISOR, r"supervisor|\bmanager\b|supervised by"),
    (ValueKind.PREPARED_BY, r"supervisee|worker|practitioner|prepared by|\bname\b|employee|staff"),
)
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _GUESSES)
# These are for a pen on the day.
_BY_HAND = re.compile(r"\bsign|\bplace\b|\bvenue\b|\binitials?\b")
_SHORT = {
    ValueKind.DATE,
    ValueKind.SUPERVISOR,
    ValueKind.PREPARED_BY,
    ValueKind.SESSION_KIND,
    ValueKind.NEXT_DATE,
}


def guessed_mapping(fields: Iterable[WordField]) -> FieldMapping:
    """Propose a value for each field whose words tell; no value is proposed twice.

    Who made a form with tags said by them what is to be filled in, so nothing else is proposed.
    """
    fields = tuple(fields)
    tagged = [each for each in fields if each.kind in {FieldKind.TAG, FieldKind.REPEATED}]
    mapping: dict[str, ValueName] = {}
    for field in tagged or fields:
        kind = _guess(field)
        if kind is not None and ValueName(kind) not in mapping.values():
            mapping[field.key] = ValueName(kind)
    return mapping


def _guess(field: WordField) -> ValueKind | None:
    words = field.label.replace("_", " ").casefold()
    named = ValueName.from_text(field.label)
    if named is not None and not named.detail and named.kind is not ValueKind.ANSWER:
        return named.kind  # a tag that has our own name
    if _BY_HAND.search(words):
        return None
    is_many = field.kind in {FieldKind.ROWS, FieldKind.REPEATED}
    fitting = (kind for kind, pattern in _PATTERNS if pattern.search(words))
    return next((kind for kind in fitting if not (is_many and kind in _SHORT)), None)
