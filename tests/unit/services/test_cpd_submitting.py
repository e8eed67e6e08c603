"""What was given to the regulator stays as it was, whatever is written or changed later."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.answer import Answer, Prose
from app.domain.cpd_errors import CpdRefused
from app.domain.cpd_piece import FieldWords
from app.domain.sharing import Sharing
from app.services.journal import Writing
from tests.cpd_scenes import FORM, SWE, TODAY, a_piece, year_of
from tests.workshops import PASSPHRASE, FixedClock, a_workshop

DAY = date(2026, 11, 20)


@pytest.fixture
def clock():
    return FixedClock(TODAY)


@pytest.fixture
def workshop(clock):
    return a_workshop(clock)


@pytest.fixture
def uid(desk):
    return a_piece(desk, peer="Look twice.")


@pytest.fixture
def submitted(desk, uid):
    return desk.cpd.submit(desk.cpd.piece(uid, SWE), DAY)


def rewrite(desk, uid, key, text, shared=Sharing.CPD):
    changed = desk.vault.get(uid).with_answer(key, Answer(Prose(text), shared))
    desk.journal.finish(Writing(changed, FORM))


def test_what_was_submitted_is_kept_with_its_day_moment_and_every_field(submitted, clock):
    kept = submitted.piece.submitted
    assert (kept.day, kept.noted_at) == (DAY, clock.moment)
    assert kept.fields == submitted.fields
    assert [each.words for each in kept.fields] == [
        "Reading",
        "Reading",
        "4 May 2026",
        "Reading: read.",
        "Reading: learnt.",
        "I ring first.",
        "Look twice.",
    ]
    assert kept.fields[4] == FieldWords("learning", "What you learnt", "Reading: learnt.")


def test_it_stays_as_it_was_when_the_reflection_changes(desk, uid, submitted):
    rewrite(desk, uid, "learning", "Something else.")
    rewrite(desk, uid, "peer", "Nothing.", Sharing.PRIVATE)
    now = desk.cpd.piece(uid, SWE)
    assert now.fields == submitted.fields
    assert (now.has_peer, now.missing) == (True, ())
    assert year_of(desk).standing.with_peer == 1


def test_it_cannot_be_changed_without_being_opened_again(desk, uid, submitted):
    for change in (
        submitted.piece.worded("learning", "Otherwise."),
        replace(submitted.piece, day=date(2026, 1, 1)),
        replace(submitted.piece, submissions=()),
        replace(submitted.piece, submissions=(), is_open_again=True),
    ):
        with pytest.raises(CpdRefused, match="Open it again to change it"):
            desk.cpd.keep(change)
    assert desk.cpd.pieces.of(uid, SWE) == submitted.piece


def test_what_a_window_still_shows_from_before_does_not_undo_it(desk, uid, clock):
    before = desk.cpd.piece(uid, SWE)
    after = desk.cpd.submit(before, DAY)
    clock.moment += timedelta(minutes=1)
    for act in (
        lambda: desk.cpd.keep(before.piece),
        lambda: desk.cpd.submit(before, DAY),
        lambda: desk.cpd.open_again(before),
    ):
        with pytest.raises(CpdRefused):
            act()
    assert desk.cpd.pieces.of(uid, SWE) == after.piece


def test_opened_again_it_is_changed_and_submitted_anew_and_the_first_stays(desk, uid, submitted):
    rewrite(desk, uid, "learning", "Seen anew.")
    again = desk.cpd.open_again(submitted)
    assert (again.piece.submitted, again.piece.is_open_again) == (None, True)
    assert again.words["learning"] == "Seen anew."
    worded = desk.cpd.keep(again.piece.worded("title", "A better title"))
    second = desk.cpd.submit(worded, DAY + timedelta(days=1)).piece
    assert second.submissions[0] == submitted.piece.submitted
    assert second.submitted.day == date(2026, 11, 21)
    said = {each.key: each.words for each in second.submitted.fields}
    assert (said["title"], said["learning"]) == ("A better title", "Seen anew.")
    assert (len(second.submissions), second.is_open_again) == (2, False)


def test_what_was_never_submitted_is_not_open_again(desk, uid):
    assert not desk.cpd.open_again(desk.cpd.piece(uid, SWE)).piece.is_open_again


def test_submitted_in_the_future_is_refused(desk, uid):
    with pytest.raises(CpdRefused, match="still to come"):
        desk.cpd.submit(desk.cpd.piece(uid, SWE), TODAY.date() + timedelta(days=1))
    assert desk.cpd.pieces.of(uid, SWE).submissions == ()


def test_it_is_there_when_the_journal_is_opened_again(desk, uid, submitted, workshop):
    folder = desk.vault.folder
    desk.close()
    again = workshop.desk(workshop.unlocking.open(folder, PASSPHRASE))
    assert again.cpd.piece(uid, SWE) == submitted
    again.close()


def test_submitting_to_one_regulator_leaves_the_other_open(desk, uid, submitted):
    desk.cpd.make(uid, "niscc")
    rewrite(desk, uid, "learning", "Seen anew.")
    assert desk.cpd.piece(uid, "niscc").words["learning"] == "Seen anew."
    assert desk.cpd.piece(uid, SWE).fields == submitted.fields


def test_a_submitted_piece_counts_in_its_year_when_the_year_is_over(desk, uid, submitted, clock):
    clock.moment = datetime(2027, 6, 1, tzinfo=UTC)
    (piece,) = year_of(desk, DAY).standing.pieces
    assert piece == submitted
