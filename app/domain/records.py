"""Sections that repeat: a reflection's own form holds such a section once for each record.

The first record's answers stand under the prompts' own keys; those of record 2, 3 … under
"key#2", "key#3" …. A record keeps its number when another is removed, so that no answer ever moves;
people read its place instead. Everything that walks a form walks a reflection's own form, and so
needs to know nothing of records.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.domain.answer import Answer
from app.domain.form import FormDefinition, Section
from app.domain.reflection import Reflection, in_form_order

_MARK = "#"


@dataclass(frozen=True, slots=True)
class RemovedRecord:
    """A record that was taken out, with its answers, so that it can be put back."""

    section: Section
    answers: Mapping[str, Answer]

    @property
    def says_something(self) -> bool:
        """Say whether anything was answered in it."""
        return any(not answer.is_empty for answer in self.answers.values())


def form_of(form: FormDefinition, answers: Collection[str]) -> FormDefinition:
    """Give the form with a section for each record that these answers' keys tell of."""
    if not _repeats(form):
        return form
    numbers = _numbers(answers)
    sections: list[Section] = []
    for section in as_published(form).sections:
        sections += [section] if section.repeat is None else _records(section, numbers)
    return replace(form, sections=tuple(sections))


def as_published(form: FormDefinition) -> FormDefinition:
    """Give the form itself, from the own form of a reflection."""
    if not _repeats(form):
        return form
    sections: dict[str, Section] = {}
    for section in form.sections:
        sections.setdefault(_bare(section.key), _numbered(section, 1, 0))
    return replace(form, sections=tuple(sections.values()))


def with_record(form: FormDefinition, section_key: str) -> tuple[FormDefinition, Section]:
    """Give the own form with one more record of this section, and the new record's section.

    Raises:
        ValueError: it does not repeat, or has as many records as it may have.
    """
    records = [each for each in form.sections if _bare(each.key) == _bare(section_key)]
    last = records[-1]
    if last.repeat is None or len(records) >= last.repeat.most:
        raise ValueError("this section takes no more records")
    added = _numbered(last, max(_number(each.key) for each in records) + 1, len(records) + 1)
    at = form.sections.index(last) + 1
    return replace(form, sections=(*form.sections[:at], added, *form.sections[at:])), added


def without_record(
    reflection: Reflection, form: FormDefinition, section_key: str
) -> tuple[Reflection, FormDefinition]:
    """Give the reflection and its own form without one record; the others keep their answers."""
    gone = next(section for section in form.sections if section.key == section_key)
    keys = {prompt.key for prompt in gone.prompts}
    left = {key: answer for key, answer in reflection.answers.items() if key not in keys}
    sections = tuple(section for section in form.sections if section is not gone)
    without = reflection.with_answers(left)
    if all(_bare(section.key) != _bare(section_key) for section in sections):
        return without, form
    return without, replace(form, sections=tuple(_replaced(sections)))


def with_record_back(
    reflection: Reflection, form: FormDefinition, removed: RemovedRecord
) -> tuple[Reflection, FormDefinition]:
    """Give the reflection and its own form with a removed record where it stood.

    Raises:
        ValueError: its number has gone to another record since.
    """
    section = removed.section
    if any(each.key == section.key for each in form.sections):
        raise ValueError("there is such a record already")
    bare = _bare(section.key)
    same = [each for each in form.sections if _bare(each.key) == bare]
    before = [each for each in same if _number(each.key) < _number(section.key)]
    first = form.sections.index(same[0])
    at = first + len(before)
    sections = _replaced((*form.sections[:at], section, *form.sections[at:]))
    own = replace(form, sections=tuple(sections))
    answers = in_form_order({**reflection.answers, **removed.answers}, own)
    return reflection.with_answers(answers), own


def record_of(reflection: Reflection, form: FormDefinition, section_key: str) -> RemovedRecord:
    """Give a record as it would be taken out: its section and what was answered in it."""
    section = next(each for each in form.sections if each.key == section_key)
    answers = {
        prompt.key: reflection.answers[prompt.key]
        for prompt in section.prompts
        if prompt.key in reflection.answers
    }
    return RemovedRecord(section, MappingProxyType(answers))


def is_removable(form: FormDefinition, section: Section) -> bool:
    """Say whether this is a record among several."""
    same = [each for each in form.sections if _bare(each.key) == _bare(section.key)]
    return section.repeat is not None and len(same) > 1


def takes_record_after(form: FormDefinition, section: Section) -> bool:
    """Say whether this is the last record of its section, and there may be one more."""
    if section.repeat is None:
        return False
    same = [each for each in form.sections if _bare(each.key) == _bare(section.key)]
    return same[-1].key == section.key and len(same) < section.repeat.most


def record_words(form: FormDefinition) -> Mapping[str, str]:
    """Give which record each prompt of an own form is in, by its key: "record 2"."""
    return {
        prompt.key: f"{section.repeat.one} {section.place}"
        for section in form.sections
        if section.repeat is not None and section.place
        for prompt in section.prompts
    }


def record_key(key: str, number: int) -> str:
    """Give the key under which the record with this number keeps its answer to a prompt."""
    return key if number == 1 else f"{key}{_MARK}{number}"


def published_key(key: str) -> str:
    """Give the key of the prompt or section in the form itself."""
    return _bare(key)


def _repeats(form: FormDefinition) -> bool:
    return any(section.repeat for section in form.sections)


def _records(section: Section, numbers: dict[str, set[int]]) -> Iterator[Section]:
    found = sorted(set().union(*(numbers.get(prompt.key, ()) for prompt in section.prompts)))
    for place, number in enumerate(found or [1], start=1):
        yield _numbered(section, number, place)


def _replaced(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Count the places of the records anew."""
    places: dict[str, int] = {}
    for section in sections:
        if section.repeat is None:
            yield section
            continue
        bare = _bare(section.key)
        places[bare] = places.get(bare, 0) + 1
        yield replace(section, place=places[bare])


def _numbered(section: Section, number: int, place: int) -> Section:
    def key(old: str) -> str:
        return record_key(_bare(old), number)

    own = {_bare(prompt.key) for prompt in section.prompts}
    prompts = tuple(
        replace(
            prompt,
            key=key(prompt.key),
            # A condition inside the section looks at its own record.
            when=replace(prompt.when, prompt=key(prompt.when.prompt))
            if prompt.when and _bare(prompt.when.prompt) in own
            else prompt.when,
        )
        for prompt in section.prompts
    )
    return replace(section, key=key(section.key), prompts=prompts, place=place)


def _numbers(keys: Collection[str]) -> dict[str, set[int]]:
    numbers: dict[str, set[int]] = {}
    for key in keys:
        numbers.setdefault(_bare(key), set()).add(_number(key))
    return numbers


def _bare(key: str) -> str:
    return key.partition(_MARK)[0]


def _number(key: str) -> int:
    number = key.partition(_MARK)[2]
    return int(number) if number.isascii() and number.isdigit() else 1
