"""The sentences over the journal's list: numbers as everywhere, and no words that ask nothing."""

import pytest

from app.domain.finding import Found
from app.ui.models.month_days import count_words as day_words
from app.ui.pages.journal_words import count_words, search_about


def test_large_numbers_are_written_as_in_every_other_sentence():
    assert count_words(Found((), 6_005, 6_005), "") == "6,005 reflections, newest first"
    some = count_words(Found((), 1_200, 6_005), "kettle")
    assert some == "1,200 of 6,005 reflections hold “kettle”, newest first"
    assert day_words(1_000) == "1,000 reflections"


@pytest.mark.parametrize("typed", ['"', "“", '" "', " ”"])
def test_quotation_marks_alone_are_no_words_that_a_reflection_holds(typed):
    assert count_words(Found((), 12, 12), typed) == "12 reflections, newest first"
    assert count_words(Found((), 3, 12), typed) == "3 of 12 reflections, newest first"
    assert search_about(typed, ()) == "Everything"
