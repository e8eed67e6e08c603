"""Copied words are looked at part by part, and joined they are what was copied."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.identifier import KeptPerson
from app.domain.identifier_decision import Verdict
from app.services.copied_words import Looking, guarded_words, looked_on, part_end

WORDS = "Kayleigh Boothroyd lives at 14 Quarry Street, LS11 8QX.\n" * 400


def looked_through(desk, words, of=""):
    looking = looked_on(desk.release_check, Looking(words, "What you copied", of))
    while looking.rest:
        looking = looked_on(desk.release_check, looking)
    assert "".join(each.words for each in looking.texts) == looking.words == words
    return looking


def guarded(desk, words, of=""):
    looking = looked_through(desk, words, of)
    return guarded_words(looking.texts, looking.checked)


@given(st.text(alphabet="ab \n", min_size=1, max_size=40).map(lambda each: each * 1_000))
def test_no_part_is_empty_and_none_is_longer_than_it_must_be(words):
    # What has no space at all stays in one part.
    longest = max(len(each) for each in re.findall(r"\S+\s?", words) or [""])
    while words:
        end = part_end(words, lambda _: True)
        assert 0 < end <= 8_000 + longest
        words = words[end:]


def test_what_can_be_cut_nowhere_is_one_part():
    words = "a b\n" * 5_000
    assert part_end(words, lambda _: False) == len(words)
    assert part_end(words, lambda cut: cut > 8_010) == 8_012


def test_no_name_is_cut_where_lines_end(desk):
    assert len(looked_through(desk, WORDS).texts) > 2
    left = guarded(desk, WORDS)
    for name in ("Kayleigh", "Boothroyd", "Quarry", "LS11"):
        assert name not in left


def test_names_of_the_key_give_way_to_their_labels_and_the_rest_to_what_is_suggested(desk):
    desk.people_key.keep((KeptPerson("Child A", ("Kayleigh Boothroyd",)),))
    looking = looked_through(desk, "Kayleigh’s mum rang from LS11 8QX.")
    checked = looking.checked
    assert guarded_words(looking.texts, checked) == "Child A’s mum rang from the area."
    assert len(checked.undecided) == 1
    assert checked.count(Verdict.REPLACED) == 1
    # As it leaves, what is undecided is not exchanged: that is for her to decide.
    assert checked.words_of(looking.texts[0]) == "Child A’s mum rang from LS11 8QX."


@pytest.mark.parametrize("before", range(7_960, 8_004, 4))
def test_a_number_or_name_at_the_end_of_a_part_does_not_slip_through(desk, before):
    for told in ("943 476 5919", "Brenda Ashcombe", "3 April 2015", "LS11 8QX"):
        words = ("word " * (before // 5 + 1))[:before] + f" nhs {told} and so on"
        left = guarded(desk, words)
        assert not any(part in left for part in told.split()[:2]), told


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("born 3 April\n2015 here", ("3 April",)),
        ("met Kayleigh\nBrennan here", ("Child A\nChild A",)),
        ("lives at 14\nSlade Lane now", ("14", "Slade", "A person")),
        ("we met bo li and so on", (" li ", " bo ")),
        ("we saw Mr. Bennett said it again", ("Bennett", "Mr. A")),
    ],
)
@pytest.mark.parametrize("before", [7_960, 7_970, 7_980, 7_983])
def test_what_is_found_at_once_is_found_where_a_part_ends(desk, told, left, before):
    """A line's end, a full stop and words of small letters are no safe place to cut as such."""
    desk.people_key.add("Kayleigh Brennan", "Child A")
    desk.people_key.add("Bo Li", "Child C")
    around = "so " * 20
    at_once = guarded(desk, around + told + " so" * 20).removeprefix(around)
    words = ("so " * (before // 3))[:before].rsplit(" ", 1)[0] + " " + told + " so" * 20
    assert len(looked_through(desk, words).texts) == 2
    in_parts = guarded(desk, words)
    assert in_parts.endswith(at_once)
    assert not any(each in in_parts for each in left)


def test_a_name_in_words_without_a_space_is_not_cut_in_two(desk):
    desk.people_key.add("Kayleigh Brennan", "Child A")
    words = "x-" * 3_997 + "KayleighBrennan" + "-x" * 4_000
    assert "Bren" not in guarded(desk, words)


def test_a_name_kept_with_one_reflection_is_found_in_words_from_anywhere(desk):
    desk.people_key.keep((KeptPerson("Child Z", ("Zorblatt Oo",)),), "one")
    assert guarded(desk, "we met zorblatt there") == "we met Child Z there"
    assert [each.label_of for each in desk.release_check.names_in("zorblatt")] == ["Child Z"]
