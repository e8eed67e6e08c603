"""The supervision summary: chosen reflections as a document to take in within two minutes.

What it holds and in which order follows the union of published personal supervision records
(domain facts, 4.2 and 7.3): what was agreed, what is wanted from today, reflections in short,
questions, disagreements, then room to agree actions, decisions and the next date, and to sign.
Only answers marked for supervision get in; every other answer is counted, never hinted at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.answer import Action, Actions, Answer, Verdict, YesNo
from app.domain.calendar_words import day_and_month, local_day, long_date, span_after
from app.domain.form import FormDefinition, Prompt, SummaryRole
from app.domain.reflection import Reflection, answer_to
from app.domain.sharing import Sharing
from app.summary.answer_words import action_state, markdown_of
from app.summary.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    DocumentSection,
    Note,
    PrintSize,
    Prose,
    Signatures,
    Table,
    Tick,
)

TITLE = "Supervision summary"
FOOTER = "Learning summary, not a case record"
_ROWS_FOR_ACTIONS = 4
_ROWS_FOR_DECISIONS = 2


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

    @property
    def title(self) -> str:
        """Give its title, or the form's where it has none."""
        return self.reflection.title or self.form.title

    def answered(self) -> Iterator[tuple[Prompt, Answer]]:
        """Give every prompt that has an answer, in reading order."""
        for prompt in self.form.prompts():
            answer = answer_to(self.reflection, prompt)
            if not answer.is_empty:
                yield prompt, answer

    def shared(self) -> tuple[tuple[Prompt, Answer], ...]:
        """Give the answered prompts that are marked for supervision."""
        return tuple(each for each in self.answered() if Sharing.SUPERVISION in each[1].sharing)


