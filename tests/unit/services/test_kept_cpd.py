"""What the journal keeps of pieces and rules: hostile text loses nothing else, past years stay."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from app.domain.cpd_year import Lack
from app.domain.errors import NotSaved
from app.domain.regulator import Regulator
from app.services.cpd_pieces import KeptPieces, KeptRules
from app.services.registrations import KeptRegistrations
from tests.cpd_scenes import SWE, TODAY, a_piece, shipped_frameworks, shipped_regulators, year_of
from tests.workshops import FixedClock, a_workshop

NEXT_YEAR = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
HOSTILE = ["{", "7", "null", "[]", '"x"', "NaN", "[" * 100_000, '{"a":' * 50_000, "\x00"]
HOSTILE += [f'{{"{SWE}": {each}}}' for each in ("null", "7", "[]", "{}", "NaN", "[[[]]]", '"x"')]
HOSTILE += [f'{{"{SWE}": {{"day": {day}, "made_at": 7}}}}' for day in ("1e999", '"2026-02-30"')]


@dataclass
class Shelf:
    """A shelf with one regulator, whose rules a test may change."""

    regulator: Regulator

    def regulators(self):
        return (self.regulator,)

    def frameworks(self):
        return tuple(shipped_frameworks().values())

    def problems(self):
        return ()


@pytest.fixture
def clock():
    return FixedClock(TODAY)


@pytest.fixture
def workshop(clock):
    return a_workshop(clock)


@pytest.fixture
def shelf(desk):
    """The shelf of the open journal, with the rules of Social Work England as they are now."""
    shelf = Shelf(shipped_regulators()[SWE])
    desk.cpd = replace(desk.cpd, shelf=shelf)
    return shelf


def change(shelf, **rules):
    swe = shelf.regulator
    shelf.regulator = replace(swe, rules=(replace(swe.rules[0], **rules),))


def asked(desk, day=None):
    return year_of(desk, day).standing.rules.pieces


def test_a_past_year_keeps_its_rules_and_this_one_follows_the_files(desk, shelf, clock):
    a_piece(desk, "Reading")
    a_piece(desk, "Talk", peer="Look twice.")
    assert year_of(desk).standing.is_ready
    change(shelf, pieces=3)
    assert asked(desk) == 3
    assert year_of(desk).standing.lacks == (Lack.PIECES,)
    change(shelf, pieces=2)
    assert asked(desk) == 2
    clock.moment = NEXT_YEAR
    change(shelf, pieces=4, with_peer=4)
    past = year_of(desk, TODAY.date()).standing
    assert (past.rules.pieces, past.rules.with_peer, past.is_ready) == (2, 1, True)
    assert asked(desk) == 4


def test_the_fields_of_a_piece_of_a_past_year_stay_too(desk, shelf, clock):
    uid = a_piece(desk)
    before = year_of(desk).standing.pieces[0].fields
    clock.moment = NEXT_YEAR
    change(shelf, fields=shelf.regulator.rules[0].fields[:2])
    assert desk.cpd.piece(uid, SWE).fields == before
    assert len(year_of(desk).standing.rules.fields) == 2


def test_the_rules_are_those_of_the_last_day_of_the_year(desk, shelf, clock):
    assert asked(desk) == 2
    clock.moment = datetime(2026, 11, 30, 12, tzinfo=UTC)
    change(shelf, pieces=5)
    assert asked(desk) == 5
    change(shelf, pieces=6)
    clock.moment = datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert asked(desk, date(2026, 11, 30)) == 5


def test_a_past_year_at_which_nobody_looked_goes_by_the_files(desk, shelf):
    change(shelf, pieces=3)
    assert asked(desk, date(2024, 5, 4)) == 3
    assert desk.vault.preference(f"cpd_rules/{SWE}/2024-11-30") is None


def test_kept_rules_that_do_not_read_give_way_to_the_files(desk, shelf):
    for kept in ("", *HOSTILE):
        for year in (2024, 2026):
            desk.vault.set_preference(f"cpd_rules/{SWE}/{year}-11-30", kept)
            assert asked(desk, date(year, 5, 4)) == 2


def test_each_regulator_and_year_keeps_its_own_rules(desk):
    for regulator in (SWE, "sssc"):
        year_of(desk, regulator=regulator)
    names = [name for name, _ in desk.vault.preferences_beginning("cpd_rules/")]
    assert names == [f"cpd_rules/{SWE}/2026-11-30", "cpd_rules/sssc/2026-12-31"]


def test_a_journal_that_takes_no_writes_shows_its_year_all_the_same(desk):
    class ReadOnly:
        def preference(self, name):
            return desk.vault.preference(name)

        def set_preference(self, name, value):
            raise NotSaved("The disk takes no writes.")

    swe = desk.cpd.regulator(SWE)
    year = desk.cpd.registrations.of(SWE).year_on(swe, TODAY.date())
    assert KeptRules(ReadOnly()).of(swe, year, TODAY.date()) == swe.rules[0]


@pytest.mark.parametrize("kept", HOSTILE)
def test_hostile_text_in_place_of_a_piece_loses_no_other_piece(desk, kept):
    hostile, good = a_piece(desk, "Hostile"), a_piece(desk, "Good", peer="Look twice.")
    before = desk.cpd.pieces.of(good, SWE)
    desk.vault.set_preference(f"cpd_piece/{hostile}", kept)
    assert desk.cpd.pieces.of(hostile, SWE) is None
    assert desk.cpd.pieces.all() == (before,)
    assert [each.title for each in year_of(desk).standing.pieces] == ["Good"]
    desk.cpd.pieces.remove(hostile, "niscc")
    desk.cpd.make(hostile, SWE)
    assert desk.cpd.pieces.of(good, SWE) == before
    assert len(desk.cpd.pieces.all()) == 2


def test_an_odd_piece_for_one_regulator_leaves_that_for_another(desk):
    uid = a_piece(desk)
    name = f"cpd_piece/{uid}"
    good = json.loads(desk.vault.preference(name))[SWE]
    desk.vault.set_preference(name, json.dumps({SWE: good, "later": {"day": 7}, "niscc": None}))
    assert [each.regulator for each in desk.cpd.pieces.all()] == [SWE]
    desk.cpd.make(uid, "sssc")
    kept = json.loads(desk.vault.preference(name))
    assert (kept[SWE], kept["later"], kept["niscc"]) == (good, {"day": 7}, None)
    desk.cpd.pieces.remove(uid, SWE)
    assert json.loads(desk.vault.preference(name)).keys() == {"later", "niscc", "sssc"}


def test_the_last_piece_of_a_reflection_leaves_nothing_behind(desk):
    uid = a_piece(desk)
    desk.cpd.pieces.remove(uid, SWE)
    assert desk.vault.preference(f"cpd_piece/{uid}") == ""
    assert desk.cpd.pieces.all() == ()


@pytest.mark.parametrize("name", ["cpd_pieces", "cpd_piece", "CPD_PIECE/x", "cpd_piecf/x"])
def test_only_what_stands_under_the_name_of_pieces_is_read_as_one(desk, name):
    uid = a_piece(desk)
    desk.vault.set_preference(name, desk.vault.preference(f"cpd_piece/{uid}"))
    assert [each.reflection_id for each in KeptPieces(desk.vault).all()] == [uid]


def test_hostile_pieces_and_registrations_break_no_year(desk):
    uid = a_piece(desk, peer="Look twice.")
    name = f"cpd_piece/{uid}"
    plain = json.loads(desk.vault.preference(name))[SWE]
    odd = {"wording": {"title": "\ud800"}, "hours": 10**400, "tags": [None], "kinds": {}}
    odd |= {"peer": {"role": 7, "day": "9999-12-31"}, "submissions": [{"day": 7}, None]}
    desk.vault.set_preference(name, json.dumps({SWE: {**plain, **odd}}))
    desk.vault.set_preference(
        "cpd_registrations",
        json.dumps([None, {"regulator": SWE, "since": 7, "own_start": [9] * 9}]),
    )
    assert KeptRegistrations(desk.vault).of(SWE).since is None
    (standing,) = year_of(desk).standing.pieces
    assert (standing.has_peer, standing.piece.hours) == (False, None)
    desk.cpd.submit(standing, TODAY.date())
    assert desk.cpd.piece(uid, SWE).piece.submitted


@pytest.mark.parametrize("kept", ["{", "[1]", f'{{"{SWE}": {{"day": "2031-99-99"}}}}'])
def test_what_does_not_read_stays_beside_a_piece_that_is_made_anew(desk, kept):
    uid = a_piece(desk)
    desk.vault.set_preference(f"cpd_piece/{uid}", kept)
    piece = desk.cpd.make(uid, SWE)
    assert desk.cpd.pieces.of(uid, SWE) == piece
    stored = json.loads(desk.vault.preference(f"cpd_piece/{uid}"))
    unread = stored["unread"]
    assert unread == (kept if isinstance(unread, str) else json.loads(kept)[SWE])
    assert [each.reflection_id for each in desk.cpd.pieces.all()] == [uid]
    desk.cpd.pieces.remove(uid, SWE)
    assert json.loads(desk.vault.preference(f"cpd_piece/{uid}")) == {"unread": unread}
