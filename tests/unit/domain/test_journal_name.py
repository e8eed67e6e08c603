"""Names a journal's folder can have on any system."""

import pytest

from app.domain.journal_name import tidy_name, trouble_with_name


@pytest.mark.parametrize("name", ["My journal", "Dyddiadur Siân", "2026", "What now!", "x" * 60])
def test_ordinary_names_are_taken(name):
    assert trouble_with_name(name) == ""


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a/b",
        "a\\b",
        "c:",
        "why?",
        "a*",
        "<a>",
        'say "so"',
        "a|b",
        "a\x07b",
        "CON",
        "com1.txt",
        ".hidden",
        "end.",
        "x" * 61,
        "a\u202eb",
    ],
)
def test_names_that_some_system_refuses_are_told_in_words(name):
    assert trouble_with_name(name).endswith(".")


def test_spaces_around_and_inside_are_tidied():
    assert tidy_name("  My \t journal ") == "My journal"
