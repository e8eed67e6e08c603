"""Words of a search are found in a text as the journal's own search finds them."""

import pytest

from app.domain.found_words import found_places
from tests.bounded import not_endless


def found(text, words):
    return [text[start:end] for start, end in found_places(text, words)]


def test_each_word_is_found_without_regard_to_capitals_and_accents():
    assert found("Silence, then SILENCE. A café.", "silence cafe ") == [
        "Silence",
        "SILENCE",
        "café",
    ]


def test_only_the_last_word_may_be_a_beginning():
    assert found("silence and a conference", "silen conf") == ["conference"]
    assert found("silence and a conference", "silence conf") == ["silence", "conference"]


def test_a_word_inside_another_is_not_found():
    assert found("a conversation about version two", "version") == ["version"]


def test_a_phrase_is_found_as_it_stands():
    assert found("an empty chair, and a chair empty", '"empty chair" ') == ["empty chair"]
    assert found("an empty\nchair", "“empty chair”") == ["empty\nchair"]


@pytest.mark.parametrize("words", ["", "   ", '"', '""', "“”", "* - ( )", "🙂"])
def test_words_without_a_letter_find_nothing(words):
    assert found("silence 🙂 *", words) == []


@pytest.mark.parametrize(
    "words", ["a" * 10_000, "a " * 5_000, '"' * 9_999, "(" * 5_000, "שתיקה", "e\u0301" * 2_000]
)
def test_hostile_words_are_not_endless(words):
    with not_endless():
        found_places("silence " * 2_000, words)


def test_places_are_counted_in_the_text_as_it_was_given():
    assert found("İstanbul and the silence", "silence") == ["silence"]
    assert found("🙂 silence", "silence") == ["silence"]
