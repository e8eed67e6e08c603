"""Gaps and growth: parts, themes and goals over time, by the person's own journal alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from app.domain.answer import ChosenDate
from app.domain.calendar_words import plain_date
from app.domain.errors import NoSuchForm
from app.domain.finding import Search
from app.domain.growth import Goal, GoalStanding, Written, standing_of, stems_of
from app.domain.rates import day_of
from app.domain.records import published_key
from app.domain.reflection import Reflection
from app.domain.registration import Registration
from app.domain.registration_year import RegistrationYear
from app.services.cpd import Cpd, CpdYearView
from app.services.overviews import Overviews
from app.services.pinned_form import pinned_form
from app.services.portfolio import PLAN_FORM
from app.services.ports import Vault
from app.summary.answer_words import markdown_of
from app.summary.choice import SharedReflection
from app.summary.cpd_fields import Plain
from app.summary.document import Bars
from app.summary.growth_words import parts_over_years, themes_over
from app.summary.portfolio_learning import Stretch, stretches

_MOST_YEARS, _MOST_STRETCHES = 4, 4
_MOST_COMPARED = 400  # reflections since the plan, the newest first
_MOST_NEAR = 3
_NEED, _BY_WHEN = "need", "by_when"


@dataclass(frozen=True, slots=True)
class Plan:
    """The development plan that holds in a year, and how its goals stand."""

    id: str
    title: str
    day: date
    goals: tuple[GoalStanding, ...]

    @property
    def day_words(self) -> str:
        """Its day, as it is written on paper."""
        return plain_date(self.day)


@dataclass(frozen=True, slots=True)
class GrowthView:
    """What the page of gaps and growth shows; bars are None where there is nothing to count."""

    year: CpdYearView
    plan: Plan | None
    parts: Bars | None
    themes: Bars | None


@dataclass(frozen=True, slots=True)
class Growing:
    """Looks over the years of one open journal. Nothing of it leaves, so nothing is left out."""

    vault: Vault
    cpd: Cpd
    overviews: Overviews

    def view(self, registration: Registration, year: RegistrationYear | None = None) -> GrowthView:
        """Look over a registration year and those before it; this one where none is named.

        Raises:
            CpdRefused: the regulator of this registration is not known any more.
        """
        shown = self.cpd.year(registration, year)
        earlier = [each for each in shown.years if each.first < shown.standing.year.first]
        views = [self.cpd.year(registration, each) for each in earlier[: _MOST_YEARS - 1]]
        standings = [each.standing for each in (*reversed(views), shown)]
        return GrowthView(
            shown,
            self._plan(shown),
            parts_over_years(shown.framework, standings),
            self._themes(shown),
        )

    def _themes(self, shown: CpdYearView) -> Bars | None:
        year = shown.standing.year
        last = max(min(year.last, shown.today), year.first)
        over = stretches(year.first, last, _MOST_STRETCHES)
        return themes_over((each, self._uses(each)) for each in over)

    def _uses(self, stretch: Stretch) -> dict[str, int]:
        search = Search(is_complete=True, since=stretch.first, until=stretch.last)
        return {use.name: use.count for use in self.overviews.themes(search)}

    def _plan(self, shown: CpdYearView) -> Plan | None:
        """Give the newest plan up to the year's end, with what was finished from its day on."""
        search = Search(form_id=PLAN_FORM, until=shown.standing.year.last, limit=1)
        for reflection in self.vault.reflections(search):
            with suppress(NoSuchForm):
                goals = list(_goals(self._source(reflection), self.cpd.plain))
                written = list(self._written(reflection, shown.standing.year)) if goals else []
                near = tuple(standing_of(goal, written, _MOST_NEAR) for goal in goals)
                return Plan(reflection.id, reflection.title, day_of(reflection), near)
        return None

    def _written(self, plan: Reflection, year: RegistrationYear) -> Iterator[Written]:
        search = Search(is_complete=True, since=day_of(plan), until=year.last, limit=_MOST_COMPARED)
        for reflection in self.vault.reflections(search):
            if reflection.form_id != PLAN_FORM:
                answers = (markdown_of(each.value) for each in reflection.answers.values())
                stems = stems_of((reflection.title, *reflection.themes, *answers))
                yield Written(reflection.id, reflection.title, day_of(reflection), stems)

    def _source(self, reflection: Reflection) -> SharedReflection:
        return SharedReflection(reflection, pinned_form(self.vault, reflection))


def _goals(plan: SharedReflection, plain: Plain) -> Iterator[Goal]:
    """Give the goals of a plan in its order; a day belongs to the goal of the same record."""
    days = {
        prompt.key.removeprefix(_BY_WHEN): answer.value.day
        for prompt, answer in plan.answered
        if published_key(prompt.key) == _BY_WHEN and isinstance(answer.value, ChosenDate)
    }
    for prompt, answer in plan.answered:
        if published_key(prompt.key) == _NEED:
            words = " ".join(plain(markdown_of(answer.value)))
            yield Goal(words, days.get(prompt.key.removeprefix(_NEED)))
