"""Whose year it is: by the regulator's start, else by the person's own, else by her first day."""

from datetime import date

import pytest

from app.domain.registration import Registration, years_back
from app.domain.registration_year import RegistrationYear, YearStart
from tests.cpd_scenes import SWE, shipped_regulators

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def regulators():
    return shipped_regulators()


def test_where_the_regulator_has_a_year_nobody_has_another(regulators):
    mine = Registration(SWE, date(2019, 4, 6), own_start=YearStart(4, 6))
    year = mine.year_on(regulators[SWE], TODAY)
    assert (year.first, year.last) == (date(2025, 12, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("since", "own_start", "first"),
    [
        (None, None, date(2026, 1, 1)),
        (date(2019, 4, 6), None, date(2026, 4, 6)),
        (date(2019, 4, 6), YearStart(9, 1), date(2026, 9, 1)),
        (date(2020, 2, 29), None, date(2026, 3, 1)),
    ],
)
def test_where_it_has_none_the_year_is_the_persons_own(regulators, since, own_start, first):
    mine = Registration("sssc", since, own_start=own_start)
    assert mine.year_on(regulators["sssc"], TODAY).first == first


def test_a_registration_that_starts_within_a_year_has_a_short_first_year(regulators):
    mine = Registration(SWE, date(2026, 6, 1))
    first = mine.year_on(regulators[SWE], TODAY)
    assert first == RegistrationYear(date(2026, 6, 1), date(2026, 11, 30))
    assert not first.holds(date(2026, 5, 31))
    assert first.name == "2025–26"  # as its regulator calls it
    assert mine.year_on(regulators[SWE], date(2026, 12, 1)).first == date(2026, 12, 1)


def test_years_back_are_this_one_and_those_with_something_in_them(regulators):
    swe, mine = regulators[SWE], Registration(SWE)
    days = [date(2024, 1, 5), date(2024, 2, 29), date(2022, 11, 30), date(2027, 3, 1), date.max]
    years = years_back(mine, swe, TODAY, days)
    assert [year.name for year in years] == ["2025–26", "2023–24", "2021–22"]
    assert [year.name for year in years_back(mine, swe, TODAY, [])] == ["2025–26"]
