"""Marks and lists as the editing keys make them."""

from hypothesis import given
from hypothesis import strategies as st

from app.ui.parts.markdown_keys import is_empty_item, next_item, toggle_list, toggle_mark


def after(text, start, end, mark):
    edit = toggle_mark(text, start, end, mark)
    return text[: edit.start] + edit.words + text[edit.end :], edit.anchor, edit.cursor


def test_a_selection_is_marked_and_stays_selected():
    text, anchor, cursor = after("I was afraid then", 6, 12, "**")
    assert text == "I was **afraid** then"
    assert text[anchor:cursor] == "afraid"


def test_the_same_key_takes_the_mark_away_again():
    text, anchor, cursor = after("I was **afraid** then", 8, 14, "**")
    assert text == "I was afraid then"
    assert text[anchor:cursor] == "afraid"


def test_a_mark_inside_the_selection_is_taken_away_too():
    assert after("I was **afraid** then", 6, 16, "**")[0] == "I was afraid then"


def test_spaces_stay_outside_the_marks():
    assert after("I was afraid then", 5, 13, "*")[0] == "I was *afraid* then"


def test_emphasis_inside_strong_adds_a_star_and_takes_none():
    assert after("**afraid**", 2, 8, "*")[0] == "***afraid***"
    assert after("***afraid***", 3, 9, "*")[0] == "**afraid**"


def test_without_a_selection_the_cursor_stands_between_the_marks():
    text, anchor, cursor = after("ab", 1, 1, "**")
    assert text == "a****b"
    assert anchor == cursor == 3


@given(
    st.text(alphabet="abc *_\n", max_size=20),
    st.integers(0, 20),
    st.integers(0, 20),
    st.sampled_from(["*", "**"]),
)
def test_marking_never_loses_a_letter(text, one, other, mark):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    changed = after(text, start, end, mark)[0]
    assert changed.replace("*", "") == text.replace("*", "")


def test_lines_become_a_list_and_plain_again():
    assert toggle_list(["one", "two"], is_numbered=False) == ["- one", "- two"]
    assert toggle_list(["- one", "- two"], is_numbered=False) == ["one", "two"]
    assert toggle_list(["- one", "two"], is_numbered=True) == ["1. one", "2. two"]
    assert toggle_list(["1. one", "2. two"], is_numbered=False) == ["- one", "- two"]
    assert toggle_list([""], is_numbered=False) == ["- "]


def test_the_next_item_follows_the_one_before():
    assert next_item("- one") == "- "
    assert next_item("  * one") == "  * "
    assert next_item("9. nine") == "10. "
    assert next_item("2) two") == "3) "
    assert next_item("2026 was long") is None
    assert next_item("-5 degrees") is None


def test_an_item_without_words_is_empty():
    assert is_empty_item("- ")
    assert is_empty_item("3. ")
    assert not is_empty_item("- one")
    assert not is_empty_item("words")
