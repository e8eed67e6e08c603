"""Finding and replacing in plain text."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer import EMPTY_OF, Checked, Checklist, Quotation
from app.domain.text_finding import Wanted, places_of, replaced, written_parts

TEXTS = st.text(alphabet="aAbß ’'.*\n🙂", max_size=30)


def found(text, words, **how):
    return [text[start:end] for start, end in places_of(text, Wanted(words, **how))]


def test_case_is_minded_only_if_that_is_asked_for():
    assert found("The THE the", "the") == ["The", "THE", "the"]
    assert found("The THE the", "the", is_case_kept=True) == ["the"]


def test_a_whole_word_is_not_a_part_of_one():
    assert found("he, the hen: he", "he", is_whole_word=True) == ["he", "he"]
    assert found("Élan lan", "lan", is_whole_word=True) == ["lan"]


def test_one_apostrophe_is_as_good_as_another():
    assert found("didn’t didn't", "didn't") == ["didn’t", "didn't"]
    assert found("“quiet”", '"quiet"') == ["“quiet”"]


def test_signs_are_only_signs():
    assert found("a.c abc *", "a.c") == ["a.c"]
    assert found("a.c abc *", "*") == ["*"]
    assert found("anything", "") == []


@given(TEXTS, TEXTS, TEXTS)
def test_replacing_changes_the_places_and_nothing_else(text, words, other):
    places = places_of(text, Wanted(words, is_case_kept=True))
    outside = replaced(text, places, "")
    assert len(outside) == len(text) - sum(end - start for start, end in places)
    assert len(replaced(text, places, other)) == len(outside) + len(places) * len(other)


def test_what_was_typed_is_looked_through_and_what_was_chosen_is_not():
    checklist = Checklist((Checked("An item", None, "because"),))
    assert written_parts(checklist) == ("because",)
    assert written_parts(Quotation("her words", "the child")) == ("her words", "the child")
    for value in EMPTY_OF.values():
        assert all(part == "" for part in written_parts(value))
