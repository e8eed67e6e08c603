"""A person's registration with a regulator; several may run side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.registration_year import RegistrationYear, YearStart, year_holding
from app.domain.regulator import Regulator

_CALENDAR_YEAR = YearStart(1, 1)


@dataclass(frozen=True, slots=True)
class Registration:
    """With whom, and since when; the rest is for what the person sets herself.

    Hours is her own target of hours a year; own_start where her year begins, for a regulator that
    gives each person a year of her own.
    """

    regulator: str
    since: date | None = None
    own_start: YearStart | None = None
    hours: float | None = None

    def year_start(self, regulator: Regulator, day: date) -> YearStart:
        """Give where her year begins, by the rules that hold on a day."""
        if (starts := regulator.rules_on(day).starts) is not None:
            return starts
        if self.own_start is not None:
            return self.own_start
        return YearStart(self.since.month, self.since.day) if self.since else _CALENDAR_YEAR

    def year_on(self, regulator: Regulator, day: date) -> RegistrationYear:
        """Give her registration year on a day; the first begins when she registered."""
        return year_holding(day, self.year_start(regulator, day)).begun_by(self.since)


def years_back(
    registration: Registration, regulator: Regulator, today: date, days: Iterable[date]
) -> tuple[RegistrationYear, ...]:
    """Give this year and every earlier one in which one of the days lies, the newest first."""
    years = {registration.year_on(regulator, day) for day in days if day <= today}
    return tuple(sorted(years | {registration.year_on(regulator, today)}, reverse=True))
