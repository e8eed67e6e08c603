"""An answer in finished words: Markdown for documents, the same for every output."""

from __future__ import annotations

from app.domain.answer import (
    Action,
    Actions,
    AnswerValue,
    Choice,
    ChosenDate,
    Prose,
    Scale,
    ShortText,
    YesNo,
    verdict_words,
)
from app.domain.calendar_words import plain_date, short_date

# A person's plain line must not turn into markup in a document that reads Markdown.
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#"})


def plain_as_markdown(text: str) -> str:
    """Escape plain text so that Markdown shows it as it was typed."""
    return text.translate(_MARKS)


def markdown_of(value: AnswerValue) -> str:
    """Give an answer as Markdown. Actions become a list; documents with tables show them there."""
    match value:
        case Prose(text):
            return text.strip()
        case ShortText() | Choice() | YesNo():
            return _short(value)
        case Scale():
            return _scale(value)
        case ChosenDate() | Actions():
            return _dated(value)


def _short(value: ShortText | Choice | YesNo) -> str:
    if isinstance(value, YesNo):
        verdict = f"{verdict_words(value.verdict)}." if value.verdict else ""
        return _joined(verdict, value.evidence)
    return plain_as_markdown((value.text if isinstance(value, ShortText) else value.option).strip())


def _dated(value: ChosenDate | Actions) -> str:
    if isinstance(value, ChosenDate):
        return plain_date(value.day) if value.day else ""
    return "\n".join(f"- {_action(item)}" for item in value.items)


def _scale(scale: Scale) -> str:
    number = "" if scale.number is None else f"{scale.number} of 10."
    lower = f"Why not lower: {scale.why_not_lower.strip()}" if scale.why_not_lower.strip() else ""
    higher = f"One higher: {scale.one_higher.strip()}" if scale.one_higher.strip() else ""
    return _joined(number, lower, higher)


def _action(action: Action) -> str:
    parts = [action.what.strip(), action.who.strip(), action_state(action)]
    if action.how_known.strip():
        parts.append(f"known by: {action.how_known.strip()}")
    return plain_as_markdown(" · ".join(part for part in parts if part))


def action_state(action: Action) -> str:
    """Say how an action stands: "done 14 Oct", "by 3 November 2026", or nothing."""
    if action.done_on:
        return f"done {short_date(action.done_on)}"
    return f"by {plain_date(action.by_when)}" if action.by_when else ""


def _joined(*parts: str) -> str:
    """Join parts into one run where they are one line each, else into paragraphs."""
    present = [part.strip() for part in parts if part.strip()]
    return ("\n\n" if any("\n" in part for part in present) else " ").join(present)
