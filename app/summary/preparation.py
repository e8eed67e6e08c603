"""What a person has decided so far about one summary, step by step, before it is printed."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from types import MappingProxyType

from app.summary.choice import (
    PARTS_AT_THE_END,
    PARTS_BEFORE,
    USUAL_PARTS,
    AnswerPlace,
    SummaryChoice,
    SummaryPart,
    page_order,
)
from app.summary.document import PrintSize
from app.summary.wording import Wording

CHOSEN_AT_FIRST = 3
_PART_ROWS = frozenset(part.value for part in SummaryPart)
_AT_THE_END = frozenset(part.value for part in PARTS_AT_THE_END)
_BEFORE = frozenset(part.value for part in PARTS_BEFORE)
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
    kind: str = ""  # one of the options of the form of sessions, or nothing


@dataclass(frozen=True, slots=True)
class Preparation:
    """A summary on its way.

    Rows are the parts and every reflection on offer in page order; the chosen ones go in.
    """

    is_begun: bool = False
    span: Span = Span.THREE_MONTHS
    rows: tuple[str, ...] = page_order((), ())
    chosen: frozenset[str] = frozenset()
    left_out: frozenset[AnswerPlace] = frozenset()
    put_in: frozenset[AnswerPlace] = frozenset()
    wording: Mapping[AnswerPlace, Wording] = field(default_factory=lambda: MappingProxyType({}))
    parts: frozenset[SummaryPart] = USUAL_PARTS
    wants: tuple[str, ...] = ()
    topics_left_out: frozenset[str] = frozenset()
    session: Session = Session()
    print_size: PrintSize = PrintSize.NORMAL
    is_black_and_white: bool = False
    preset: str = ""
    session_id: str = ""  # of the session it is for; none where none is known yet

    @property
    def order(self) -> tuple[str, ...]:
        """Give the reflections on offer in page order."""
        return tuple(row for row in self.rows if row not in _PART_ROWS)

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
            order=self.rows,
            put_in=self.put_in,
            wording={place: each.words for place, each in self.wording.items()},
            topics_left_out=self.topics_left_out,
            is_black_and_white=self.is_black_and_white,
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
        return replace(self, is_begun=True, rows=self._with_order(order), chosen=chosen)

    def without(self, gone: frozenset[str]) -> Preparation:
        """Forget reflections that the journal no longer holds."""
        rows = tuple(each for each in self.rows if each not in gone)
        return replace(self, rows=rows, chosen=self.chosen - gone)

    def choosing(self, reflection_id: str, *, is_chosen: bool) -> Preparation:
        """Choose a reflection, first on the page if it was not on offer, or leave it out."""
        order = self.order if reflection_id in self.order else (reflection_id, *self.order)
        one = frozenset({reflection_id})
        chosen = self.chosen | one if is_chosen else self.chosen - one
        return replace(self, rows=self._with_order(order), chosen=chosen)

    def moved(self, row: str, place: int) -> Preparation:
        """Put a row at a place on the page, counted from 0; those at the end stay there."""
        if row in _AT_THE_END:
            return self
        rest = [each for each in self.rows if each != row and each not in _AT_THE_END]
        rest.insert(max(0, min(place, len(rest))), row)
        return replace(self, rows=page_order(tuple(rest), self.order))

    def _with_order(self, order: tuple[str, ...]) -> tuple[str, ...]:
        """Give the rows with these reflections; each new one stands before the one it precedes."""
        rows = [row for row in self.rows if row in _PART_ROWS or row in order]
        following = ""
        for each in reversed(order):
            if each not in rows:
                rows.insert(rows.index(following) if following else _end_of_reflections(rows), each)
            following = each
        return tuple(rows)

    def having(self, part: SummaryPart, *, is_in: bool) -> Preparation:
        """Put a part in or leave it out."""
        one = frozenset({part})
        return replace(self, parts=self.parts | one if is_in else self.parts - one)

    def leaving_out(self, reflection_id: str, prompt_keys: frozenset[str]) -> Preparation:
        """Leave out these answers of a reflection and no others of it."""
        return replace(self, left_out=_replaced(self.left_out, reflection_id, prompt_keys))

    def putting_in(self, reflection_id: str, prompt_keys: frozenset[str]) -> Preparation:
        """Put in these answers that are not marked for supervision, and no others of it."""
        return replace(self, put_in=_replaced(self.put_in, reflection_id, prompt_keys))

    def worded(self, place: AnswerPlace, wording: Wording | None) -> Preparation:
        """Say an answer in other words on this paper, or in its own again."""
        others = {each: words for each, words in self.wording.items() if each != place}
        said = others if wording is None else {**others, place: wording}
        return replace(self, wording=MappingProxyType(said))


def _end_of_reflections(rows: list[str]) -> int:
    """Give the place after the last reflection, or where reflections usually stand."""
    reflections = [at for at, row in enumerate(rows) if row not in _PART_ROWS]
    before = [at for at, row in enumerate(rows) if row in _BEFORE]
    return max(reflections or before, default=-1) + 1


def _replaced(
    places: frozenset[AnswerPlace], reflection_id: str, prompt_keys: frozenset[str]
) -> frozenset[AnswerPlace]:
    others = frozenset(each for each in places if each[0] != reflection_id)
    return others | frozenset((reflection_id, key) for key in prompt_keys)


def months_before(day: date, months: int) -> date:
    """Go back whole months; the 31st becomes the last day of a shorter month."""
    count = day.year * _MONTHS_IN_YEAR + day.month - 1 - months
    year, month = count // _MONTHS_IN_YEAR, count % _MONTHS_IN_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
