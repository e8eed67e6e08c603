"""What goes into a supervision summary: the person's choice, and what it takes or keeps back.

Only answers that are asked get in, and only if they are marked for supervision or the person put
them into this one summary; every other answer is counted, never hinted at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from app.domain.answer import Action, Actions, Answer, Verdict, YesNo
from app.domain.form import FormDefinition, Prompt, SummaryRole
from app.domain.listed_title import title_of_reflection
from app.domain.rates import Counted, SectionRates, day_of, rates_of
from app.domain.records import record_words
from app.domain.reflection import Reflection, answer_to, is_asked
from app.domain.sharing import Sharing
from app.summary.answer_words import markdown_of
from app.summary.document import PrintSize

AnswerPlace: TypeAlias = tuple[str, str]  # reflection id, prompt key

# More would be no summary, and no supervisor could take them in.
MOST_REFLECTIONS = 200


class SummaryPart(Enum):
    """The parts a person may leave out; reflections are chosen one by one."""

    ACTIONS = "actions"
    WANTS = "wants"
    THEMES = "themes"
    DISAGREEMENTS = "disagreements"
    QUESTIONS = "questions"
    WELLBEING = "wellbeing"
    AGREED = "agreed"
    RECORD = "record"


# How one is and what one can carry is brought by choice, and so is proof of the record.
USUAL_PARTS = frozenset(SummaryPart) - {SummaryPart.WELLBEING, SummaryPart.RECORD}
PARTS_BEFORE = (SummaryPart.ACTIONS, SummaryPart.WANTS)
PARTS_AT_THE_END = (SummaryPart.AGREED, SummaryPart.RECORD)  # one signs at the end
PARTS_AFTER = tuple(part for part in SummaryPart if part not in (*PARTS_BEFORE, *PARTS_AT_THE_END))


@dataclass(frozen=True, slots=True)
class SummaryChoice:
    """What goes into one summary.

    The order holds ids of reflections and values of parts as they stand on the page; what it does
    not name stands where it usually does. Put in are answers that are not marked for supervision.
    Wording is Markdown that stands on this paper in the place of an answer's own words. Wants are
    Markdown, one item each: what the person wants from the session beside its topics, of which
    those with the words left out stay away.
    """

    reflection_ids: tuple[str, ...] = ()
    left_out: frozenset[AnswerPlace] = frozenset()
    parts: frozenset[SummaryPart] = USUAL_PARTS
    session_date: date | None = None
    supervisor: str = ""
    prepared_by: str = ""
    wants: tuple[str, ...] = ()
    print_size: PrintSize = PrintSize.NORMAL
    order: tuple[str, ...] = ()
    put_in: frozenset[AnswerPlace] = frozenset()
    wording: Mapping[AnswerPlace, str] = field(default_factory=lambda: MappingProxyType({}))
    topics_left_out: frozenset[str] = frozenset()
    is_black_and_white: bool = False


def page_order(order: tuple[str, ...], reflection_ids: Iterable[str]) -> tuple[str, ...]:
    """Give parts and reflections as they stand on the page.

    Reflections that the order does not name follow what usually stands before them; the parts at
    the end stay there.
    """
    ids = tuple(reflection_ids)
    before, after = _values(PARTS_BEFORE), _values(PARTS_AFTER)
    named = [each for each in dict.fromkeys(order) if each in (*before, *ids, *after)]
    named = [*(each for each in before if each not in named), *named]
    at = max(named.index(each) for each in before) + 1
    new = [each for each in ids if each not in named]
    rest = [each for each in after if each not in named]
    return (*named[:at], *new, *named[at:], *rest, *_values(PARTS_AT_THE_END))


def _values(parts: Iterable[SummaryPart]) -> tuple[str, ...]:
    return tuple(part.value for part in parts)


Answered: TypeAlias = tuple[tuple[Prompt, Answer], ...]

# The two below have no slots, so that what is asked many times for one page is sorted once.


@dataclass(frozen=True)
class SharedReflection:
    """A reflection with its form, seen through what it shares for supervision."""

    reflection: Reflection
    form: FormDefinition
    last_time: SharedReflection | None = None  # the one before on the same form, to compare with

    @property
    def title(self) -> str:
        """Give what it is called."""
        return title_of_reflection(self.reflection, self.form)

    def question(self, prompt: Prompt) -> str:
        """Give the question, and of which record it was asked."""
        record = record_words(self.form).get(prompt.key)
        return f"{prompt.text} ({record})" if record else prompt.text

    @cached_property
    def answered(self) -> Answered:
        """Every prompt that has an answer, in reading order."""
        both = ((prompt, answer_to(self.reflection, prompt)) for prompt in self.form.prompts())
        return tuple(each for each in both if not each[1].is_empty)

    @cached_property
    def asked(self) -> Answered:
        """The answered prompts that are asked.

        An answer stays when its question is hidden again; no one may see what is not on show.
        """
        return tuple(each for each in self.answered if is_asked(self.reflection, each[0]))

    def shared(self) -> Answered:
        """Give the answered prompts that are asked and marked for supervision."""
        return tuple(each for each in self.asked if Sharing.SUPERVISION in each[1].sharing)


@dataclass(frozen=True)
class ChosenReflection:
    """The answers of one reflection that go in, sorted to the parts they belong to."""

    source: SharedReflection
    choice: SummaryChoice

    @cached_property
    def taken(self) -> Answered:
        """The shared answers that were not left out one by one, and those put in so."""
        return tuple(each for each in self.source.asked if self._takes(*each))

    def _takes(self, prompt: Prompt, answer: Answer) -> bool:
        place = (self.source.reflection.id, prompt.key)
        if Sharing.SUPERVISION in answer.sharing:
            return place not in self.choice.left_out
        return place in self.choice.put_in

    def words(self, prompt: Prompt, answer: Answer) -> str:
        """Give an answer in Markdown: in the words for this paper where there are some."""
        place = (self.source.reflection.id, prompt.key)
        return self.choice.wording.get(place) or markdown_of(answer.value)

    def rates(self) -> tuple[SectionRates, ...]:
        """Give the rates over its records, of shared answers only, then and now."""
        source, before = self.source, self.source.last_time
        then = None
        if before is not None:
            then = Counted(before.form, _by_key(before.shared()), day_of(before.reflection))
        now = Counted(source.form, _by_key(self.taken), day_of(source.reflection))
        return rates_of(now, then)

    def of_part(self, part: SummaryPart) -> list[tuple[Prompt, Answer]]:
        """Give the answers that a gathered part can hold."""
        return [each for each in self.taken if part_of(*each) is part]

    def actions(self) -> list[Action]:
        """Give its actions, done or not."""
        values = [answer.value for _, answer in self.taken]
        return [item for value in values if isinstance(value, Actions) for item in value.items]

    def kept_back(self) -> int:
        """Count its answers that the summary does not show."""
        return len(self.source.answered) - len(self.shown())

    def shown(self) -> list[tuple[Prompt, Answer]]:
        """Give the answers that stand on the paper, here or gathered."""
        return [each for each in self.taken if part_of(*each) in (None, *self.choice.parts)]


def _by_key(answers: Iterable[tuple[Prompt, Answer]]) -> dict[str, Answer]:
    return {prompt.key: answer for prompt, answer in answers}


def part_of(prompt: Prompt, answer: Answer) -> SummaryPart | None:
    """Say which gathered part an answer belongs to; None means its reflection's own section."""
    if isinstance(answer.value, Actions):
        return SummaryPart.ACTIONS
    if prompt.summary_role is SummaryRole.QUESTION:
        return SummaryPart.QUESTIONS
    if prompt.summary_role is SummaryRole.DISAGREEMENT and not _says_there_is_none(answer):
        return SummaryPart.DISAGREEMENTS
    return None


def _says_there_is_none(answer: Answer) -> bool:
    """Tell "no, I did not escalate", which stays with its reflection, from a disagreement."""
    return isinstance(answer.value, YesNo) and answer.value.verdict is not Verdict.YES


def kept_back_count(reflections: tuple[SharedReflection, ...], choice: SummaryChoice) -> int:
    """Count the answers of the chosen reflections that the summary does not show."""
    return sum(ChosenReflection(each, choice).kept_back() for each in reflections)
