import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.unmarked import unmarked
from app.importing.marked_words import Piece, marked, plain
from app.rendering.markdown_blocks import prose_blocks
from app.rendering.prose_tree import Emphasis, Paragraph, Strong, Text, all_text

SIGNS = st.text("ab 12*_`\\#>-.!()[]<&\n", max_size=30)
PIECES = st.lists(st.builds(Piece, SIGNS, st.booleans(), st.booleans()), max_size=6)


def test_bold_and_italic_come_out_as_they_went_in():
    pieces = [Piece("a "), Piece("b ", is_bold=True), Piece("c", is_bold=True, is_italic=True)]
    assert marked(pieces) == "a **b** ***c***"
    (paragraph,) = prose_blocks(marked([Piece("x "), Piece("y", is_italic=True)]))
    assert paragraph == Paragraph((Text("x "), Emphasis((Text("y"),))))
    (paragraph,) = prose_blocks(marked([Piece("y", is_bold=True)]))
    assert paragraph == Paragraph((Strong((Text("y"),)),))


@pytest.mark.parametrize("text", ["2*3*4", "_so_", "`code`", "C:\\*", "# one", "> two", "a**b**"])
def test_what_looks_like_a_mark_is_read_back_as_it_was(text):
    assert all_text(prose_blocks(marked([Piece(text)]))) == text
    assert unmarked(marked([Piece(text)])) == text


@given(PIECES)
def test_no_letter_is_lost_whatever_the_signs(pieces):
    wanted = [sign for sign in plain(pieces) if sign.isalnum()]
    for read in (unmarked(marked(pieces)), all_text(prose_blocks(marked(pieces)))):
        # A number that begins a line is the mark of a list.
        assert [sign for sign in read if sign.isalpha()] == list(filter(str.isalpha, wanted))
