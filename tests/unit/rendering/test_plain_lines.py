"""A person's Markdown as plain lines: every word, a line for each paragraph and item."""

import pytest

from app.rendering.plain_lines import plain_lines


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("", ()),
        ("One **bold** and *slanted*.", ("One bold and slanted.",)),
        ("One\n\nTwo\nThree", ("One", "Two", "Three")),
        ("- a\n- b", ("• a", "• b")),
        ("3. a\n4. b", ("3. a", "4. b")),
        ("> said\n>\n> so", ("said", "so")),
        ("# Heading\n\nText", ("Heading", "Text")),
        ("2 * 3 < 7 & <b>", ("2 * 3 < 7 & <b>",)),
        ("\\*starred\\*", ("*starred*",)),
    ],
)
def test_lines_hold_every_word_and_no_marks(markdown, lines):
    assert plain_lines(markdown) == lines


def test_what_stands_under_an_item_stays_under_it():
    assert plain_lines("- a\n    - b\n- c") == ("• a", "   • b", "• c")
