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
from app.domain.calendar_words import plain_date
from app.domain.placed_action import carried_words
from app.domain.size_words import size_words
from app.domain.smarter import smarter_words
from app.domain.topic import Topic, Topics, TopicState, help_words, state_words

_TOLD = Prose | ShortText | Quotation
# A person's plain line must not turn into markup in a document that reads Markdown.
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#"})


def is_told(value: AnswerValue) -> bool:
    """Say whether an answer is told in words of her own, not put together of single entries."""
    return isinstance(value, _TOLD)


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
    return plain_as_markdown(topic_line(topic))


def topic_line(topic: Topic) -> str:
    """Give everything that stands in a topic, on one line."""
    is_dropped = topic.state is TopicState.DROPPED
    parts = (
        topic.words.strip(),
        _led_by("help wanted", help_words(topic.help)),
        state_words(topic.state),
        carried_words(topic.carried),
        _led_by("why" if is_dropped else "what came of it", topic.came_of_it),
    )
    return " · ".join(part for part in parts if part)


def _action(action: Action) -> str:
    return plain_as_markdown(action_line(action))


def action_line(action: Action) -> str:
    """Give everything that stands in an action, on one line."""
    parts = (
        action.what.strip(),
        action.who.strip(),
        action_state(action),
        _led_by("how we know", action.how_known),
        _led_by("what came of it", action.came_of_it),
        _led_by("why it was dropped", action.dropped_because),
        "on the child’s record" if action.is_on_record else "",
        _led_by("SMARTer", smarter_words(action.checks).replace(" · ", ", ")),
    )
    # On one line whatever was typed: a list has one action a line.
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _led_by(lead: str, words: str) -> str:
    return f"{lead}: {words.strip()}" if words.strip() else ""


def action_state(action: Action) -> str:
    """Say how an action stands: "done 14 October 2026", "by 3 May 2027, carried forward once"."""
    if action.done_on:
        return f"done {plain_date(action.done_on)}"
    if action.dropped_on:
        return f"dropped {plain_date(action.dropped_on)}"
    by_when = f"by {plain_date(action.by_when)}" if action.by_when else ""
    return ", ".join(part for part in (by_when, carried_words(action.carried)) if part)


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
