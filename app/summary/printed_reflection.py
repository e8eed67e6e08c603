"""One reflection as a paper: everything she wrote, or only what she shares."""

from __future__ import annotations

from datetime import date
from enum import Enum

from app.domain.answer import Answer
from app.domain.brought_in import under_own_headings
from app.domain.calendar_words import local_day, long_date
from app.domain.form import FormDefinition, Section
from app.domain.rates import counted, rates_of
from app.domain.sharing import Sharing
from app.summary.answer_words import is_told, markdown_of
from app.summary.choice import Answered, SharedReflection
from app.summary.document import Block, Document, DocumentSection, Note, PrintSize, Prose
from app.summary.leaving_texts import THEMES
from app.summary.rates_table import rates_note, rates_table

FOOTER = "Reflection for learning, not a case record"


class Extent(Enum):
    """How much of a reflection goes on the paper."""

    ALL = "all"
    SUPERVISION = "supervision"
    CPD = "cpd"


_MARKS = {Extent.SUPERVISION: Sharing.SUPERVISION, Extent.CPD: Sharing.CPD}
_MARKED_WORDS = {Extent.SUPERVISION: "marked for supervision", Extent.CPD: "marked for CPD"}


def printed_reflection(
    source: SharedReflection, extent: Extent, print_size: PrintSize = PrintSize.NORMAL
) -> Document:
    """Make the paper; nothing that the extent leaves out is hinted at but by its number."""
    taken = {prompt.key: answer for prompt, answer in answers_in(source, extent)}
    sections = [
        _section(source.form, section, taken)
        for section in source.form.sections
        if any(prompt.key in taken for prompt in section.prompts)
    ]
    if extent is Extent.ALL:
        sections += _rates(source)
    sections += _ending(source, extent, len(taken))
    return Document(
        title=source.title,
        subtitle=_subtitle(source),
        sections=tuple(sections),
        footer=FOOTER,
        print_size=print_size,
        of=source.reflection.id,
    )


def answers_in(source: SharedReflection, extent: Extent) -> Answered:
    """Give the answers that go on the paper, in reading order."""
    if extent is Extent.ALL:
        return source.answered
    mark = _MARKS[extent]
    return tuple(each for each in source.asked if mark in each[1].sharing)


def _section(form: FormDefinition, section: Section, taken: dict[str, Answer]) -> DocumentSection:
    asked = [(prompt, taken[prompt.key]) for prompt in section.prompts if prompt.key in taken]
    headed = under_own_headings(form, asked)
    if headed[0][0] not in section.prompts:
        ((prompt, answer),) = headed
        words = () if answer.is_empty else (answer_prose(answer),)
        return DocumentSection(prompt.text, words)
    blocks = tuple(answer_prose(answer, prompt.text) for prompt, answer in headed)
    return DocumentSection(section.heading, blocks)


def answer_prose(answer: Answer, lead: str = "") -> Prose:
    """Give an answer as it stands on paper."""
    return Prose(markdown_of(answer.value), lead, is_from_fields=not is_told(answer.value))


def _rates(source: SharedReflection) -> list[DocumentSection]:
    blocks: list[Block] = []
    for rates in rates_of(counted(source.reflection, source.form)):
        blocks += [rates_note(rates), rates_table(rates)]
    return [DocumentSection("How often", tuple(blocks))] if blocks else []


def _ending(source: SharedReflection, extent: Extent, taken: int) -> list[DocumentSection]:
    notes = []
    if source.reflection.themes and extent is Extent.ALL:
        words = " · ".join(source.reflection.themes)
        notes.append(DocumentSection("Themes", (Note(words),), holds=THEMES))
    left = len(source.answered) - taken
    if extent is not Extent.ALL:
        notes.append(DocumentSection("About this paper", (Note(_left_words(extent, left)),)))
    return notes


def _left_words(extent: Extent, left: int) -> str:
    only = f"Only what is {_MARKED_WORDS[extent]} is on this paper"
    if left == 0:
        return f"{only}; nothing was kept back."
    return f"{only}; {left} {'answer was' if left == 1 else 'answers were'} kept back."


def _subtitle(source: SharedReflection) -> str:
    reflection = source.reflection
    written = local_day(reflection.begun_at)
    parts = [source.form.title] if reflection.title else []
    if reflection.event_date is not None:
        parts.append(f"event {_day(reflection.event_date)}")
    parts.append(f"written {_day(written)}")
    if not reflection.is_complete:
        parts.append("draft")
    words = " · ".join(parts)
    return words[:1].upper() + words[1:]


def _day(day: date) -> str:
    return long_date(day)
