"""Rates: how often each reply was given over the records of one reflection, as in an audit.

A rate belongs to one question that was asked of several records. What is “not applicable” says
nothing of how well something is done, so it is left out of the number that the rate is “of”; a
record in which the question has no reply is left out for the same reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.answer import Answer, AnswerValue, Checklist, Choice, Verdict, YesNo, verdict_words
from app.domain.calendar_words import local_day, plain_date
from app.domain.form import FormDefinition, PromptKind, Section
from app.domain.records import published_key
from app.domain.reflection import Reflection, is_asked

_NOT_APPLICABLE = verdict_words(Verdict.NOT_APPLICABLE)
_VERDICTS = tuple(verdict_words(verdict) for verdict in Verdict)
_LEADING = verdict_words(Verdict.YES)
_KINDS = (PromptKind.YES_NO, PromptKind.CHOICE, PromptKind.CHECKLIST)


@dataclass(frozen=True, slots=True)
class Counted:
    """The answers of one reflection that count, by key, with its own form and its day."""

    form: FormDefinition
    answers: Mapping[str, Answer]
    day: date


@dataclass(frozen=True, slots=True)
class Rate:
    """How often each reply was given to one question, or to one item of a checklist.

    The key tells the same question in another reflection on the same form.
    """

    key: tuple[str, str]
    words: str
    counts: Mapping[str, int]
    is_of_verdicts: bool = True

    @property
    def of(self) -> int:
        """How many records had a reply that counts: all but “not applicable”."""
        return sum(count for reply, count in self.counts.items() if reply != _NOT_APPLICABLE)

    @property
    def said(self) -> str:
        """Give the rate in words: "Yes in 6 of 8 · partly in 1 · no in 1 · not applicable in 2"."""
        if self.is_of_verdicts:
            return _verdicts_said(self.counts, self.of)
        replies = (f"{reply}: {count} of {self.of}" for reply, count in self.counts.items())
        return " · ".join(replies)


@dataclass(frozen=True, slots=True)
class ComparedRate:
    """A rate with the one of the last time, where there was one."""

    now: Rate
    before: Rate | None = None

    @property
    def said_before(self) -> str:
        """Give the rate of the last time, as short as it can be: "4 of 8"."""
        if self.before is None:
            return ""
        if not self.before.is_of_verdicts:
            return self.before.said
        if not self.before.of:
            return _NOT_APPLICABLE.lower()
        return f"{self.before.counts.get(_LEADING, 0)} of {self.before.of}"


@dataclass(frozen=True, slots=True)
class SectionRates:
    """The rates of one repeated section over its records, and when it was done before."""

    title: str
    one: str
    records: int
    rates: tuple[ComparedRate, ...]
    last_time: date | None = None

    @property
    def last_time_words(self) -> str:
        """Say when it was done before: "Last time, 12 May 2026", or nothing."""
        return f"Last time, {plain_date(self.last_time)}" if self.last_time else ""


def counted(reflection: Reflection, form: FormDefinition) -> Counted:
    """Give every answer whose prompt is asked; the form is the reflection's own."""
    answers = {
        prompt.key: reflection.answers[prompt.key]
        for prompt in form.prompts()
        if prompt.key in reflection.answers and is_asked(reflection, prompt)
    }
    return Counted(form, answers, day_of(reflection))


def day_of(reflection: Reflection) -> date:
    """Give the day that a reflection is about, or that of its writing."""
    return reflection.event_date or local_day(reflection.begun_at)


def rates_of(now: Counted, before: Counted | None = None) -> tuple[SectionRates, ...]:
    """Give the rates of every repeated section in which at least two records tell something."""
    earlier = _sections(before) if before else {}
    return tuple(
        _compared(found, earlier.get(key), before.day if before else None)
        for key, found in _sections(now).items()
        if found.records > 1
    )


def has_rates(form: FormDefinition) -> bool:
    """Say whether rates can come of this form at all."""
    return any(
        prompt.kind in _KINDS
        for section in form.sections
        if section.repeat is not None
        for prompt in section.prompts
    )


def _compared(now: SectionRates, then: SectionRates | None, day: date | None) -> SectionRates:
    if then is None:
        return now
    by_key = {each.now.key: each.now for each in then.rates}
    rates = tuple(ComparedRate(each.now, by_key.get(each.now.key)) for each in now.rates)
    is_compared = any(each.before for each in rates)
    return SectionRates(now.title, now.one, now.records, rates, day if is_compared else None)


def _sections(of: Counted) -> dict[str, SectionRates]:
    found: dict[str, SectionRates] = {}
    for key, records in _records(of.form).items():
        replies = [list(_replies(of.answers, record)) for record in records]
        told = sum(1 for each in replies if each)
        rates = tuple(map(ComparedRate, _counted(reply for each in replies for reply in each)))
        first = records[0]
        one = first.repeat.one if first.repeat else ""
        if rates:
            found[key] = SectionRates(first.title, one, told, rates)
    return found


def _records(form: FormDefinition) -> dict[str, list[Section]]:
    records: dict[str, list[Section]] = {}
    for section in form.sections:
        if section.repeat is not None:
            records.setdefault(published_key(section.key), []).append(section)
    return records


@dataclass(frozen=True, slots=True)
class _Reply:
    """One reply to one question in one record."""

    key: tuple[str, str]
    words: str
    reply: str
    is_verdict: bool
    order: tuple[str, ...]
    place: tuple[int, int]  # of the question in its record, and of the item in the question


def _replies(answers: Mapping[str, Answer], record: Section) -> Iterator[_Reply]:
    for number, prompt in enumerate(record.prompts):
        answer = answers.get(prompt.key)
        if answer is not None:
            key = published_key(prompt.key)
            for item, reply in _said(answer.value):
                is_verdict = prompt.kind is not PromptKind.CHOICE
                order = _VERDICTS if is_verdict else prompt.options
                place = number, prompt.options.index(item) if item in prompt.options else 0
                words = item or prompt.text
                yield _Reply((key, item), words, reply, is_verdict, order, place)


def _said(value: AnswerValue) -> Iterator[tuple[str, str]]:
    """Give the item, if the question has several, and the reply to it."""
    match value:
        case YesNo(verdict) if verdict is not None:
            yield "", verdict_words(verdict)
        case Choice(option) if option:
            yield "", option
        case Checklist(items):
            for checked in items:
                if checked.verdict is not None:
                    yield checked.item, verdict_words(checked.verdict)


def _counted(replies: Iterator[_Reply]) -> Iterator[Rate]:
    by_key: dict[tuple[str, str], list[_Reply]] = {}
    # What the first record left open does not come last: the form's order is kept.
    for reply in sorted(replies, key=lambda each: each.place):
        by_key.setdefault(reply.key, []).append(reply)
    for key, given in by_key.items():
        first = given[0]
        counts = Counter(each.reply for each in given)
        ordered = {reply: counts[reply] for reply in first.order if counts[reply]}
        yield Rate(key, first.words, ordered, first.is_verdict)


def _verdicts_said(counts: Mapping[str, int], of: int) -> str:
    if not of:
        return f"{_NOT_APPLICABLE} in {counts.get(_NOT_APPLICABLE, 0)}"
    parts = [f"{_LEADING} in {counts.get(_LEADING, 0)} of {of}"]
    rest = (reply for reply in _VERDICTS if reply != _LEADING and counts.get(reply))
    parts += [f"{reply.lower()} in {counts[reply]}" for reply in rest]
    return " · ".join(parts)
