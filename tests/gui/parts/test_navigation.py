"""The rows at the side: a long word takes a second line and is not cut short."""

import pytest

from app.ui.parts.navigation import NavigationRow

ROOM = 209


@pytest.fixture
def row(look, qtbot):
    def make(word):
        made = NavigationRow(look, "key", "1", word)
        made.set_count("0 of 3")
        qtbot.addWidget(made)
        return made

    return make


@pytest.mark.parametrize("style", ["body", "body_strong"])
def test_a_long_heading_stands_whole_on_two_lines(row, style):
    long = row("What was put in front of you")
    assert " ".join(long._lines(style, ROOM)) == "What was put in front of you"
    assert len(long._lines(style, ROOM)) == 2
    assert long.heightForWidth(ROOM) > row("Feelings").heightForWidth(ROOM)


def test_what_two_lines_cannot_hold_is_shortened(row):
    first, second = row("A heading " * 12)._lines("body", ROOM)
    assert first.startswith("A heading")
    assert second.endswith("…")
