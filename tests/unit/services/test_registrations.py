"""With whom the person is registered: kept in order, refused in a sentence, and never raising."""

import json
from dataclasses import replace
from datetime import date

import pytest

from app.domain.cpd_errors import CpdRefused
from app.domain.registration import Registration
from app.domain.registration_year import YearStart
from tests.workshops import PASSPHRASE

SWE, SCW = "social_work_england", "social_care_wales"
FULL = Registration(SCW, date(2024, 2, 29), YearStart(2, 29), 30.5)


def test_registrations_come_back_as_they_were_the_main_one_first(desk, workshop):
    desk.cpd.registrations.keep((FULL, Registration(SWE)))
    folder = desk.vault.folder
    desk.close()
    again = workshop.desk(workshop.unlocking.open(folder, PASSPHRASE))
    assert again.cpd.registrations.read() == (FULL, Registration(SWE))
    assert again.cpd.registrations.of(SCW) == FULL
    assert again.cpd.registrations.of("sssc") == Registration("sssc")
    again.close()


@pytest.mark.parametrize(
    ("registrations", "why"),
    [
        ((Registration(SWE), Registration(SWE, date(2020, 1, 1))), "only once"),
        ((Registration(SWE, hours=0),), "between 1 and 1,000"),
        ((Registration(SWE, hours=-1),), "between 1 and 1,000"),
        ((Registration(SWE, hours=1000.5),), "between 1 and 1,000"),
        ((Registration(SWE, hours=float("nan")),), "between 1 and 1,000"),
    ],
)
def test_what_cannot_be_kept_is_said_and_changes_nothing(desk, registrations, why):
    desk.cpd.registrations.keep((FULL,))
    with pytest.raises(CpdRefused, match=why):
        desk.cpd.registrations.keep(registrations)
    assert desk.cpd.registrations.read() == (FULL,)


GOOD = {"regulator": SWE, "since": "2020-01-01", "own_start": [9, 1], "hours": 30}
ODD = [None, True, 7, 10**400, float("nan"), float("inf"), "x", [], [None], [[]], {}, {"x": []}]


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_word_is_left_out_and_loses_no_other_registration(desk, odd):
    other = Registration(SCW, date(2020, 1, 1), YearStart(9, 1), 30.0)
    for name in GOOD:
        kept = [{**GOOD, name: odd}, odd, {**GOOD, "regulator": SCW}]
        desk.vault.set_preference("cpd_registrations", json.dumps(kept))
        read = {each.regulator: each for each in desk.cpd.registrations.read()}
        assert read[SCW] == other
        if name == "regulator":
            assert SWE not in read
        elif (name, odd) != ("hours", 7):
            assert getattr(read[SWE], name) is None, name
            assert replace(read[SWE], regulator=SCW, **{name: getattr(other, name)}) == other


@pytest.mark.parametrize("start", [[2, 30], [0, 1], [10**400, 1], [1.0, 1], ["1", 1], [1], [1] * 3])
def test_a_year_cannot_start_on_a_day_of_no_calendar(desk, start):
    desk.vault.set_preference("cpd_registrations", json.dumps([{**GOOD, "own_start": start}]))
    assert desk.cpd.registrations.of(SWE).own_start is None


@pytest.mark.parametrize("text", ["{", "7", '"x"', "[" * 100_000])
def test_what_is_no_list_is_none_and_is_never_overwritten(desk, text):
    desk.vault.set_preference("cpd_registrations", text)
    assert desk.cpd.registrations.read() == ()
    desk.cpd.registrations.keep((FULL,))
    assert desk.vault.preference("cpd_registrations/aside/1") == text
