"""Paragraphs looked at stretch by stretch, and the one stretch that a replacing changes."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from app.domain.identifier import KeptPerson
from app.domain.identifier_decision import Decision, Verdict, decision_key
from app.services.noticing import Noticing, Watched
from app.ui.editor.examined import Examined, stretches
from app.ui.editor.name_edits import edit_of, edits_everywhere
from tests.gui.editor.conftest import FewNames

LONG = "We went to see Kayleigh in Leeds and talked for a while. " * 60
EMPTY = Watched("one")


@pytest.fixture
def finder():
    return FewNames()


@pytest.fixture
def noticing(finder):
    return Noticing(finder, None, None)


@pytest.fixture
def examined(noticing):
    made = Examined(noticing)
    made.watch(EMPTY)
    return made


def look_at_all(examined, text):
    return [found for each in stretches(text) for found in examined.look(text, each)]


@pytest.mark.parametrize("text", ["", "One.", LONG, "x" * 5000, "word " * 2000, "ж" * 3000])
def test_the_stretches_hold_the_whole_text_once(text):
    parts = list(stretches(text))
    assert "".join(text[each.start : each.end] for each in parts) == text
    assert all(each.end - each.start <= 600 for each in parts)
    assert all(each.read_start <= each.start <= each.end <= each.read_end for each in parts)


def test_a_stretch_ends_with_a_sentence_and_not_behind_a_title():
    text = "It was about the others again that we spoke at length " * 4 + "with Dr. Ashby there. "
    ends = [text[: each.end] for each in stretches(text * 5)]
    assert all(not end.endswith("Dr. ") for end in ends)
    assert not any(each.is_cut for each in stretches(LONG))


def test_every_name_of_a_long_paragraph_is_found_in_its_place(examined):
    found = look_at_all(examined, LONG)
    assert [LONG[each.start : each.end] for each in found] == ["Kayleigh", "Leeds"] * 60
    assert examined.known(LONG) == tuple(found)


def test_a_name_on_a_cut_is_found_once(examined):
    for room in range(580, 605):
        text = "y" * room + " Kayleigh " + "z" * 900
        assert [text[each.start : each.end] for each in look_at_all(examined, text)] == ["Kayleigh"]


def test_a_change_is_looked_at_where_it_was_made_and_nowhere_else(examined, finder):
    look_at_all(examined, LONG)
    finder.looked.clear()
    changed = LONG[:-10] + "!" + LONG[-10:]
    assert len(examined.missing(changed)) == 1
    look_at_all(examined, changed)
    assert len(finder.looked) == 1


def test_what_is_decided_is_known_no_more_without_a_second_look(examined, finder):
    text = "We saw Kayleigh. Kayleigh was late."
    first, second = look_at_all(examined, text)
    finder.looked.clear()
    key = decision_key(text, first.start, first.end)
    decisions = MappingProxyType({key: Decision(Verdict.NOT_ONE)})
    examined.watch(replace(EMPTY, decisions=decisions))
    assert examined.known(text) == (second,)
    assert finder.looked == []


def test_with_another_name_it_is_looked_at_again_and_meanwhile_shows_what_it_knew(examined):
    text = "We saw Kayleigh."
    (first,) = look_at_all(examined, text)
    examined.watch(replace(EMPTY, people=(KeptPerson("Child A", ("Kayleigh",)),)))
    assert examined.known(text) == (first,)
    assert len(examined.missing(text)) == 1
    assert [each.label_of for each in look_at_all(examined, text)] == ["Child A"]


def test_an_edit_is_no_longer_than_what_changes(noticing, examined):
    text = "We saw Kayleigh in Leeds."
    found = look_at_all(examined, text)[1]
    assert edit_of(noticing, text, found, "the town") == ((19, 24), "the town")
    assert edit_of(noticing, text, found, "Leeds") is None
    assert edit_of(noticing, text, found, "Leedsx") == ((24, 24), "x")


def test_everywhere_means_every_text_with_that_label_and_no_other(noticing):
    people = (KeptPerson("Child A", ("Kayleigh", "Kay")), KeptPerson("Parent A", ("Joan",)))
    texts = ("Kay and Joan.\nKayleigh too.", "Nobody.", "Joan.")
    edits = edits_everywhere(noticing, texts, people, "child a", "Child A")
    assert edits == {texts[0]: (((0, 3), "Child A"), ((14, 22), "Child A"))}