def supervision_summary(
    reflections: tuple[SharedReflection, ...], choice: SummaryChoice, today: date
) -> Document:
    """Make the summary; today stands in where no session date is given."""
    chosen = [_Chosen(each, choice) for each in reflections]
    sections = [
        _actions(chosen) if SummaryPart.ACTIONS in choice.parts else None,
        _wants(choice) if SummaryPart.WANTS in choice.parts else None,
        *(each.section() for each in chosen),
        _themes(reflections) if SummaryPart.THEMES in choice.parts else None,
        *_gathered(chosen, choice),
    ]
    agreed = _agreed() if SummaryPart.AGREED in choice.parts else ()
    return Document(
        title=TITLE,
        subtitle=_subtitle(choice, today),
        sections=(*_with_count(sections, chosen), *agreed),
        footer=FOOTER,
        print_size=choice.print_size,
    )


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The answers of one reflection that go in, sorted to the parts they belong to."""

    source: SharedReflection
    choice: SummaryChoice

    def taken(self) -> list[tuple[Prompt, Answer]]:
        identity = self.source.reflection.id
        left_out = self.choice.left_out
        return [each for each in self.source.shared() if (identity, each[0].key) not in left_out]

    def of_part(self, part: SummaryPart) -> list[tuple[Prompt, Answer]]:
        return [each for each in self.taken() if _part_of(*each) is part]

    def actions(self) -> list[Action]:
        values = [answer.value for _, answer in self.taken()]
        return [item for value in values if isinstance(value, Actions) for item in value.items]

    def kept_back(self) -> int:
        return len(list(self.source.answered())) - len(self._shown())

    def _shown(self) -> list[tuple[Prompt, Answer]]:
        return [each for each in self.taken() if _part_of(*each) in (None, *self.choice.parts)]

    def section(self) -> DocumentSection:
        blocks: list[Block] = []
        for prompt, answer in self.taken():
            if _part_of(prompt, answer) is None:
                is_opening = prompt.summary_role is SummaryRole.ACCOUNT and not blocks
                lead = "" if is_opening else prompt.text
                blocks.append(Prose(markdown_of(answer.value), lead))
        if not self._shown():
            blocks.append(Note("None of its answers is on this page."))
        elif not blocks:
            blocks.append(Note("Its shared answers stand under the other headings."))
        return DocumentSection(self.source.title, tuple(blocks), _aside(self.source))


def _part_of(prompt: Prompt, answer: Answer) -> SummaryPart | None:
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


def _subtitle(choice: SummaryChoice, today: date) -> str:
    parts = [long_date(choice.session_date or today)]
    if choice.supervisor.strip():
        parts.append(f"with {choice.supervisor.strip()}")
    if choice.prepared_by.strip():
        parts.append(f"prepared by {choice.prepared_by.strip()}")
    return " · ".join(parts)


def _aside(source: SharedReflection) -> str:
    written = local_day(source.reflection.begun_at)
    event = source.reflection.event_date
    draft = "" if source.reflection.is_complete else "draft, "
    if event is None:
        return f"{draft}written {day_and_month(written)}"
    return f"{draft}event {day_and_month(event)}, written {span_after(event, written)}"


def _actions(chosen: list[_Chosen]) -> DocumentSection | None:
    actions = [action for each in chosen for action in each.actions()]
    if not actions:
        return None
    rows = tuple(
        (
            Tick.TICKED if action.done_on else Tick.OPEN,
            action.what.strip(),
            action.who.strip(),
            action_state(action),
        )
        for action in actions
    )
    table = Table(("Done", "What", "Who", "How it stands"), rows, (0.7, 4.4, 1.9, 2.2))
    return DocumentSection("Actions so far", (table,))


def _wants(choice: SummaryChoice) -> DocumentSection | None:
    items = tuple(Bullet(want.strip()) for want in choice.wants if want.strip())
    return DocumentSection("What I want from today", (Bullets(items),)) if items else None


def _themes(reflections: tuple[SharedReflection, ...]) -> DocumentSection | None:
    counts = Counter(theme for each in reflections for theme in each.reflection.themes)
    if not counts:
        return None
    words = [f"{theme} ({count})" if count > 1 else theme for theme, count in counts.most_common()]
    return DocumentSection("Themes", (Note(" · ".join(words)),))


def _gathered(chosen: list[_Chosen], choice: SummaryChoice) -> Iterator[DocumentSection]:
    gathered = (
        (SummaryPart.DISAGREEMENTS, "Disagreements and escalations"),
        (SummaryPart.QUESTIONS, "Questions for you"),
    )
    for part, heading in gathered:
        answers = [each for source in chosen for each in source.of_part(part)]
        if part in choice.parts and answers:
            items = tuple(Bullet(markdown_of(answer.value)) for _, answer in answers)
            yield DocumentSection(heading, (Bullets(items),))


def _with_count(
    sections: list[DocumentSection | None], chosen: list[_Chosen]
) -> list[DocumentSection]:
    """Say under the last section how many answers are not shown."""
    there = [section for section in sections if section is not None]
    sentence = kept_back_words(sum(each.kept_back() for each in chosen))
    if sentence and there:
        there[-1] = replace(there[-1], blocks=(*there[-1].blocks, Note(sentence)))
    return there


def kept_back_words(count: int) -> str:
    """Say how many answers are not shown, or nothing where all are."""
    if count == 0:
        return ""
    noun = (
        "1 answer in these reflections was"
        if count == 1
        else f"{count} answers in these reflections were"
    )
    return f"{noun} kept private."


def kept_back_count(reflections: tuple[SharedReflection, ...], choice: SummaryChoice) -> int:
    """Count the answers of the chosen reflections that the summary does not show."""
    return sum(_Chosen(each, choice).kept_back() for each in reflections)


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
    chosen = [_Chosen(each, choice) for each in reflections]
    actions = [action for each in chosen for action in each.actions()]
    done = sum(1 for action in actions if action.done_on)
    return PartCounts(
        done=done,
        to_do=len(actions) - done,
        themes=len({theme for each in reflections for theme in each.reflection.themes}),
        disagreements=sum(len(each.of_part(SummaryPart.DISAGREEMENTS)) for each in chosen),
        questions=sum(len(each.of_part(SummaryPart.QUESTIONS)) for each in chosen),
    )


def _agreed() -> tuple[DocumentSection, ...]:
    """Give the part that is written by hand in the session."""
    actions = Table(
        ("What", "Who", "By when", "On the child’s record"),
        tuple(("", "", "", Tick.OPEN) for _ in range(_ROWS_FOR_ACTIONS)),
        (5, 2, 1.5, 1.5),
    )
    decisions = Table(
        ("Decision", "Reason"), tuple(("", "") for _ in range(_ROWS_FOR_DECISIONS)), (1, 1)
    )
    following = Table(("Next supervision: date and time", "Place"), (("", ""),), (1, 1))
    return (
        DocumentSection("Agreed actions", (actions,)),
        DocumentSection("Decisions and reasons", (decisions, following)),
        DocumentSection("Signatures", (Signatures(("Supervisee", "Supervisor")),)),
    )
