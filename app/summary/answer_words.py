"""An answer in finished words: Markdown for documents, the same for every output."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.domain.answer import (
    Action,
    Actions,
    AnswerValue,
    Checked,
    Checklist,
    Choice,
    Choices,
    ChosenDate,
    ChosenThemes,
    Evidence,
    EvidenceFile,
    Prose,
    Quotation,
    Scale,
    ShortText,
    YesNo,
    verdict_words,
)
from app.domain.calendar_words import plain_date, short_date
from app.domain.size_words import size_words
from app.domain.topic import Topic, Topics

# A person's plain line must not turn into markup in a document that reads Markdown.
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#"})


def plain_as_markdown(text: str) -> str:
    """Escape plain text so that Markdown shows it as it was typed."""
    return text.translate(_MARKS)


def markdown_of(value: AnswerValue) -> str:
    """Give an answer as Markdown. Actions become a list; documents with tables show them there."""
    return _WRITERS[type(value)](value)


def _yes_no(value: YesNo) -> str:
    verdict = f"{verdict_words(value.verdict)}." if value.verdict else ""
    return _joined(verdict, value.evidence)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _checked(checked: Checked) -> str:
    """Give "**Item**: partly. Why one says so." on one line, as an entry of a list needs it."""
    verdict = verdict_words(checked.verdict).lower()
    item = f"**{plain_as_markdown(checked.item)}**" + (f": {verdict}." if verdict else ":")
    reason = " ".join(checked.reason.split())
    return f"{item} {plain_as_markdown(reason)}".rstrip()


def _quotation(value: Quotation) -> str:
    lines = [f"> {plain_as_markdown(line)}".rstrip() for line in value.words.strip().splitlines()]
    said_by = f"– {plain_as_markdown(value.said_by.strip())}" if value.said_by.strip() else ""
    return "\n\n".join(part for part in ("\n".join(lines), said_by) if part)


def _file(file: EvidenceFile) -> str:
    return plain_as_markdown(f"{file.name} ({size_words(file.size_bytes)})")


def _scale(scale: Scale) -> str:
    number = "" if scale.number is None else f"{scale.number} of 10."
    lower = f"Why not lower: {scale.why_not_lower.strip()}" if scale.why_not_lower.strip() else ""
    higher = f"One higher: {scale.one_higher.strip()}" if scale.one_higher.strip() else ""
    return _joined(number, lower, higher)


def _topic(topic: Topic) -> str:
    parts = [topic.words.strip(), topic.came_of_it.strip()]
    return plain_as_markdown(" · ".join(part for part in parts if part))


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


_WRITERS: dict[type, Callable[[Any], str]] = {
    Prose: lambda value: value.text.strip(),
    ShortText: lambda value: plain_as_markdown(value.text.strip()),
    Choice: lambda value: plain_as_markdown(value.option.strip()),
    YesNo: _yes_no,
    Scale: _scale,
    ChosenDate: lambda value: plain_date(value.day) if value.day else "",
    Actions: lambda value: _list(map(_action, value.items)),
    Choices: lambda value: _list(map(plain_as_markdown, value.options)),
    Checklist: lambda value: _list(map(_checked, value.items)),
    ChosenThemes: lambda value: plain_as_markdown(", ".join(value.names)),
    Quotation: _quotation,
    Evidence: lambda value: _list(map(_file, value.files)),
    Topics: lambda value: _list(map(_topic, value.items)),
}
