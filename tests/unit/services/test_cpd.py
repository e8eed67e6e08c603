"""The registration year of a real journal, by the rules of Social Work England and by others."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.answer import Answer, Prose
from app.domain.cpd_errors import CpdRefused
from app.domain.cpd_piece import PeerReflection
from app.domain.cpd_year import Lack
from app.domain.errors import NoSuchReflection
from app.domain.registration import Registration
from app.domain.sharing import Sharing
from app.services.journal import Writing
from tests.cpd_scenes import FORM, IN_YEAR, SWE, TODAY, a_piece, write, year_of
from tests.workshops import FixedClock, a_workshop

LAST_YEAR = date(2025, 5, 4)


@pytest.fixture
def clock():
    return FixedClock(TODAY)


@pytest.fixture
def workshop(clock):
    return a_workshop(clock)


def lacks(desk, day=None, regulator=SWE):
    return year_of(desk, day, regulator).standing.lacks


def fields_of(desk, uid, regulator=SWE):
    return desk.cpd.piece(uid, regulator).words


def test_two_pieces_one_with_a_peer_make_the_year(desk):
    a_piece(desk, "Reading")
    assert lacks(desk) == (Lack.PIECES, Lack.PEER)
    a_piece(desk, "Shadowing", peer="Look twice.")
    view = year_of(desk)
    assert view.standing.is_ready
    assert (view.regulator.id, view.framework.id, view.today) == (
        SWE,
        "swe_standard_4",
        TODAY.date(),
    )


def test_two_pieces_of_the_same_words_are_one(desk):
    for title, words in (("Reading", "A book. To wait."), ("Again", "a BOOK\n\nto wait")):
        a_piece(desk, title, activity=words, learning=words, peer="Look twice.")
    assert lacks(desk) == (Lack.DIFFERENT,)


def test_a_peer_in_another_year_does_not_count_in_this_one(desk):
    a_piece(desk, "Reading")
    a_piece(desk, "Shadowing")
    a_piece(desk, "Talk", day=LAST_YEAR, peer="Look twice.")
    assert lacks(desk) == (Lack.PEER,)
    assert lacks(desk, LAST_YEAR) == (Lack.PIECES,)


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2025, 11, 30), False),
        (date(2025, 12, 1), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
        (None, True),
    ],
)
def test_a_peer_counts_when_it_was_talked_over_within_the_year(desk, day, counts):
    uid = a_piece(desk, peer="Look twice.")
    piece = desk.cpd.pieces.of(uid, SWE)
    standing = desk.cpd.keep(replace(piece, peer=PeerReflection("my manager", day)))
    assert (standing.has_peer, standing.peer_is_outside) == (counts, not counts)
    assert year_of(desk).standing.with_peer == counts


def test_a_peer_of_whom_nothing_was_learnt_does_not_count(desk):
    uid = a_piece(desk)
    piece = desk.cpd.pieces.of(uid, SWE)
    standing = desk.cpd.keep(replace(piece, peer=PeerReflection("my manager", IN_YEAR)))
    assert (standing.has_peer, standing.words["peer"]) == (False, "")


def test_the_peer_is_named_by_role_and_day_before_what_was_learnt(desk):
    uid = a_piece(desk, peer="Look twice.")
    piece = desk.cpd.pieces.of(uid, SWE)
    standing = desk.cpd.keep(replace(piece, peer=PeerReflection(" my manager ", IN_YEAR)))
    assert standing.words["peer"] == "my manager, 4 May 2026. Look twice."


def test_a_piece_moves_to_another_year_with_its_day(desk):
    uid = a_piece(desk, peer="Look twice.")
    assert len(year_of(desk).standing.pieces) == 1
    desk.cpd.keep(replace(desk.cpd.pieces.of(uid, SWE), day=LAST_YEAR))
    assert year_of(desk).standing.pieces == ()
    moved = year_of(desk, LAST_YEAR)
    assert [each.piece.reflection_id for each in moved.standing.pieces] == [uid]
    assert [year.name for year in year_of(desk).years] == ["2025–26", "2024–25"]
    assert desk.vault.get(uid).event_date == IN_YEAR


@pytest.mark.parametrize("shared", [Sharing.PRIVATE, Sharing.SUPERVISION])
def test_what_is_not_marked_for_cpd_never_gets_into_a_field(desk, shared):
    uid = write(desk, shared=shared, impact="Not for the regulator.", peer="Nor this.")
    assert year_of(desk).near == ()
    desk.cpd.make(uid, SWE)
    said = fields_of(desk, uid)
    assert [said[key] for key in ("activity", "learning", "impact", "peer")] == [""] * 4
    assert not any(word in str(said) for word in ("regulator", "Nor this", "learnt", "read."))
    standing = desk.cpd.piece(uid, SWE)
    assert (standing.says_impact, standing.has_peer, standing.tags) == (False, False, frozenset())


def test_only_marked_answers_of_a_reflection_stand_in_its_fields(desk):
    uid = write(desk, shared=Sharing.SUPERVISION | Sharing.CPD, learning="")
    kept = desk.vault.get(uid)
    secret = kept.with_answer("learning", Answer(Prose("A research secret."), Sharing.SUPERVISION))
    desk.journal.finish(Writing(secret, FORM))
    desk.cpd.make(uid, SWE)
    assert fields_of(desk, uid)["activity"] == "Reading: read."
    assert fields_of(desk, uid)["learning"] == ""
    assert desk.cpd.piece(uid, SWE).tags == frozenset()


def test_an_answer_that_is_no_more_marked_leaves_the_field(desk):
    uid = a_piece(desk)
    kept = desk.vault.get(uid)
    hidden = kept.with_answer("impact", Answer(Prose("I ring first."), Sharing.PRIVATE))
    desk.journal.finish(Writing(hidden, FORM))
    assert fields_of(desk, uid)["impact"] == ""
    assert desk.cpd.piece(uid, SWE).missing == ("The positive impact it has had, or will have",)


def test_words_for_cpd_alone_stand_in_place_of_the_answer_and_go_again(desk):
    uid = a_piece(desk)
    piece = desk.cpd.pieces.of(uid, SWE)
    worded = desk.cpd.keep(piece.worded("learning", "For CPD alone."))
    assert worded.words["learning"] == "For CPD alone."
    assert desk.vault.get(uid).answers["learning"].value == Prose("Reading: learnt.")
    again = desk.cpd.keep(worded.piece.worded("learning", None))
    assert again.words["learning"] == "Reading: learnt."


def test_a_piece_in_the_bin_is_not_counted_and_comes_back_as_it_was(desk):
    uid = a_piece(desk, peer="Look twice.")
    before = year_of(desk).standing
    desk.retention.move_to_bin(uid)
    assert year_of(desk).standing.pieces == ()
    assert year_of(desk).near == ()
    with pytest.raises(NoSuchReflection):
        desk.cpd.piece(uid, SWE)
    desk.retention.bring_back_from_bin(uid)
    assert year_of(desk).standing == before


def test_what_is_emptied_for_good_takes_its_piece_with_it_and_no_other(desk):
    gone, stays = a_piece(desk, "Gone"), a_piece(desk, "Stays")
    standing = desk.cpd.submit(desk.cpd.piece(gone, SWE), TODAY.date())
    assert standing.piece.submitted
    desk.retention.move_to_bin(gone)
    desk.retention.empty_bin((gone,))
    assert [each.reflection_id for each in desk.cpd.pieces.all()] == [stays]
    assert dict(desk.vault.preferences_beginning("cpd_piece/")).keys() == {f"cpd_piece/{stays}"}


def test_a_draft_is_refused_and_one_that_is_not_there(desk):
    uid = write(desk, is_complete=False)
    with pytest.raises(CpdRefused, match="Finish the reflection first"):
        desk.cpd.make(uid, SWE)
    with pytest.raises(NoSuchReflection):
        desk.cpd.make("0" * 32, SWE)
    assert desk.cpd.pieces.all() == ()
    assert year_of(desk).near == ()


def test_a_piece_that_is_made_again_stays_as_it_is(desk):
    uid = a_piece(desk)
    kept = desk.cpd.keep(desk.cpd.pieces.of(uid, SWE).worded("title", "My own")).piece
    assert desk.cpd.make(uid, SWE) == kept


def test_what_is_no_piece_is_told_by_the_regulators_name(desk):
    uid = write(desk)
    with pytest.raises(CpdRefused, match="no piece for Social Work England"):
        desk.cpd.piece(uid, SWE)
    desk.cpd.make(uid, SWE)
    desk.cpd.pieces.remove(uid, SWE)
    with pytest.raises(CpdRefused):
        desk.cpd.piece(uid, SWE)
    assert desk.vault.get(uid).is_complete


def test_two_registrations_have_pieces_of_their_own(desk):
    desk.cpd.registrations.keep((Registration(SWE), Registration("social_care_wales")))
    uid = a_piece(desk)
    assert year_of(desk, regulator="social_care_wales").standing.pieces == ()
    desk.cpd.make(uid, "scw")
    welsh = desk.cpd.piece(uid, "social_care_wales")
    assert [each.key for each in welsh.fields] == [
        "title",
        "date",
        "hours",
        "contribution",
        "impact",
    ]
    assert welsh.words["contribution"] == "Reading: learnt."
    desk.cpd.pieces.remove(uid, "social_care_wales")
    assert desk.cpd.piece(uid, SWE).words["learning"] == "Reading: learnt."


def test_a_registration_that_starts_mid_year_counts_from_its_first_day(desk):
    desk.cpd.registrations.keep((Registration(SWE, date(2026, 6, 1)),))
    a_piece(desk, "Before", day=date(2026, 5, 31), peer="Look twice.")
    a_piece(desk, "After", day=date(2026, 6, 1))
    view = year_of(desk)
    assert view.standing.year.first == date(2026, 6, 1)
    assert [each.title for each in view.standing.pieces] == ["After"]


def test_a_target_of_ones_own_is_shown_and_is_no_rule(desk):
    desk.cpd.registrations.keep((Registration("niscc", hours=30.0),))
    uid = write(desk)
    piece = desk.cpd.make(uid, "niscc")
    desk.cpd.keep(replace(piece, hours=2.5))
    standing = year_of(desk, regulator="niscc").standing
    assert (standing.hours, standing.hours_wanted, standing.lacks) == (2.5, 30.0, ())


def test_a_finished_reflection_of_the_year_is_offered_with_the_parts_it_would_bring(desk):
    a_piece(desk, "Reading", learning="What research says.")
    write(desk, "Nearly", impact="Research in a team meeting.", peer="Feedback.")
    write(desk, "Less near", learning="")
    write(desk, "Last year", day=LAST_YEAR)
    near = year_of(desk).near
    assert [each.standing.title for each in near] == ["Nearly", "Less near"]
    assert near[0].new_tags == {"swe_standard_4/4.1", "swe_standard_4/4.5"}


def test_a_suggestion_ends_with_the_persons_own_choice_of_tags(desk):
    uid = a_piece(desk, learning="What research says.")
    suggested = desk.cpd.piece(uid, SWE)
    assert (suggested.tags, suggested.is_suggested) == ({"swe_standard_4/4.3"}, True)
    chosen = desk.cpd.keep(replace(suggested.piece, tags=frozenset()))
    assert (chosen.tags, chosen.is_suggested) == (frozenset(), False)


def test_a_word_in_the_middle_of_another_suggests_nothing(desk):
    uid = a_piece(desk, learning="A flaw in a particle of my story, unbiased.")
    assert desk.cpd.piece(uid, SWE).tags == frozenset()


def test_an_unknown_regulator_is_told_with_those_there_are(desk):
    with pytest.raises(CpdRefused, match="Known are: swe, scw, sssc, niscc, own"):
        desk.cpd.regulator("gmc")
    assert desk.cpd.regulator("swe") is desk.cpd.regulator(SWE)


def test_frameworks_in_force_are_those_of_the_year(desk):
    def ids(day):
        year = Registration(SWE).year_on(desk.cpd.regulator(SWE), day)
        return {each.id for each in desk.cpd.frameworks(year)}

    both = {"kss_practitioner", "early_career_standards"}
    assert ids(date(2026, 5, 4)) & both == {"kss_practitioner"}
    assert ids(date(2027, 5, 4)) & both == both
    assert ids(date(2028, 5, 4)) & both == {"early_career_standards"}


def test_an_event_long_before_the_calendar_begins_breaks_no_year(desk):
    uid = write(desk, day=date.min)
    desk.cpd.make(uid, SWE)
    assert desk.cpd.piece(uid, SWE).piece.day == date.min
    assert len(year_of(desk).years) == 2


def test_what_was_begun_without_a_day_has_the_day_of_writing_and_none_is_to_come(desk, clock):
    clock.moment = datetime(2026, 5, 4, 9, tzinfo=UTC)
    assert desk.cpd.make(write(desk, day=None), SWE).day == date(2026, 5, 4)
    assert desk.cpd.make(write(desk, day=date(2027, 1, 1)), SWE).day == date(2026, 5, 4)
