"""Fills any form with answers of every kind, each part of which can be found again by a mark."""

import itertools
import re
from datetime import date
from types import MappingProxyType

from hypothesis import strategies as st

from app.domain.answer import (
    YES_NO_VERDICTS,
    Action,
    Actions,
    Answer,
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
    Verdict,
    YesNo,
)
from app.domain.form import PromptKind
from app.domain.records import with_record
from app.domain.reflection import is_asked
from app.domain.sharing import Sharing

# What people write: letters of many scripts, marks of Markdown, no control characters.
_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"))
_WRITING = st.text(_LETTERS, max_size=40)
_DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
_SHARINGS = st.sampled_from([Sharing.PRIVATE, Sharing.SUPERVISION, Sharing.CPD])


class Marks:
    """Gives every piece of writing a mark of its own: "qa1zq", "qa2zq" …."""

    def __init__(self):
        self._numbers = itertools.count(1)

    def writing(self, draw, *, lines=False):
        """Give a drawn text that begins with a mark and a letter, so that it stays one word."""
        text = f"qa{next(self._numbers)}zq {draw(_WRITING).strip()}".strip()
        return f"{text}\n\nqa{next(self._numbers)}zq" if lines else text


def _actions(draw, marks, _prompt):
    return Actions(
        tuple(
            Action(
                marks.writing(draw),
                marks.writing(draw),
                draw(st.none() | _DAYS),
                marks.writing(draw),
                draw(st.none() | _DAYS),
            )
            for _ in range(draw(st.integers(1, 3)))
        )
    )


def _checklist(draw, marks, prompt):
    items = draw(st.lists(st.sampled_from(prompt.options), unique=True, min_size=1))
    return Checklist(
        tuple(
            Checked(item, draw(st.sampled_from(list(Verdict))), marks.writing(draw))
            for item in sorted(items, key=prompt.options.index)
        )
    )


def _choices(draw, _marks, prompt):
    options = draw(st.lists(st.sampled_from(prompt.options), unique=True, min_size=1))
    return Choices(tuple(sorted(options, key=prompt.options.index)))


_VALUES = {
    PromptKind.PROSE: lambda draw, marks, _: Prose(marks.writing(draw, lines=True)),
    PromptKind.SHORT_TEXT: lambda draw, marks, _: ShortText(marks.writing(draw)),
    PromptKind.CHOICE: lambda draw, _, prompt: Choice(draw(st.sampled_from(prompt.options))),
    PromptKind.YES_NO: lambda draw, marks, _: YesNo(
        draw(st.sampled_from(YES_NO_VERDICTS)), marks.writing(draw)
    ),
    PromptKind.SCALE: lambda draw, marks, _: Scale(
        draw(st.integers(0, 10)), marks.writing(draw), marks.writing(draw)
    ),
    PromptKind.DATE: lambda draw, _marks, _prompt: ChosenDate(draw(_DAYS)),
    PromptKind.ACTIONS: _actions,
    PromptKind.CHOICES: _choices,
    PromptKind.CHECKLIST: _checklist,
    PromptKind.THEMES: lambda draw, marks, _: ChosenThemes((marks.writing(draw).split()[0],)),
    PromptKind.QUOTATION: lambda draw, marks, _: Quotation(
        marks.writing(draw), marks.writing(draw)
    ),
    # Files come from a disk, never from a form: they are tried where they are added.
    PromptKind.EVIDENCE: lambda _draw, _marks, _prompt: Evidence(),
}


@st.composite
def filled(draw, begun):
    """Answer every prompt of a begun reflection, with more records where there may be some.

    Gives the reflection's own form and each step of writing it.
    """
    form, reflection = begun.form, begun.reflection
    for section in form.sections:
        if section.repeat:
            for _ in range(draw(st.integers(0, 3))):
                form, _ = with_record(form, section.key)
    marks, steps = Marks(), []
    for prompt in form.prompts():
        value = _VALUES[prompt.kind](draw, marks, prompt)
        reflection = reflection.with_answer(prompt.key, Answer(value, draw(_SHARINGS)))
        steps.append(reflection)
    return form, steps


def shared_with_supervision(reflection):
    """Give the same reflection with every answer marked for supervision."""
    shared = {
        key: Answer(answer.value, Sharing.SUPERVISION) for key, answer in reflection.answers.items()
    }
    return type(reflection)(
        **{
            field: getattr(reflection, field)
            for field in reflection.__dataclass_fields__
            if field != "answers"
        },
        answers=MappingProxyType(shared),
    )


def asked_marks(form, reflection, text_of):
    """Give the marks in the answers whose prompts are asked, in the form's order."""
    return [
        mark
        for prompt in form.prompts()
        if is_asked(reflection, prompt) and prompt.key in reflection.answers
        for mark in re.findall(r"qa\d+zq", text_of(reflection.answers[prompt.key].value))
    ]
