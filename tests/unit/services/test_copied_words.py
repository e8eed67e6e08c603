"""Copied words are looked at part by part, and joined they are what was copied."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.identifier import KeptPerson
from app.domain.identifier_decision import Verdict
from app.services.copied_words import copied_texts, guarded_words, joined

WORDS = "Kayleigh Boothroyd lives at 14 Quarry Street, LS11 8QX.\n" * 400


@given(st.text(alphabet="ab \n", min_size=1, max_size=40).map(lambda each: each * 1_000))
def test_the_parts_are_the_words(words):
    texts = copied_texts(words, "What you copied")
    assert "".join(each.words for each in texts) == words
    assert all(each.words for each in texts)
    # What has no space at all stays in one part.
    longest = max(len(each) for each in re.findall(r"\S+\s?", words) or [""])
    assert max(len(each.words) for each in texts) <= 8_000 + longest


def test_no_name_is_cut_where_lines_end(desk):
    texts = copied_texts(WORDS, "What you copied")
    assert len(texts) > 2
    parts = [desk.release_check.words((text,)) for text in texts]
    left = guarded_words(texts, joined(texts, parts))
    for name in ("Kayleigh", "Boothroyd", "Quarry", "LS11"):
        assert name not in left


def test_names_of_the_key_give_way_to_their_labels_and_the_rest_to_what_is_suggested(desk):
    desk.people_key.keep((KeptPerson("Child A", ("Kayleigh Boothroyd",)),))
    texts = copied_texts("Kayleigh’s mum rang from LS11 8QX.", "What you copied")
    checked = joined(texts, [desk.release_check.words(texts)])
    assert guarded_words(texts, checked) == "Child A’s mum rang from the area."
    assert len(checked.undecided) == 1
    assert checked.count(Verdict.REPLACED) == 1
    # As it leaves, what is undecided is not exchanged: that is for her to decide.
    assert checked.words_of(texts[0]) == "Child A’s mum rang from LS11 8QX."


def guarded(desk, words):
    texts = copied_texts(words, "What you copied")
    assert "".join(each.words for each in texts) == words
    parts = [desk.release_check.words((each,)) for each in texts]
    return guarded_words(texts, joined(texts, parts))


@pytest.mark.parametrize("before", range(7_960, 8_004, 4))
def test_a_number_or_name_at_the_end_of_a_part_does_not_slip_through(desk, before):
    for told in ("943 476 5919", "Brenda Ashcombe", "3 April 2015", "LS11 8QX"):
        words = ("word " * (before // 5 + 1))[:before] + f" nhs {told} and so on"
        left = guarded(desk, words)
        assert not any(part in left for part in told.split()[:2]), told


def test_a_name_in_words_without_a_space_is_not_cut_in_two(desk):
    desk.people_key.add("Kayleigh Brennan", "Child A")
    words = "x-" * 3_997 + "KayleighBrennan" + "-x" * 4_000
    assert "Bren" not in guarded(desk, words)


def test_a_name_kept_with_one_reflection_is_found_in_words_from_anywhere(desk):
    desk.people_key.keep((KeptPerson("Child Z", ("Zorblatt Oo",)),), "one")
    assert guarded(desk, "we met zorblatt there") == "we met Child Z there"
    assert [each.label_of for each in desk.release_check.names_in("zorblatt")] == ["Child Z"]
