"""Comparing two versions of a reflection, part by part, in the words that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from app.domain.answer import (
    Action,
    Actions,
    Answer,
    AnswerValue,
    Choice,
    ChosenDate,
    Prose,
    Scale,
    ShortText,
    YesNo,
    verdict_words,
)
from app.domain.calendar_words import plain_date
from app.domain.form import FormDefinition
from app.domain.history import Change, ComparedField, ComparedPart, Comparison, Run
from app.domain.reflection import Reflection
from app.domain.sharing import sharing_words
from app.domain.word_difference import whole_runs, word_runs
from app.summary.answer_words import action_state

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
    headings = {prompt.key: prompt.text for form in forms for prompt in form.prompts()}
    for key in dict.fromkeys((*headings, *newer.answers, *older.answers)):
        before, after = older.answers.get(key), newer.answers.get(key)
        fields = tuple(_answer_fields(before, after))
        yield ComparedPart(f"answer:{key}", headings.get(key, _UNKNOWN), fields)


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
    match value:
        case Prose(text) | ShortText(text):
            return [("", text, False)]
        case Choice(option):
            return [("", option, True)]
        case YesNo(verdict, evidence):
            return [("", verdict_words(verdict), True), ("Evidence", evidence, False)]
        case Scale(number, why_not_lower, one_higher):
            words = "" if number is None else f"{number} of 10"
            return [
                ("", words, True),
                ("Why not lower", why_not_lower, False),
                ("One higher", one_higher, False),
            ]
        case ChosenDate(day):
            return [("", plain_date(day) if day else "", True)]
        case Actions(items):
            return [("", "\n".join(map(_action_line, items)), False)]


def _action_line(action: Action) -> str:
    known = f"known by: {action.how_known}" if action.how_known.strip() else ""
    parts = (action.what, action.who, action_state(action), known)
    return " · ".join(part.strip() for part in parts if part.strip())


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
