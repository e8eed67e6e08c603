"""Plain text: every word, no marks, lines to fill in where a person writes by hand."""

import pytest

from app.rendering.text_file import TextWriter
from app.summary.document import Bullet, Bullets, Note, Prose, Signatures, Table, Tick
from tests.documents import FOOTER, a_document, a_supervision_summary


def text_of(*blocks, **changes):
    return TextWriter().render(a_document(*blocks, **changes)).decode()


def body_of(*blocks):
    return text_of(*blocks).split("-------------\n\n", 1)[1].rsplit("\n\n---", 1)[0]


def test_title_and_headings_are_underlined_and_the_footer_stands_last():
    lines = TextWriter().render(a_supervision_summary()).decode().splitlines()
    assert lines[:2] == ["Supervision summary", "==================="]
    assert lines[5:7] == ["Actions from last time", "----------------------"]
    assert lines[-1] == FOOTER


def test_emphasis_leaves_its_words_without_marks():
    assert body_of(Prose("Not *once*, **never**.", "Lead.")) == "Lead. Not once, never."


def test_lists_keep_their_numbers_and_their_depth():
    typed = "3. three\n4. four\n   - below\n\n> quoted\n> twice"
    assert body_of(Prose(typed)) == "3. three\n4. four\n   - below\n\n> quoted\n> twice"


def test_a_row_is_told_cell_by_cell_under_its_headings():
    table = Table(("Done", "What"), ((Tick.TICKED, "Ring\nher"), (Tick.OPEN, "")), (1, 2))
    written, blank = body_of(table).split("\n\n")
    assert written == "Done: ☑\nWhat: Ring\n  her"
    assert blank == f"Done: ☐\nWhat: {'_' * 30}"


def test_signatures_have_a_line_to_sign_and_one_for_the_date():
    words = body_of(Signatures(("Supervisee",)))
    assert words.startswith("Supervisee: ___")
    assert "Date: ___" in words


@pytest.mark.parametrize(
    "block",
    [Prose(""), Prose("", "Lead"), Bullets((Bullet(""),)), Table(("A", "B"), (), (1, 1)), Note("")],
)
def test_an_empty_place_loses_no_word_beside_it(block):
    text = text_of(block, Note("Afterwards."))
    assert "Afterwards." in text
    for word in (*getattr(block, "headings", ()), getattr(block, "lead", "")):
        assert word in text


def test_controls_and_halves_of_characters_never_reach_the_file():
    assert "a\ufffdb" in text_of(Prose("a\ud800b\x00"))
