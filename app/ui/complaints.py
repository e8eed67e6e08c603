"""Words for what went wrong: a bold lead and a sentence, from the finished words of an error."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import AppError


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a callout shows: the lead says what happened, the rest what is safe and what next."""

    lead: str
    rest: str


def complaint_of(error: AppError) -> Complaint:
    """Split an error's finished words after their first sentence."""
    return complaint_of_words(str(error))


def complaint_of_words(words: str) -> Complaint:
    """Split finished words after their first sentence."""
    lead, stop, rest = words.partition(". ")
    return Complaint(lead + stop.strip(), rest)
