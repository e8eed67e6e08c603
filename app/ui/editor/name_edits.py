"""Which stretches of a text change when a possible identifier is replaced; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.identifier import KeptPerson, PossibleIdentifier
from app.domain.text_finding import Span
from app.services.noticing import Noticing

_AROUND = 300  # characters: no more decides how a word is put into its sentence

Edit = tuple[Span, str]  # what goes, and what comes in its place


def edit_of(
    noticing: Noticing, paragraph: str, found: PossibleIdentifier, words: str
) -> Edit | None:
    """Give the one stretch that changes in a paragraph; None if nothing does."""
    first = max(0, found.start - _AROUND)
    around = paragraph[first : found.end + _AROUND]
    moved = replace(found, start=found.start - first, end=found.end - first)
    changed = noticing.replaced(around, moved, words)
    if changed == around:
        return None
    start = _alike(around, changed)
    longest = min(len(around), len(changed)) - start
    alike = min(_alike(around[::-1], changed[::-1]), longest)
    end = len(around) - alike
    return (first + start, first + end), changed[start : len(changed) - alike]


def edits_everywhere(
    noticing: Noticing,
    texts: Iterable[str],
    people: tuple[KeptPerson, ...],
    label: str,
    words: str,
) -> dict[str, tuple[Edit, ...]]:
    """Give for each text what changes in it when a label's names are replaced; on any thread."""
    edits = {}
    for text in dict.fromkeys(texts):
        changes, start = [], 0
        for paragraph in text.split("\n"):
            for found in noticing.finder.known(paragraph, people):
                if found.label_of.casefold() == label.casefold():
                    edit = edit_of(noticing, paragraph, found, words)
                    if edit is not None:
                        (first, last), put = edit
                        changes.append(((start + first, start + last), put))
            start += len(paragraph) + 1
        if changes:
            edits[text] = tuple(changes)
    return edits


def _alike(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
