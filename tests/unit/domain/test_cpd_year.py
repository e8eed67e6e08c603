"""How a year stands against the rules of Social Work England, and against invented ones."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.cpd_piece import CpdPiece, FieldWords
from app.domain.cpd_year import Lack, PieceStanding, YearStanding
from app.domain.registration_year import YearStart, year_from
from tests.cpd_scenes import SWE, shipped_regulators

YEAR = year_from(2025, YearStart(12, 1))
RULES = shipped_regulators()[SWE].rules[0]
MADE = datetime(2026, 5, 4, tzinfo=UTC)


def a_standing(activity="A walk.", learning="To wait.", impact="I wait.", **more):
    """Give a piece that is ready and says what changed, but was talked over with nobody."""
    said = {"activity": activity, "learning": learning, "impact": impact}
    said |= {"title": more.pop("title", "Any"), "kind": "Reading", "date": "4 May 2026"}
    said["peer"] = more.pop("peer", "")
    fields = tuple(FieldWords(each.key, each.label, said[each.key]) for each in RULES.fields)
    missing = tuple(
        each.label for each in RULES.fields if each.is_required and not said[each.key].strip()
    )
    piece = CpdPiece("a" * 32, SWE, date(2026, 5, 4), MADE, hours=more.pop("hours", None))
    usual = {"has_peer": bool(said["peer"]), "says_impact": bool(impact.strip())}
    usual |= {"peer_is_outside": False, "tags": frozenset(), "is_suggested": True, **more}
    return PieceStanding(piece, said["title"], "A form", fields, missing, **usual)


def standing_of(*pieces, rules=RULES):
    return YearStanding(YEAR, rules, pieces)


FIRST = a_standing()
WITH_PEER = a_standing("A book.", "To ask.", "I ask.", peer="Look twice.")


def test_two_different_pieces_with_a_peer_and_an_impact_are_what_is_asked_for():
    standing = standing_of(FIRST, WITH_PEER)
    assert (standing.lacks, standing.is_ready) == ((), True)
    assert (standing.different, standing.with_peer, standing.with_impact) == (2, 1, 2)


def test_an_empty_year_lacks_pieces_peer_and_impact():
    assert standing_of().lacks == (Lack.PIECES, Lack.PEER, Lack.IMPACT)
    assert not standing_of().is_ready


def test_one_piece_is_not_enough():
    assert standing_of(WITH_PEER).lacks == (Lack.PIECES,)


def test_without_a_peer_two_pieces_are_not_enough():
    standing = standing_of(FIRST, a_standing("A book."))
    assert standing.lacks == (Lack.PEER,)


def test_a_piece_with_an_empty_required_field_does_not_count_nor_does_its_peer():
    begun = a_standing("A book.", " \n ", peer="Look twice.")
    standing = standing_of(FIRST, begun)
    assert begun.missing == ("What you learnt",)
    assert standing.lacks == (Lack.PIECES, Lack.PEER)
    assert standing.ready == (FIRST,)


def test_impact_counts_where_the_rules_ask_for_it_and_a_piece_may_do_without():
    fields = tuple(replace(each, is_required=False) for each in RULES.fields)
    rules = replace(RULES, fields=fields, with_peer=0)
    silent = replace(a_standing("A film.", impact=""), missing=())
    other = replace(a_standing("A talk.", impact=""), missing=())
    assert standing_of(silent, other, rules=rules).lacks == (Lack.IMPACT,)
    assert standing_of(silent, FIRST, rules=rules).lacks == ()


@pytest.mark.parametrize(
    "said",
    [
        ("A walk.", "To wait.", "I wait."),
        ("a WALK", "TO WAIT!", "i wait"),
        ("  A\n\twalk …", "To  wait", "“I wait.”"),
        ("A-walk_", "To wait?", "I—wait"),
        ("A wa'lk", "To wait", "I wait"),
        ("A w\N{COMBINING ACUTE ACCENT}alk", "To wait", "I wait"),
    ],
)
def test_a_piece_that_differs_only_in_capitals_spaces_and_marks_is_no_second_one(said):
    twin = a_standing(*said, title="Quite another title", peer="Look twice.")
    standing = standing_of(FIRST, twin)
    assert standing.lacks == (Lack.DIFFERENT,)
    assert (standing.different, standing.twins) == (1, (twin,))


@pytest.mark.parametrize("at", range(3))
def test_one_other_word_in_one_field_makes_another_piece(at):
    said = ["A walk.", "To wait.", "I wait."]
    said[at] += " Twice"
    assert standing_of(WITH_PEER, FIRST, a_standing(*said)).different == 3


def test_words_that_moved_to_another_field_are_another_piece():
    assert standing_of(a_standing("A b", "c"), a_standing("A", "b c")).different == 2


def test_a_letter_with_an_accent_is_the_same_however_it_is_put_together():
    composed, decomposed = (
        "Caf\N{LATIN SMALL LETTER E WITH ACUTE}",
        "Cafe\N{COMBINING ACUTE ACCENT}",
    )
    assert standing_of(a_standing(composed), a_standing(decomposed)).different == 1


def test_words_in_other_writing_differ():
    assert standing_of(a_standing("Прогулка"), a_standing("Книга")).different == 2


def test_of_three_pieces_two_may_be_alike():
    standing = standing_of(FIRST, a_standing("a walk"), WITH_PEER)
    assert standing.lacks == ()
    assert len(standing.twins) == 1


def test_alike_pieces_count_where_the_rules_do_not_mind():
    rules = replace(RULES, must_differ=False, with_peer=0)
    assert standing_of(FIRST, FIRST, rules=rules).lacks == ()


def test_hours_are_lacking_only_where_the_regulator_asks_for_them():
    rules = replace(RULES, hours=10.0, pieces=0, with_peer=0, with_impact=0)
    some = [a_standing(hours=each) for each in (4.5, None, 5.0)]
    assert standing_of(*some, rules=rules).lacks == (Lack.HOURS,)
    assert standing_of(*some, a_standing(hours=0.5), rules=rules).lacks == ()
    own_target = replace(standing_of(FIRST, WITH_PEER), hours_wanted=30.0)
    assert own_target.lacks == ()


def test_tags_are_counted_over_all_pieces_of_the_year():
    touching = replace(FIRST, tags=frozenset({"f/1", "f/2"}))
    begun = replace(a_standing("", tags=frozenset({"f/1"})))
    standing = standing_of(touching, begun)
    assert standing.touched(["f/1", "f/2", "f/3"]) == {"f/1": 2, "f/2": 1, "f/3": 0}


def test_a_suggested_tag_changes_nothing_about_the_rules():
    tagged = replace(FIRST, tags=frozenset({"swe_standard_4/4.1"}))
    assert standing_of(tagged).lacks == standing_of(FIRST).lacks
    assert standing_of(FIRST).days_left(date(2026, 11, 22)) == 8
