"""Comparing two versions of a reflection, part by part, in the words that a person reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from app.domain.answer import (
    Actions,
    Answer,
    AnswerValue,
    Checked,
    Checklist,
    Choice,
    Choices,
    ChosenDate,
    ChosenThemes,
    Evidence,
    Prose,
    Quotation,
    Scale,
    ShortText,
    YesNo,
    verdict_words,
)
from app.domain.calendar_words import plain_date
from app.domain.form import FormDefinition
from app.domain.history import Change, ComparedField, ComparedPart, Comparison, Run
from app.domain.records import record_words
from app.domain.reflection import Reflection
from app.domain.sharing import sharing_words
from app.domain.topic import Topics
from app.domain.word_difference import whole_runs, word_runs
from app.summary.answer_words import action_line, topic_line

_UNKNOWN = "A question that is not in the form"
_SHARING = "Who may see it"

# A label, the text, and whether it is one thing rather than a run of words.
_Field = tuple[str, str, bool]


def compared(
    older: Reflection, newer: Reflection, forms: tuple[FormDefinition, FormDefinition]
) -> Comparison:
    """Compare two versions; the forms are those that each was written on."""
    parts = (*_about(older, newer), *_answers(older, newer, forms))
    return Comparison(tuple(part for part in parts if part.fields))


def _about(older: Reflection, newer: Reflection) -> Iterator[ComparedPart]:
    yield _part("title", "Title", word_runs(older.title, newer.title))
    days = whole_runs(_day_words(older), _day_words(newer))
    yield _part("event_date", "Date of the event", days)
    yield _part("themes", "Themes", _theme_runs(older.themes, newer.themes))
    yield _part("state", "State", whole_runs(_state(older), _state(newer)))


def _answers(
    older: Reflection, newer: Reflection, forms: tuple[FormDefinition, FormDefinition]
) -> Iterator[ComparedPart]:
    headings = {key: text for form in forms for key, text in _headings(form)}
    for key in dict.fromkeys((*headings, *newer.answers, *older.answers)):
        before, after = older.answers.get(key), newer.answers.get(key)
        fields = tuple(_answer_fields(before, after))
        yield ComparedPart(f"answer:{key}", headings.get(key, _UNKNOWN), fields)


def _headings(form: FormDefinition) -> Iterator[tuple[str, str]]:
    records = record_words(form)
    for prompt in form.prompts():
        record = records.get(prompt.key)
        yield prompt.key, f"{prompt.text} ({record})" if record else prompt.text


def _answer_fields(before: Answer | None, after: Answer | None) -> Iterator[ComparedField]:
    old = _fields(before.value) if before else []
    new = _fields(after.value) if after else []
    for old_field, new_field in zip_longest(old, new):
        label, _, is_whole = new_field or old_field
        texts = (old_field[1] if old_field else "", new_field[1] if new_field else "")
        runs = whole_runs(*texts) if is_whole else word_runs(*texts)
        if runs:
            yield ComparedField(label, runs)
    sharing = whole_runs(_sharing(before), _sharing(after))
    if sharing:
        yield ComparedField(_SHARING, sharing)


def _fields(value: AnswerValue) -> list[_Field]:
    return _FIELDS[type(value)](value)


def _yes_no_fields(value: YesNo) -> list[_Field]:
    return [("", verdict_words(value.verdict), True), ("Evidence", value.evidence, False)]


def _scale_fields(value: Scale) -> list[_Field]:
    words = "" if value.number is None else f"{value.number} of 10"
    return [
        ("", words, True),
        ("Why not lower", value.why_not_lower, False),
        ("One higher", value.one_higher, False),
    ]


def _checked_line(checked: Checked) -> str:
    said = " · ".join(part for part in (verdict_words(checked.verdict), checked.reason) if part)
    return f"{checked.item}: {said}"


def _theme_runs(older: tuple[str, ...], newer: tuple[str, ...]) -> tuple[Run, ...]:
    removed = [Run(Change.REMOVED, theme) for theme in older if theme not in newer]
    present = [Run(Change.KEPT if theme in older else Change.ADDED, theme) for theme in newer]
    return (*removed, *present)


def _part(key: str, heading: str, runs: tuple[Run, ...]) -> ComparedPart:
    return ComparedPart(key, heading, (ComparedField("", runs),) if runs else ())


def _day_words(reflection: Reflection) -> str:
    return plain_date(reflection.event_date) if reflection.event_date else ""


def _state(reflection: Reflection) -> str:
    return "complete" if reflection.is_complete else "draft"


def _sharing(answer: Answer | None) -> str:
    if answer is None or answer.is_empty:
        return ""
    words = " and ".join(sharing_words(answer.sharing))
    return words.replace("cpd", "CPD")


_FIELDS: dict[type, Callable[[Any], list[_Field]]] = {
    Prose: lambda value: [("", value.text, False)],
    ShortText: lambda value: [("", value.text, False)],
    Choice: lambda value: [("", value.option, True)],
    YesNo: _yes_no_fields,
    Scale: _scale_fields,
    ChosenDate: lambda value: [("", plain_date(value.day) if value.day else "", True)],
    Actions: lambda value: [("", "\n".join(map(action_line, value.items)), False)],
    Choices: lambda value: [("", "\n".join(value.options), False)],
    Checklist: lambda value: [("", "\n".join(map(_checked_line, value.items)), False)],
    ChosenThemes: lambda value: [("", ", ".join(value.names), False)],
    Quotation: lambda value: [("", value.words, False), ("Said by", value.said_by, False)],
    Evidence: lambda value: [("", "\n".join(file.name for file in value.files), False)],
    Topics: lambda value: [("", "\n".join(map(topic_line, value.items)), False)],
}
