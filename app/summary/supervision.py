"""The supervision summary: chosen reflections as a document to take in within two minutes.

What it holds and in which order follows the union of published personal supervision records
(domain facts, 4.2 and 7.3): what was agreed, what is wanted from today, reflections in short,
questions, disagreements, then room to agree actions, decisions and the next date, and to sign.
What gets in is decided in app/summary/choice.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.answer import Action
from app.domain.calendar_words import day_seen_from, local_day, long_date, span_after
from app.domain.form import SummaryRole
from app.summary.answer_words import action_state, markdown_of
from app.summary.choice import (
    ChosenReflection,
    SharedReflection,
    SummaryChoice,
    SummaryPart,
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
    Signatures,
    Table,
    Tick,
)
from app.summary.rates_table import rates_note, rates_table

TITLE = "Supervision summary"
FOOTER = "Learning summary, not a case record"
_ROWS_FOR_ACTIONS = 4
_ROWS_FOR_DECISIONS = 2


def supervision_summary(
    reflections: tuple[SharedReflection, ...], choice: SummaryChoice, today: date
) -> Document:
    """Make the summary; today stands in where no session date is given."""
    read_on = choice.session_date or today
    chosen = [ChosenReflection(each, choice) for each in reflections]
    sections = [
        _actions(chosen) if SummaryPart.ACTIONS in choice.parts else None,
        _wants(choice) if SummaryPart.WANTS in choice.parts else None,
        *(_section(each, read_on) for each in chosen),
        _themes(reflections) if SummaryPart.THEMES in choice.parts else None,
        *_gathered(chosen, choice),
    ]
    agreed = _agreed() if SummaryPart.AGREED in choice.parts else ()
    return Document(
        title=TITLE,
        subtitle=_subtitle(choice, read_on),
        sections=(*_with_count(sections, chosen), *agreed),
        footer=FOOTER,
        print_size=choice.print_size,
    )


def _section(chosen: ChosenReflection, read_on: date) -> DocumentSection:
    blocks: list[Block] = []
    for prompt, answer in chosen.taken():
        if part_of(prompt, answer) is None:
            is_opening = prompt.summary_role is SummaryRole.ACCOUNT and not blocks
            lead = "" if is_opening else chosen.source.question(prompt)
            blocks.append(Prose(markdown_of(answer.value), lead))
    for rates in chosen.rates():
        blocks += [rates_note(rates), rates_table(rates)]
    if not chosen.shown():
        blocks.append(Note("None of its answers is on this page."))
    elif not blocks:
        blocks.append(Note("Its shared answers stand under the other headings."))
    return DocumentSection(chosen.source.title, tuple(blocks), _aside(chosen.source, read_on))


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


def _actions(chosen: list[ChosenReflection]) -> DocumentSection | None:
    actions = [action for each in chosen for action in each.actions()]
    if not actions:
        return None
    rows = tuple(
        (
            Tick.TICKED if action.done_on else Tick.OPEN,
            _what_and_how_known(action),
            action.who.strip(),
            action_state(action),
        )
        for action in actions
    )
    table = Table(("Done", "What", "Who", "How it stands"), rows, (0.7, 4.4, 1.9, 2.2))
    return DocumentSection("Actions so far", (table,))


def _what_and_how_known(action: Action) -> str:
    how_known = action.how_known.strip()
    return f"{action.what.strip()} (known by: {how_known})" if how_known else action.what.strip()


def _wants(choice: SummaryChoice) -> DocumentSection | None:
    items = tuple(Bullet(want.strip()) for want in choice.wants if want.strip())
    return DocumentSection("What I want from today", (Bullets(items),)) if items else None


def _themes(reflections: tuple[SharedReflection, ...]) -> DocumentSection | None:
    counts = Counter(theme for each in reflections for theme in each.reflection.themes)
    if not counts:
        return None
    words = [f"{theme} ({count})" if count > 1 else theme for theme, count in counts.most_common()]
    return DocumentSection("Themes", (Note(" · ".join(words)),))


def _gathered(chosen: list[ChosenReflection], choice: SummaryChoice) -> Iterator[DocumentSection]:
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
    sections: list[DocumentSection | None], chosen: list[ChosenReflection]
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
    return f"{noun} kept back."


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
