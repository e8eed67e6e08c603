"""Plain text shows as it was typed: no sign is taken for a mark, no number counted anew."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.unmarked import unmarked
from app.importing.plain_words import as_typed
from app.rendering.markdown_blocks import prose_blocks
from app.rendering.prose_tree import BulletList, NumberedList, Paragraph, Quote, all_text

_LIST_MARKS = re.compile(r"^(?: *(?:[-*•]|\d{1,9}[.)])(?= +\S))+", re.MULTILINE)
_ALIKE = str.maketrans("*•)", "--.")
SIGNS = st.text("ab 12*_`\\#>-.+!()[]<&~=•\n", max_size=40)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "1. ", "2. ", "3) ", "- ", "* ", "+ ", "# ", "> ", "    4. "]),
        st.text("ab *_1", max_size=5),
    ).map("".join),
    max_size=9,
).map("\n".join)


def shown(blocks):
    """Give what a page shows, list marks and numbers with it."""
    lines = []
    for block in blocks:
        match block:
            case Paragraph():
                lines.append(all_text([block]))
            case BulletList(items):
                lines += (f"- {shown(item)}" for item in items)
            case NumberedList(items, first):
                lines += (f"{first + n}. {shown(item)}" for n, item in enumerate(items))
            case Quote():
                lines.append("a quotation")
    return "\n".join(lines)


def signs_of(text):
    """Leave out spaces, how a list is marked, and rules of "=", which a page does not show."""
    text = re.sub(r"(?m)^[ ]*=(?:[ ]*=){2,}[ ]*$", "", text)
    text = _LIST_MARKS.sub(lambda found: found[0].translate(_ALIKE), text)
    return "".join(text.split())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2*3*4 and __init__", r"2\*3\*4 and \_\_init\_\_"),
        ("one note*", "one note*"),
        ("snake_case and other_case", "snake_case and other_case"),
        ("a *word\nover lines*", "a \\*word\nover lines\\*"),
        ("# 5 was open", r"\# 5 was open"),
        ("#home", "#home"),
        ("> he said", r"\> he said"),
        ("+ 20 minutes", r"\+ 20 minutes"),
        ("---", r"\---"),
        ("- bread\n* tea", "- bread\n* tea"),
        ("1. one\n2. two\n5. five", "1. one\n2. two\n5\\. five"),
        ("1. a\n\nMore:\n\n1. b", "1. a\n\nMore:\n\n1. b"),
        (r"C:\*", r"C:\\*"),
        ("`cmd` it", r"\`cmd\` it"),
    ],
)
def test_only_what_would_be_a_mark_is_escaped(typed, kept):
    assert as_typed(typed) == kept
    assert signs_of(shown(prose_blocks(kept))) == signs_of(typed)


@settings(max_examples=200)
@given(SIGNS | LINES)
@example("1. a\n  2. b\n3. c")
@example("a\n- b\n1. c\n1. d")
def test_every_sign_shows_as_it_was_typed(typed):
    assert signs_of(shown(prose_blocks(as_typed(typed)))) == signs_of(typed)


@settings(max_examples=200)
@given(st.text("ab12*_`\\#.+> ", max_size=30))
@example("a * b * c")
def test_a_line_without_its_marks_is_as_it_was_typed(typed):
    assert unmarked(as_typed(typed)) == " ".join(typed.split())
