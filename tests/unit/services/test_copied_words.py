"""Copied words are looked at part by part, and joined they are what was copied."""

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
    assert all(0 < len(each.words) <= 8_000 for each in texts)


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
