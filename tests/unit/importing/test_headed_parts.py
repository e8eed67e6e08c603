"""Markdown is divided at its headings, and no word of it is lost."""

import re

from hypothesis import given
from hypothesis import strategies as st

from app.importing.headed_parts import headed, parts_of

lines = st.lists(
    st.sampled_from(
        ["", "# One", "## Two", "## Two again", "### Three ###", "words here", "more", "```",
         "~~~~", "====", "---", "- item", "    # code", "#tag", "# ", "**bold**",
         "> quoted", "1. first"]
    ),
    max_size=25,
)  # fmt: skip


def words_of(text):
    return re.findall(r"\w+", text)


@given(lines)
def test_no_word_is_lost_and_none_changes_its_place(given_lines):
    text = "\n".join(given_lines)
    found = headed(text)
    told = " ".join((found.title, *(f"{part.heading}\n{part.text}" for part in found.parts)))
    assert words_of(told) == words_of(text)


@given(st.text(max_size=200))
def test_no_word_of_any_text_is_lost(text):
    found = headed(text)
    told = " ".join((found.title, *(f"{part.heading}\n{part.text}" for part in found.parts)))
    assert words_of(told) == words_of(text)


def test_a_first_heading_that_stands_alone_is_the_title():
    found = headed("# A day\n\nbefore\n\n## Then\nx\n### Deeper\ny\n## Now\nz\n")
    assert found.title == "A day"
    shape = [(part.heading, part.text) for part in found.parts]
    assert shape == [("", "before"), ("Then", "x\n### Deeper\ny"), ("Now", "z")]


def test_headings_that_are_underlined_count():
    found = headed("First\n=====\na\n\nSecond\n======\nb")
    assert [(part.heading, part.text) for part in found.parts] == [("First", "a"), ("Second", "b")]
    assert len(parts_of("First\n=====\na")) == 1


def test_what_stands_in_a_block_of_code_divides_nothing():
    text = "```\n# no heading\n```\n# One\n# Two"
    assert [part.heading for part in headed(text).parts] == ["", "One", "Two"]
