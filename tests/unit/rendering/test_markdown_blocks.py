import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rendering.markdown_blocks import prose_blocks
from app.rendering.prose_tree import (
    BulletList,
    Emphasis,
    LineBreak,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from tests.bounded import not_endless
from tests.prose_words import words_of_prose

HOSTILE = (
    "[", "![", "*", "_", "**", ">", "`", "\\", "#", "-", "+", "<", "&", "(", " ", "\t", "\n",
    "1. ", "- ", "> ", "*a ", "_a ", "**a ", "`a", "*a**b", "a_b_", "\\*", "&amp;", "<b>",
    "- a\n", "> a\n", ">\n", "    a\n", "# a\n", "a\n---\n", "***\n", "- a\n\n", ">> a\n\n",
    "- a\n\n    b\n\n", "1. a\n\n   b\n\n", "a  \n", "- - - a\n", "> 1. ", "x\n\n\n",
    "\x02wzxhzdk:0\x03",
)  # fmt: skip
HOSTILE_LENGTH = 20_000


def paragraph(*inlines):
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in inlines))


def items(*texts):
    return tuple((paragraph(text),) for text in texts)


def test_single_newlines_are_line_breaks_and_blank_lines_part_paragraphs():
    assert prose_blocks("one\ntwo\n\nthree") == (
        paragraph("one", LineBreak(), "two"),
        paragraph("three"),
    )


def test_emphasis_may_nest():
    assert prose_blocks("a *b **c*** d") == (
        paragraph("a ", Emphasis((Text("b "), Strong((Text("c"),)))), " d"),
    )


def test_a_list_may_begin_right_under_a_sentence():
    assert prose_blocks("To do:\n- ring\n- write") == (
        paragraph("To do:"),
        BulletList(items("ring", "write")),
    )


@pytest.mark.parametrize("mark", ["-", "*", "+", "•", "\uf0b7"])
def test_every_usual_bullet_makes_a_list(mark):
    assert prose_blocks(f"{mark} one\n{mark} two") == (BulletList(items("one", "two")),)


@pytest.mark.parametrize("mark", [".", ")"])
def test_numbers_go_on_from_the_first_one_typed(mark):
    assert prose_blocks(f"3{mark} third\n4{mark} fourth") == (
        NumberedList(items("third", "fourth"), 3),
    )


@pytest.mark.parametrize("indent", [2, 3, 4])
def test_lists_nest_by_two_spaces_or_more(indent):
    (outer,) = prose_blocks(f"- a\n{' ' * indent}- b\n- c")
    assert outer == BulletList(
        ((paragraph("a"), BulletList(items("b"))), (paragraph("c"),)),
    )


def test_bullets_and_numbers_side_by_side_are_two_lists():
    assert prose_blocks("- a\n1. b\n- c") == (
        BulletList(items("a")),
        NumberedList(items("b")),
        BulletList(items("c")),
    )


def test_a_quote_ends_where_the_marks_end():
    assert prose_blocks("> I told you\n> already\nShe had.") == (
        Quote((paragraph("I told you", LineBreak(), "already"),)),
        paragraph("She had."),
    )


def test_a_heading_is_a_paragraph_in_semibold():
    (heading,) = prose_blocks("## What I saw")
    assert heading == Paragraph((Text("What I saw"),), is_heading=True)


def test_code_is_plain_text():
    assert words_of_prose(prose_blocks("`a < b & c`")) == "a < b & c"


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<b>bold</b>",
        "![x](file:///etc/passwd)",
        "[a](http://example.org)",
        "<http://example.org>",
        "<someone@example.org>",
        "[x]: http://example.org",
        "&amp; &lt; &#38;",
        "#worried",
        ">5 visits",
        "2 < 3 > 1",
        "snake_case_word",
        "    indented words".strip(),
        "1.5 hours",
        "-5 degrees",
    ],
)
def test_what_is_no_writing_is_shown_as_typed(typed):
    assert words_of_prose(prose_blocks(typed)) == typed


def test_indented_words_are_a_paragraph_not_code():
    assert prose_blocks("    indented *words*") == (
        paragraph("indented ", Emphasis((Text("words"),))),
    )


def test_empty_writing_has_no_blocks():
    assert prose_blocks("") == prose_blocks(" \n\n \t") == ()


def test_marks_that_overlap_are_shown_as_typed_rather_than_lose_words():
    assert words_of_prose(prose_blocks("*a**b*c**d\n\n*fine*")) == "*a**b*c**d\nfine"


def test_deep_nesting_stays_shallow_and_keeps_its_words():
    source = "\n".join("  " * depth + f"- word{depth}" for depth in range(60))
    found = words_of_prose(prose_blocks(source))
    assert [word for word in found.split() if word.startswith("word")] == [
        f"word{depth}" for depth in range(60)
    ]


def letters(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]", text)


MARKDOWN = st.lists(
    st.sampled_from(
        ["word", "naïve", "*", "**", "_", "`", "- ", "1. ", "> ", "# ", "\n", "\n\n", "    ", " ",
         "[", "]", "(", ")", "<b>", "&amp;", "\\", "!", "---", "x", "•", "\t", "===", "~~~"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(MARKDOWN | st.text())
def test_no_letter_is_ever_lost_or_moved(source):
    assert letters(words_of_prose(prose_blocks(source))) == letters(source.replace("\x02", ""))


@pytest.mark.parametrize("shape", HOSTILE, ids=ascii)
def test_no_shape_makes_the_parse_endless(shape):
    source = (shape * (HOSTILE_LENGTH // len(shape) + 1))[:HOSTILE_LENGTH]
    with not_endless():
        blocks = prose_blocks(source)
    assert letters(words_of_prose(blocks)) == letters(source)


@pytest.mark.slow
def test_two_megabytes_of_prose_are_parsed_whole():
    source = "What I bring is the *forty minutes* in which nobody said her name.\n\n" * 30_000
    with not_endless():
        blocks = prose_blocks(source)
    assert len(blocks) == 30_000


def test_one_endless_paragraph_is_shown_plain_and_whole():
    source = "so *much* to say " * 4_000
    (only,) = prose_blocks(source)
    assert words_of_prose((only,)) == source.strip()


def test_beyond_what_anyone_writes_marks_are_shown_as_typed_and_no_word_is_lost():
    source = "".join(f"- item *{number}*\n\n" for number in range(12_000))
    blocks = prose_blocks(source)
    assert isinstance(blocks[0], BulletList)
    assert blocks[-1] == paragraph("- item *11999*")
    assert letters(words_of_prose(blocks)) == letters(source)
    assert re.findall(r"\d+", words_of_prose(blocks)) == [str(each) for each in range(12_000)]


def test_no_plain_paragraph_has_more_lines_than_a_page_can_be_laid_out_with():
    source = "".join(f"- item {number}\n" for number in range(25_000))
    blocks = prose_blocks(source)
    assert all(len(block.inlines) < 2_000 for block in blocks)
    assert words_of_prose(blocks) == source.strip()
