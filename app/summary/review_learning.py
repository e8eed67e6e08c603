"""The evidence sheet of a review's learning: what I read, and how I used it.

Partnerships ask agencies to record how a briefing was used (domain facts, 4.6). The sheet takes
only what is marked for CPD, and leaves room for what came of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.answer import Actions, Answer
from app.domain.calendar_words import local_day, long_date
from app.domain.form import CpdField, FormDefinition, FormGroup, Prompt
from app.summary.actions_table import actions_table
from app.summary.choice import SharedReflection
from app.summary.document import (
    Block,
    Document,
    DocumentSection,
    Note,
    PrintSize,
    Signatures,
    Table,
)
from app.summary.printed_reflection import Extent, answer_prose, answers_in

TITLE = "Learning from a review"
FOOTER = "Learning evidence, not a case record"
_ROWS_FOR_WHAT_CHANGED = 3
_READ, _LEARNT, _USED, _OTHERS = "What I read", "What I learnt", "How I use it", "With others"
_HEADINGS = {
    CpdField.ACTIVITY: _READ,
    CpdField.LEARNING: _LEARNT,
    CpdField.IMPACT: _USED,
    CpdField.PEER: _OTHERS,
}
_ORDER = (_READ, _LEARNT, _USED, _OTHERS)


def takes_evidence_sheet(form: FormDefinition) -> bool:
    """Say whether reflections on the form are learning from a review."""
    return form.group is FormGroup.REVIEW


def review_learning_sheet(
    source: SharedReflection, print_size: PrintSize = PrintSize.NORMAL
) -> Document:
    """Make the sheet from the answers that are marked for CPD."""
    answers = list(answers_in(source, Extent.CPD))
    sections = [*_gathered(source.form, answers), *_actions(answers)]
    if not sections:
        nothing = Note("No answer of this reflection is marked for CPD yet.")
        sections = [DocumentSection(_READ, (nothing,))]
    return Document(
        title=TITLE,
        subtitle=_subtitle(source),
        sections=(*sections, *_by_hand()),
        footer=FOOTER,
        print_size=print_size,
        of=source.reflection.id,
    )


def _gathered(
    form: FormDefinition, answers: Iterable[tuple[Prompt, Answer]]
) -> Iterable[DocumentSection]:
    gathered: dict[str, list[Block]] = {heading: [] for heading in _ORDER}
    about = _keys_beside_activity(form)
    for prompt, answer in answers:
        if not isinstance(answer.value, Actions):
            heading = _READ if prompt.key in about else _heading(prompt)
            gathered[heading].append(answer_prose(answer, prompt.text))
    return (DocumentSection(heading, tuple(each)) for heading, each in gathered.items() if each)


def _keys_beside_activity(form: FormDefinition) -> set[str]:
    """Give the prompts of the section that asks what was read."""
    for section in form.sections:
        if any(prompt.cpd_field is CpdField.ACTIVITY for prompt in section.prompts):
            return {prompt.key for prompt in section.prompts}
    return set()


def _heading(prompt: Prompt) -> str:
    return _HEADINGS[prompt.cpd_field] if prompt.cpd_field else _USED


def _actions(answers: Iterable[tuple[Prompt, Answer]]) -> list[DocumentSection]:
    values = [answer.value for _, answer in answers]
    items = [item for value in values if isinstance(value, Actions) for item in value.items]
    return [DocumentSection("What I do about it", (actions_table(items),))] if items else []


def _by_hand() -> tuple[DocumentSection, ...]:
    rows = (("", "", ""),) * _ROWS_FOR_WHAT_CHANGED
    changed = Table(("Looked at on", "What has changed", "How I know"), rows, (1.4, 3, 3))
    return (
        DocumentSection("What came of it", (changed,)),
        DocumentSection("Seen by", (Signatures(("Practitioner", "Supervisor or manager")),)),
    )


def _subtitle(source: SharedReflection) -> str:
    written = local_day(source.reflection.begun_at)
    return f"{source.title} · written {long_date(written)}"
