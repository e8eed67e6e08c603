"""How much there is for each part of a summary, whether it goes in or not."""

from __future__ import annotations

from dataclasses import dataclass

from app.summary.choice import ChosenReflection, SharedReflection, SummaryChoice, SummaryPart
from app.summary.session_side import NO_SESSION, SessionSide


@dataclass(frozen=True, slots=True)
class PartCounts:
    """What the parts hold; of wellbeing, also how much is not marked for supervision."""

    done: int = 0
    to_do: int = 0
    dropped: int = 0
    themes: int = 0
    disagreements: int = 0
    questions: int = 0
    topics: int = 0
    prepared: int = 0
    wellbeing: int = 0
    wellbeing_unmarked: int = 0
    is_from_last_time: bool = False


def part_counts(
    reflections: tuple[SharedReflection, ...],
    choice: SummaryChoice,
    side: SessionSide = NO_SESSION,
) -> PartCounts:
    """Count what the parts can hold."""
    chosen = [ChosenReflection(each, choice) for each in reflections]
    actions = [*side.actions(choice), *(action for each in chosen for action in each.actions())]
    wellbeing = len(side.wellbeing(choice))
    return PartCounts(
        done=sum(1 for action in actions if action.done_on),
        to_do=sum(1 for action in actions if action.is_open),
        dropped=sum(1 for action in actions if action.dropped_on and not action.done_on),
        themes=len({theme for each in reflections for theme in each.reflection.themes}),
        disagreements=sum(len(each.of_part(SummaryPart.DISAGREEMENTS)) for each in chosen),
        questions=sum(len(each.of_part(SummaryPart.QUESTIONS)) for each in chosen),
        topics=len(side.topics(choice)),
        prepared=len(side.prepared(choice)),
        wellbeing=wellbeing,
        wellbeing_unmarked=len(side.every_wellbeing()) - wellbeing,
        is_from_last_time=bool(side.held),
    )
