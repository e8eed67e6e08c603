from hypothesis import given
from hypothesis import strategies as st

from app.rendering.plain_text import clean_line, clean_text


def test_every_kind_of_line_end_becomes_a_newline():
    assert clean_text("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_control_characters_go_and_what_people_write_stays():
    assert clean_text("a\x00\x02b\x03\x1bc\x7f\ufffe\U0001ffff") == "abc"
    kept = "e\u0301 👩‍👧 ❤️ שלום مرحبا 漢字\tŵ\u00a0…"
    assert clean_text(kept) == kept


def test_a_lone_surrogate_is_shown_as_unreadable_and_can_be_encoded():
    assert clean_text("a\ud800b").encode() == "a\ufffdb".encode()


@given(st.text())
def test_cleaned_text_can_always_be_encoded_and_cleaning_twice_changes_nothing(text):
    once = clean_text(text)
    once.encode()
    assert clean_text(once) == once


def test_a_line_has_no_breaks_and_keeps_its_no_break_spaces():
    assert clean_line("  two\n\nlines\tand 5\u00a0mg ") == "two lines and 5\u00a0mg"
