"""A piece whose reflection does not read, or is a draft again, hides no other one of its year."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.cpd_year import PieceTrouble
from app.domain.errors import NotAsSaved
from app.domain.registration import Registration
from app.summary.cpd_fields import NOT_READ
from app.summary.cpd_words import trouble_words
from tests.cpd_scenes import SWE, TODAY, a_piece, year_of
from tests.workshops import FixedClock, a_workshop


@pytest.fixture
def workshop():
    return a_workshop(FixedClock(TODAY))


def damage(desk, uid):
    """Put another title in the file than was saved, as an older page of it would."""
    statement = "UPDATE reflection SET title = 'Older' WHERE uid = ?"
    database = desk.vault._database
    database.write(lambda: database.run(statement, (uid,)))
    with pytest.raises(NotAsSaved):
        desk.vault.get(uid)


def pieces_of(desk):
    return {each.piece.reflection_id: each for each in year_of(desk).standing.pieces}


def test_one_that_does_not_read_is_shown_as_such_beside_the_others(desk):
    whole, damaged = a_piece(desk, "Reading"), a_piece(desk, "Shadowing", peer="Look twice.")
    damage(desk, damaged)
    pieces = pieces_of(desk)
    assert pieces[whole].is_ready
    assert (pieces[whole].trouble, trouble_words(pieces[whole])) == (None, "")
    broken = pieces[damaged]
    assert (broken.title, broken.trouble) == (NOT_READ, PieceTrouble.NOT_AS_SAVED)
    assert "have the journal checked" in trouble_words(broken)
    assert not broken.is_ready
    assert year_of(desk).standing.with_peer == 0


def test_what_was_submitted_of_it_still_counts(desk):
    uid = a_piece(desk, "Shadowing", peer="Look twice.")
    desk.cpd.submit(desk.cpd.piece(uid, SWE), date(2026, 11, 20))
    damage(desk, uid)
    broken = pieces_of(desk)[uid]
    assert broken.is_ready
    assert broken.words["learning"] == "Shadowing: learnt."
    assert (broken.has_peer, broken.says_impact) == (True, True)
    with pytest.raises(NotAsSaved):
        desk.cpd.opened(uid, SWE)


def test_one_that_is_a_draft_again_waits_unless_it_was_submitted(desk):
    uid = a_piece(desk)
    desk.vault.put(replace(desk.vault.get(uid), completed_at=None))
    piece = pieces_of(desk)[uid]
    assert (piece.trouble, piece.is_ready) == (PieceTrouble.DRAFT_AGAIN, False)
    assert "finish the reflection" in trouble_words(piece)
    desk.cpd.submit(piece, date(2026, 11, 20))
    piece = pieces_of(desk)[uid]
    assert (piece.trouble, piece.is_ready) == (None, True)


def test_looking_at_a_year_to_come_keeps_no_rules_for_it(desk):
    desk.cpd.registrations.keep((Registration(SWE),))
    year_of(desk, date(2029, 5, 4))
    assert desk.vault.preferences_beginning("cpd_rules/") == ()
    year_of(desk)
    ((name, _),) = desk.vault.preferences_beginning("cpd_rules/")
    assert name.endswith("/2026-11-30")
