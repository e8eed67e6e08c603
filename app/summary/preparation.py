"""What a person has decided so far about one summary, step by step, before it is printed."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.summary.choice import SummaryChoice, SummaryPart
from app.summary.document import PrintSize

CHOSEN_AT_FIRST = 3
_MONTHS_IN_YEAR = 12


class Span(Enum):
    """How far back the reflections go that are offered, in months."""

    THREE_MONTHS = 3
    YEAR = 12
    ALL = 0

    def since(self, today: date) -> date | None:
        """Give the first day of the span; none means from the beginning."""
        return months_before(today, self.value) if self.value else None


@dataclass(frozen=True, slots=True)
class Session:
    """Whom the summary is for, by role, and when."""

    day: date | None = None
    supervisor: str = ""
    prepared_by: str = ""


@dataclass(frozen=True, slots=True)
class Preparation:
    """A summary on its way: the order holds every reflection on offer, the chosen ones go in."""

    is_begun: bool = False
    span: Span = Span.THREE_MONTHS
    order: tuple[str, ...] = ()
    chosen: frozenset[str] = frozenset()
    left_out: frozenset[tuple[str, str]] = frozenset()
    parts: frozenset[SummaryPart] = frozenset(SummaryPart)
    wants: tuple[str, ...] = ()
    session: Session = Session()
    print_size: PrintSize = PrintSize.NORMAL

    def choice(self) -> SummaryChoice:
        """Give what goes into the summary now."""
        return SummaryChoice(
            reflection_ids=tuple(each for each in self.order if each in self.chosen),
            left_out=self.left_out,
            parts=self.parts,
            session_date=self.session.day,
            supervisor=self.session.supervisor,
            prepared_by=self.session.prepared_by,
            wants=self.wants,
            print_size=self.print_size,
        )

    def offering(
        self, offered: tuple[str, ...], at_first: frozenset[str] | None = None
    ) -> Preparation:
        """Take in what is offered now, newest first; what was chosen stays, wherever it stands.

        The first time, those to choose at first are chosen; where none are named, the newest three.
        """
        kept = [each for each in self.order if each in self.chosen or each in offered]
        order = (*(each for each in offered if each not in kept), *kept)
        chosen = self.chosen
        if not self.is_begun:
            taken = tuple(each for each in order if each not in offered)
            order = (*taken, *offered)
            chosen |= frozenset(offered[:CHOSEN_AT_FIRST]) if at_first is None else at_first
        return replace(self, is_begun=True, order=order, chosen=chosen)

    def without(self, gone: frozenset[str]) -> Preparation:
        """Forget reflections that the journal no longer holds."""
        order = tuple(each for each in self.order if each not in gone)
        return replace(self, order=order, chosen=self.chosen - gone)

    def choosing(self, reflection_id: str, *, is_chosen: bool) -> Preparation:
        """Choose a reflection, first on the page if it was not on offer, or leave it out."""
        order = self.order if reflection_id in self.order else (reflection_id, *self.order)
        one = frozenset({reflection_id})
        chosen = self.chosen | one if is_chosen else self.chosen - one
        return replace(self, order=order, chosen=chosen)

    def moved(self, reflection_id: str, place: int) -> Preparation:
        """Put a reflection at a place in the order, counted from 0; beyond the ends is the end."""
        rest = [each for each in self.order if each != reflection_id]
        rest.insert(max(0, min(place, len(rest))), reflection_id)
        return replace(self, order=tuple(rest))

    def having(self, part: SummaryPart, *, is_in: bool) -> Preparation:
        """Put a part in or leave it out."""
        one = frozenset({part})
        return replace(self, parts=self.parts | one if is_in else self.parts - one)

    def leaving_out(self, reflection_id: str, prompt_keys: frozenset[str]) -> Preparation:
        """Leave out these answers of a reflection and no others of it."""
        others = frozenset(each for each in self.left_out if each[0] != reflection_id)
        own = frozenset((reflection_id, key) for key in prompt_keys)
        return replace(self, left_out=others | own)


def months_before(day: date, months: int) -> date:
    """Go back whole months; the 31st becomes the last day of a shorter month."""
    count = day.year * _MONTHS_IN_YEAR + day.month - 1 - months
    year, month = count // _MONTHS_IN_YEAR, count % _MONTHS_IN_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
