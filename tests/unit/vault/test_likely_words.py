"""What is offered to somebody who mistyped: from the journal's own words, and only then."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Cancelled
from app.domain.finding import Search
from app.vault.likely_words import likely_words
from tests.unit.vault.samples import a_reflection

USES = Counter(
    {
        "supervision": 40,
        "supervisor": 25,
        "meeting": 30,
        "melting": 1,
        "the": 90,
        "ten": 8,
        "child": 60,
        "protection": 22,
        "recommendation": 12,
        "café": 0,
        "cafe": 3,
    }
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("supervison", "supervision"),
        ("Supervsion", "supervision"),
        ("supervisoin", "supervision"),
        ("upervision", "supervision"),
        ("teh ", "the"),
        ("supervison meeting", "supervision meeting"),
        ("supervison meetng", "supervision meeting"),
        ("“supervison meeting”", '"supervision meeting"'),
        ("the (supervison)", "the (supervision)"),
        ("childprotection", "child protection"),
        ("reccom", "recommendation"),
        ("supervizor's the", "supervisor's the"),
        ("CAFFÉ ", "cafe"),
    ],
)
def test_a_mistyped_word_is_mended_and_the_rest_left_as_it_was_typed(typed, first):
    uses = USES + Counter({"s": 3})
    assert likely_words(typed, uses)[:1] == (first,)


def test_the_more_used_of_two_equally_near_comes_first():
    assert likely_words("meting", USES) == ("meeting", "melting")


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "supervision", "supervi", "superv* meeting", "the child", "zzzz", "x", "qq",
     "the zzzzzz", "!!!", '"', "😀", "שלום", "*", "(", "supervison zzzz", "x" * 10_000],
)  # fmt: skip
def test_nothing_is_offered_where_all_is_known_or_nothing_is_near(typed):
    assert likely_words(typed, USES) == ()


def test_a_word_with_a_space_after_it_must_be_whole():
    assert likely_words("supervi", USES) == ()
    assert likely_words("meetin ", USES) == ("meeting", "melting")


@given(st.text(max_size=60))
def test_whatever_is_typed_is_no_trouble(typed):
    for offered in likely_words(typed, USES):
        assert offered
        assert likely_words(offered, USES) == ()


def test_an_empty_journal_has_nothing_to_offer():
    assert likely_words("supervison", {}) == ()


def test_the_journals_own_words_are_offered(vault):
    vault.put(a_reflection("r1", "The grandmother was waiting at the gate."))
    assert vault.words_like("granmother") == ("grandmother",)
    assert vault.find(Search(vault.words_like("granmother")[0])).total == 1


def test_words_written_after_they_were_listed_are_offered_too(vault):
    vault.put(a_reflection("r1", "The grandmother."))
    vault.words_like("x")
    vault.put(a_reflection("r2", "An unexpected INTERPRÉTER."))
    assert vault.words_like("interpeter") == ("interpreter",)


def test_they_are_listed_ahead_and_that_gives_way(vault):
    vault.put(a_reflection("r1", "The grandmother."))
    vault.find(Search("the"))

    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        vault._finder._word_index.vocabulary.uses(stop)
    vault.read_ahead(lambda _share: None)
    told = []
    vault._database._connection.set_trace_callback(told.append)
    assert vault.words_like("granmother") == ("grandmother",)
    vault._database._connection.set_trace_callback(None)
    assert not [each for each in told if "word_uses" in each]
