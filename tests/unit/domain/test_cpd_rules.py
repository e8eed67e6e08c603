"""Which rules hold when: dated, the oldest before all others."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.registration_year import RegistrationYear, YearStart, year_from
from app.domain.regulator import FieldSource
from tests.cpd_scenes import SWE, shipped_frameworks, shipped_regulators

WALES_ENDS, WALES_BEGINS = date(2025, 3, 31), date(2025, 4, 1)


@pytest.fixture(scope="module")
def regulators():
    return shipped_regulators()


def test_a_year_goes_by_the_rules_that_held_when_it_began(regulators):
    wales = regulators["social_care_wales"]
    old, new = wales.rules
    straddling = RegistrationYear(date(2025, 1, 1), date(2025, 12, 31))
    assert wales.rules_for(straddling) is old
    assert wales.rules_for(RegistrationYear(WALES_ENDS, date(2026, 3, 30))) is old
    assert wales.rules_for(RegistrationYear(WALES_BEGINS, date(2026, 3, 31))) is new


def test_a_day_goes_by_the_rules_of_that_day(regulators):
    wales = regulators["social_care_wales"]
    old, new = wales.rules
    assert (wales.rules_on(WALES_ENDS), wales.rules_on(WALES_BEGINS)) == (old, new)
    assert [old.holds_on(day) for day in (WALES_ENDS, WALES_BEGINS)] == [True, False]
    assert [new.holds_on(day) for day in (WALES_ENDS, WALES_BEGINS)] == [False, True]


def test_before_all_rules_the_oldest_are_shown(regulators):
    (rules,) = regulators[SWE].rules
    assert not rules.holds_on(date(2021, 11, 30))
    assert regulators[SWE].rules_on(date(2020, 1, 1)) is rules
    assert regulators[SWE].rules_for(year_from(2019, YearStart(12, 1))) is rules


def test_a_change_of_rules_within_a_year_waits_for_the_next(regulators):
    swe = regulators[SWE]
    later = replace(swe.rules[0], since=date(2026, 6, 1), pieces=4)
    both = replace(swe, rules=(replace(swe.rules[0], until=date(2026, 5, 31)), later))
    assert both.rules_for(year_from(2025, YearStart(12, 1))).pieces == 2
    assert both.rules_for(year_from(2026, YearStart(12, 1))).pieces == 4


def test_a_field_is_found_by_what_fills_it(regulators):
    rules = regulators["sssc"].rules[0]
    assert rules.field_from(FieldSource.ACTIVITY).key == "activity"
    assert rules.field_from(FieldSource.PEER) is None


def test_frameworks_take_turns_on_1_april_2027():
    frameworks = shipped_frameworks()
    kss, early = frameworks["kss_practitioner"], frameworks["early_career_standards"]

    def in_force(first, last):
        return [each.is_in_force(first, last) for each in (kss, early)]

    assert in_force(date(2026, 12, 1), date(2027, 3, 31)) == [True, False]
    assert in_force(date(2027, 4, 1), date(2027, 11, 30)) == [False, True]
    assert in_force(date(2026, 12, 1), date(2027, 11, 30)) == [True, True]
    assert kss.tag("9").label == "The role of supervision"
    assert kss.tag("11") is None
