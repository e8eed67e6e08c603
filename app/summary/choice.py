"""What goes into a supervision summary: the person's choice, and what it takes or keeps back.

Only answers that are asked and marked for supervision get in; every other answer is counted,
never hinted at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.answer import Action, Actions, Answer, Verdict, YesNo
from app.domain.form import FormDefinition, Prompt, SummaryRole
from app.domain.rates import Counted, SectionRates, day_of, rates_of
from app.domain.records import record_words
from app.domain.reflection import Reflection, answer_to, is_asked
from app.domain.sharing import Sharing
from app.summary.document import PrintSize

# More would be no summary, and no supervisor could take them in.
MOST_REFLECTIONS = 200


class SummaryPart(Enum):
    """The parts a person may leave out; reflections are chosen one by one."""

    ACTIONS = "actions"
    WANTS = "wants"
    THEMES = "themes"
    DISAGREEMENTS = "disagreements"
    QUESTIONS = "questions"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class SummaryChoice:
    """What goes into one summary. Left-out answers are (reflection id, prompt key) pairs.

    Wants are Markdown, one item each: what the person wants from the session.
    """

    reflection_ids: tuple[str, ...] = ()
    left_out: frozenset[tuple[str, str]] = frozenset()
    parts: frozenset[SummaryPart] = frozenset(SummaryPart)
    session_date: date | None = None
    supervisor: str = ""
    prepared_by: str = ""
    wants: tuple[str, ...] = ()
    print_size: PrintSize = PrintSize.NORMAL


@dataclass(frozen=True, slots=True)
class SharedReflection:
    """A reflection with its form, seen through what it shares for supervision."""

    reflection: Reflection
    form: FormDefinition
    last_time: SharedReflection | None = None  # the one before on the same form, to compare with

    @property
    def title(self) -> str:
        """Give its title, or the form's where it has none."""
        return self.reflection.title or self.form.title

    def question(self, prompt: Prompt) -> str:
        """Give the question, and of which record it was asked."""
        record = record_words(self.form).get(prompt.key)
        return f"{prompt.text} ({record})" if record else prompt.text

    def answered(self) -> Iterator[tuple[Prompt, Answer]]:
        """Give every prompt that has an answer, in reading order."""
        for prompt in self.form.prompts():
            answer = answer_to(self.reflection, prompt)
            if not answer.is_empty:
                yield prompt, answer

    def shared(self) -> tuple[tuple[Prompt, Answer], ...]:
        """Give the answered prompts that are asked and marked for supervision.

        An answer stays when its question is hidden again; no one may see what is not on show.
        """
        return tuple(
            (prompt, answer)
            for prompt, answer in self.answered()
            if Sharing.SUPERVISION in answer.sharing and is_asked(self.reflection, prompt)
        )


@dataclass(frozen=True, slots=True)
class ChosenReflection:
    """The answers of one reflection that go in, sorted to the parts they belong to."""

    source: SharedReflection
    choice: SummaryChoice

    def taken(self) -> list[tuple[Prompt, Answer]]:
        """Give the shared answers that were not left out one by one."""
        identity = self.source.reflection.id
        left_out = self.choice.left_out
        return [each for each in self.source.shared() if (identity, each[0].key) not in left_out]

    def rates(self) -> tuple[SectionRates, ...]:
        """Give the rates over its records, of shared answers only, then and now."""
        source, before = self.source, self.source.last_time
        then = None
        if before is not None:
            then = Counted(before.form, _by_key(before.shared()), day_of(before.reflection))
        now = Counted(source.form, _by_key(self.taken()), day_of(source.reflection))
        return rates_of(now, then)

    def of_part(self, part: SummaryPart) -> list[tuple[Prompt, Answer]]:
        """Give the answers that a gathered part can hold."""
        return [each for each in self.taken() if part_of(*each) is part]

    def actions(self) -> list[Action]:
        """Give its actions, done or not."""
        values = [answer.value for _, answer in self.taken()]
        return [item for value in values if isinstance(value, Actions) for item in value.items]

    def kept_back(self) -> int:
        """Count its answers that the summary does not show."""
        return len(list(self.source.answered())) - len(self.shown())

    def shown(self) -> list[tuple[Prompt, Answer]]:
        """Give the answers that stand on the paper, here or gathered."""
        return [each for each in self.taken() if part_of(*each) in (None, *self.choice.parts)]


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


@dataclass(frozen=True, slots=True)
class PartCounts:
    """How much the chosen reflections hold for each gathered part, whether it goes in or not."""

    done: int = 0
    to_do: int = 0
    themes: int = 0
    disagreements: int = 0
    questions: int = 0


def part_counts(reflections: tuple[SharedReflection, ...], choice: SummaryChoice) -> PartCounts:
    """Count what the gathered parts can hold."""
    chosen = [ChosenReflection(each, choice) for each in reflections]
    actions = [action for each in chosen for action in each.actions()]
    done = sum(1 for action in actions if action.done_on)
    return PartCounts(
        done=done,
        to_do=len(actions) - done,
        themes=len({theme for each in reflections for theme in each.reflection.themes}),
        disagreements=sum(len(each.of_part(SummaryPart.DISAGREEMENTS)) for each in chosen),
        questions=sum(len(each.of_part(SummaryPart.QUESTIONS)) for each in chosen),
    )
