import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.rendering.markdown_blocks import prose_blocks
from app.rendering.markdown_text import MarkdownWriter, safe_markdown
from app.rendering.prose_tree import all_text
from app.summary.document import Bullet, Bullets, Note, Prose, Table
from tests.documents import a_document, a_supervision_summary


def text_of(document):
    return MarkdownWriter().render(document).decode()


def tokens_elsewhere(markdown):
    """What another program, by the common standard, makes of the file."""
    blocks = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown)
    return [*blocks, *(child for block in blocks for child in block.children or ())]


def test_the_whole_file_is_as_it_was(snapshot):
    assert text_of(a_supervision_summary()) == snapshot


def test_what_a_person_wrote_is_kept_as_written():
    written = "One *two* **three** and 2 * 3.\nNext line.\n\n- a\n- b\n\n> said"
    assert safe_markdown(written) == written
    assert written in text_of(a_document(Prose(written)))


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "![x](file:///etc/passwd)",
        "\\![x](file:///etc/passwd)",
        "\\\\[a](http://example.org)",
        "<http://example.org>",
        "[x]: http://example.org\n\n[x]",
        "&lt;b&gt;",
        "<!-- hidden -->",
        "```\ncode\n```",
        "# big",
        "words\n===",
        "words\n---",
    ],
)
def test_nothing_reaches_out_or_takes_over_elsewhere(typed):
    document = a_document(Prose(typed), Bullets((Bullet(typed, "Lead"),)), Note(typed))
    tokens = tokens_elsewhere(text_of(document))
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "html_inline", "image", "link_open", "fence", "code_block"}
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings == ["h1", "h2"]


PIECES = ["word", "*", "_", "`", "[", "](", ")", "<", ">", "&amp;", "\\", "#", "!", "-", "\n", " "]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_writing_makes_a_link_or_html_elsewhere(typed):
    tokens = tokens_elsewhere(text_of(a_document(Prose(typed))))
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "html_inline", "image", "link_open"}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_the_file_holds_every_letter(typed):
    written = text_of(a_document(Prose(typed), Note(typed)))
    letters = re.sub(r"[\W\d_]", "", all_text(prose_blocks(typed)))
    assert re.sub(r"[\W\d_]", "", written).count(letters) >= 2 or not letters


def test_a_second_paragraph_stays_in_its_bullet():
    text = text_of(a_document(Bullets((Bullet("first\n\nsecond", "Lead:"),))))
    assert "- **Lead:** first\n\n  second" in text


def test_a_bar_in_a_cell_does_not_end_it():
    text = text_of(a_document(Table(("A", "B"), (("x | y\nz", ""),), (1, 1))))
    assert "| x \\| y z |  |" in text


def test_plain_words_stay_plain():
    text = text_of(a_document(Note("1. not *a* list, [no] link"), title="- dash"))
    assert "# \\- dash" in text
    assert "1\\. not \\*a\\* list, \\[no\\] link" in text
