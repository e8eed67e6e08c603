"""The supervision summary: chosen reflections as a document to take in within two minutes.

What it holds and in which order follows the union of published personal supervision records
(domain facts, 4.2 and 7.3): what was agreed, what is wanted from today, reflections in short,
questions, disagreements, then room to agree actions, decisions and the next date, and to sign.
What gets in is decided in app/summary/choice.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.answer import Action, Answer
from app.domain.calendar_words import (
    day_seen_from,
    local_day,
    long_date,
    plain_date,
    span_after,
)
from app.domain.form import Prompt, SummaryRole
from app.summary.actions_table import actions_table
from app.summary.agreed_sections import agreed_sections
from app.summary.answer_words import is_told
from app.summary.choice import (
    ChosenReflection,
    SharedReflection,
    SummaryChoice,
    SummaryPart,
    page_order,
    part_of,
)
from app.summary.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    DocumentSection,
    Note,
    Prose,
)
from app.summary.rates_table import rates_note, rates_table
from app.summary.session_side import (
    CHARACTERS_OF_HEAD,
    NO_SESSION,
    SessionSide,
    topic_bullet,
)

TITLE = "Supervision summary"
FOOTER = "Learning summary, not a case record"


@dataclass(frozen=True, slots=True)
class ArrangedSummary:
    """The summary, and for each of its sections the row of the order that it belongs to.

    Actions are those of its first table, for a form that asks for them cell by cell.
    """

    document: Document
    rows: tuple[str, ...]
    actions: tuple[Action, ...] = ()


def supervision_summary(
    reflections: tuple[SharedReflection, ...],
    choice: SummaryChoice,
    today: date,
    side: SessionSide = NO_SESSION,
) -> Document:
    """Make the summary; today stands in where no session date is given."""
    return arranged_summary(reflections, choice, today, side).document


def arranged_summary(
    reflections: tuple[SharedReflection, ...],
    choice: SummaryChoice,
    today: date,
    side: SessionSide = NO_SESSION,
) -> ArrangedSummary:
    """Make the summary, and say which row each section belongs to."""
    making = _Making(reflections, choice, choice.session_date or today, side)
    placed = making.placed()
    sections = [section for _, section in placed]
    if SummaryPart.RECORD in choice.parts and side.head and sections:
        sections[-1] = _with_note(sections[-1], _record_words(side.head, today))
    document = Document(
        title=TITLE,
        subtitle=_subtitle(choice, making.read_on),
        sections=tuple(sections),
        footer=FOOTER,
        print_size=choice.print_size,
        is_black_and_white=choice.is_black_and_white,
        chosen_names=tuple(filter(None, map(str.strip, (choice.supervisor, choice.prepared_by)))),
    )
    rows = tuple(row for row, _ in placed)
    actions = making.actions() if SummaryPart.ACTIONS.value in rows else ()
    return ArrangedSummary(document, rows, tuple(actions))


@dataclass(slots=True)
class _Making:
    """Makes the sections of one summary, row by row."""

    reflections: tuple[SharedReflection, ...]
    choice: SummaryChoice
    read_on: date
    side: SessionSide
    _chosen: list[ChosenReflection] = field(init=False)

    def __post_init__(self) -> None:
        """See every reflection through what is chosen of it."""
        self._chosen = [ChosenReflection(each, self.choice) for each in self.reflections]

    def placed(self) -> list[tuple[str, DocumentSection]]:
        """Give every section that holds something with its row, in page order."""
        ids = [each.reflection.id for each in self.reflections]
        placed = [
            (row, section)
            for row in page_order(self.choice.order, ids)
            for section in self._sections(row)
        ]
        return self._with_count(placed)

    def _sections(self, row: str) -> tuple[DocumentSection, ...]:
        for chosen in self._chosen:
            if chosen.source.reflection.id == row:
                return (_section(chosen, self.read_on),)
        part = SummaryPart(row)
        if part not in self.choice.parts:
            return ()
        if part is SummaryPart.AGREED:
            return agreed_sections()
        made = self._makers()[part]()
        return (replace(made, holds=row),) if made else ()

    def _makers(self) -> dict[SummaryPart, Callable[[], DocumentSection | None]]:
        return {
            SummaryPart.ACTIONS: self._actions,
            SummaryPart.WANTS: self._wants,
            SummaryPart.THEMES: self._themes,
            SummaryPart.DISAGREEMENTS: self._disagreements,
            SummaryPart.QUESTIONS: self._questions,
            SummaryPart.WELLBEING: self._wellbeing,
            SummaryPart.RECORD: _nothing,  # a line of its own under the last section
        }

    def actions(self) -> list[Action]:
        """Give the actions from last time, then those of the chosen reflections."""
        own = [action for each in self._chosen for action in each.actions()]
        last = self.side.actions(self.choice)
        if not self.side.held:
            return sorted([*last, *own], key=_by_day)
        # What was agreed in a session stays in its order; what comes from many places goes by day.
        return [*last, *sorted(own, key=_by_day)]

    def _actions(self) -> DocumentSection | None:
        actions = self.actions()
        heading = "Actions from last time" if self.side.held else "Actions so far"
        return DocumentSection(heading, (actions_table(actions),)) if actions else None

    def _wants(self) -> DocumentSection | None:
        topics = [topic_bullet(topic) for topic in self.side.topics(self.choice)]
        wants = [Bullet(want.strip()) for want in self.choice.wants if want.strip()]
        items = (*topics, *wants)
        blocks = (*((Bullets(items),) if items else ()), *self.side.prepared(self.choice))
        return DocumentSection("What I want from today", blocks) if blocks else None

    def _wellbeing(self) -> DocumentSection | None:
        blocks = tuple(self.side.wellbeing(self.choice))
        return DocumentSection("Wellbeing and capacity", blocks) if blocks else None

    def _themes(self) -> DocumentSection | None:
        themes = (theme for each in self.reflections for theme in each.reflection.themes)
        counts = Counter(themes).most_common()
        words = [f"{theme} ({count})" if count > 1 else theme for theme, count in counts]
        return DocumentSection("Themes", (Note(" · ".join(words)),)) if words else None

    def _disagreements(self) -> DocumentSection | None:
        return self._gathered(SummaryPart.DISAGREEMENTS, "Disagreements and escalations")

    def _questions(self) -> DocumentSection | None:
        return self._gathered(SummaryPart.QUESTIONS, "Questions for you")

    def _gathered(self, part: SummaryPart, heading: str) -> DocumentSection | None:
        items = tuple(
            Bullet(each.words(prompt, answer), _lead(each, prompt, answer))
            for each in self._chosen
            for prompt, answer in each.of_part(part)
        )
        return DocumentSection(heading, (Bullets(items),)) if items else None

    def _with_count(
        self, placed: list[tuple[str, DocumentSection]]
    ) -> list[tuple[str, DocumentSection]]:
        """Say under the last section before those to fill in how many answers are not shown."""
        sentence = kept_back_words(sum(each.kept_back() for each in self._chosen))
        places = [at for at, (row, _) in enumerate(placed) if row != SummaryPart.AGREED.value]
        if sentence and places:
            row, section = placed[places[-1]]
            placed[places[-1]] = (row, _with_note(section, sentence))
        return placed


def _lead(chosen: ChosenReflection, prompt: Prompt, answer: Answer) -> str:
    """Give the question of an answer that says nothing without it: “Yes”, a number, a day."""
    return "" if is_told(answer.value) else chosen.source.question(prompt)


def _by_day(action: Action) -> tuple[bool, date]:
    """Sort what is open by when it is due, that without a day last, and then what is over."""
    over = action.done_on or action.dropped_on
    return over is not None, over or action.by_when or date.max


def _nothing() -> None:
    return None


def _with_note(section: DocumentSection, sentence: str) -> DocumentSection:
    return replace(section, blocks=(*section.blocks, Note(sentence)))


def _record_words(head: str, today: date) -> str:
    """Say where the record of changes ended, for comparing it later."""
    shown = head[:CHARACTERS_OF_HEAD]
    groups = " ".join(shown[at : at + 4] for at in range(0, len(shown), 4))
    return f"Record of changes on {plain_date(today)}: {groups}"


def _section(chosen: ChosenReflection, read_on: date) -> DocumentSection:
    blocks: list[Block] = []
    for prompt, answer in chosen.taken:
        if part_of(prompt, answer) is None:
            is_opening = prompt.summary_role is SummaryRole.ACCOUNT and not blocks
            lead = "" if is_opening else chosen.source.question(prompt)
            words, is_fields = chosen.words(prompt, answer), not is_told(answer.value)
            blocks.append(Prose(words, lead, is_from_fields=is_fields))
    for rates in chosen.rates():
        blocks += [rates_note(rates), rates_table(rates)]
    if not chosen.shown():
        blocks.append(Note("None of its answers is on this page."))
    elif not blocks:
        blocks.append(Note("Its shared answers stand under the other headings."))
    aside = _aside(chosen.source, read_on)
    of = chosen.source.reflection.id
    return DocumentSection(chosen.source.title, tuple(blocks), aside, holds="reflection", of=of)


def _subtitle(choice: SummaryChoice, day: date) -> str:
    parts = [long_date(day)]
    if choice.supervisor.strip():
        parts.append(f"with {choice.supervisor.strip()}")
    if choice.prepared_by.strip():
        parts.append(f"prepared by {choice.prepared_by.strip()}")
    return " · ".join(parts)


def _aside(source: SharedReflection, read_on: date) -> str:
    written = local_day(source.reflection.begun_at)
    event = source.reflection.event_date
    draft = "" if source.reflection.is_complete else "draft, "
    if event is None:
        return f"{draft}written {day_seen_from(written, read_on)}"
    return f"{draft}event {day_seen_from(event, read_on)}, written {span_after(event, written)}"


def kept_back_words(count: int) -> str:
    """Say how many answers are not shown, or nothing where all are."""
    if count == 0:
        return ""
    noun = (
        "1 answer in these reflections was"
        if count == 1
        else f"{count} answers in these reflections were"
    )
    return f"{noun} kept back."
