"""Pieces, registrations and the rules of past years go out into an open copy and come back."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.cpd_piece import PeerReflection
from app.domain.registration import Registration
from app.domain.registration_year import YearStart
from tests.cpd_scenes import IN_YEAR, SWE, TODAY, a_piece, year_of
from tests.open_copy_scenes import an_empty_desk, copies_of, everything_in
from tests.workshops import PASSPHRASE, FixedClock, a_workshop

REGISTRATIONS = (
    Registration(SWE, date(2020, 12, 1)),
    Registration("sssc", date(2024, 2, 29), YearStart(9, 1), 30.0),
)


@pytest.fixture
def workshop():
    return a_workshop(FixedClock(TODAY))


@pytest.fixture
def desk(tmp_path, workshop):
    desk = an_empty_desk(tmp_path / "one", workshop)
    desk.cpd.registrations.keep(REGISTRATIONS)
    uid = a_piece(desk, peer="Look twice.")
    piece = desk.cpd.pieces.of(uid, SWE).worded("title", "“Mine”\n\N{HERB} = 1")
    piece = replace(piece, peer=PeerReflection("my manager", IN_YEAR), hours=1.5)
    standing = desk.cpd.keep(replace(piece, tags=frozenset({"swe_standard_4/4.1"})))
    desk.cpd.open_again(desk.cpd.submit(standing, date(2026, 11, 20)))
    desk.cpd.make(uid, "sssc")
    a_piece(desk, "Talk")
    year_of(desk)
    yield desk
    desk.close()


def test_everything_of_the_registration_year_comes_back(desk, tmp_path, workshop):
    copies_of(desk).write(tmp_path / "copy")
    again = an_empty_desk(tmp_path / "two", workshop)
    copies_of(again).read_in(tmp_path / "copy")
    again.close()
    again = workshop.desk(workshop.unlocking.open(tmp_path / "two", PASSPHRASE))
    assert again.cpd.registrations.read() == REGISTRATIONS
    assert again.cpd.pieces.all() == desk.cpd.pieces.all()
    assert len(again.cpd.pieces.all()) == 3
    kept = again.vault.preferences_beginning("cpd_rules/")
    assert kept == desk.vault.preferences_beginning("cpd_rules/") != ()
    assert year_of(again).standing == year_of(desk).standing
    copies_of(again).write(tmp_path / "second")
    again.close()
    assert everything_in(tmp_path / "copy") == everything_in(tmp_path / "second")
