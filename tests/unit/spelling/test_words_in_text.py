"""Which words of a text are looked up, and where sentences begin."""

import pytest

from app.spelling.words_in_text import words_in
from tests.bounded import not_endless


def found(text):
    return [each.word for each in words_in(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a **bold** and _leaning_ word", ["bold", "and", "leaning", "word"]),
        ("## Heading\n- item\n12. item\n> said", ["Heading", "item", "item", "said"]),
        ("write to mr.x@example.org or www.example.org/now", ["write", "to", "or"]),
        ("see https://example.org/saftey and gov.uk", ["see", "and"]),
        ("s47, 16-year-old, 3pm, 24/7 and A4", ["and"]),
        ("his/her re-assessment", ["his", "her", "re", "assessment"]),
        ("mother’s, the parents' can't", ["mother’s", "the", "parents", "can't"]),
        ("e.g. this, i.e. that", ["this", "that"]),
        ("“Quoted” (and so)", ["Quoted", "and", "so"]),
        ("C:\\saftey\\x", []),
        ("snake_cased", ["snake", "cased"]),
    ],
)  # fmt: skip
def test_words_are_found_and_what_no_list_can_know_is_not(text, words):
    assert found(text) == words


def test_each_word_tells_its_place():
    text = "🙂 then “saftey”, (Amara’s) re-check"
    assert all(text[each.start :].startswith(each.word) for each in words_in(text))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One two. Three four", ["One", "Three"]),
        ("One! “Two three.” Four five", ["One", "Two", "Four"]),
        ("- One two", ["One"]),
        ("3. One two", ["One"]),
        ("she said “One two”", ["she", "One"]),
        ("at 10. One", ["at", "One"]),
    ],
)
def test_the_first_word_of_a_sentence_is_told(text, first):
    assert [each.word for each in words_in(text) if each.is_first] == first


def test_a_piece_cut_out_of_a_text_does_not_begin_a_sentence():
    assert [each.is_first for each in words_in("Two three", is_beginning=False)] == [False, False]


@pytest.mark.parametrize("text", ["x" * 200_000, "a." * 100_000, "@" * 200_000, "-_" * 100_000])
def test_a_long_stretch_without_spaces_takes_no_long_time(text):
    with not_endless():
        list(words_in(text))
