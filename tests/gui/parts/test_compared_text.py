"""Two versions of one text shown as one: in words and in more than colour, at any length."""

import time

import pytest

from app.domain.history import Change, ComparedField, ComparedPart, Run
from app.domain.word_difference import word_runs
from app.ui.parts.compared_text import ComparedPartView, ComparedText

KEPT, ADDED, REMOVED = Change.KEPT, Change.ADDED, Change.REMOVED


def part(*runs, key="answer:what_happened", label=""):
    return ComparedPart(key, "What happened", (ComparedField(label, runs),))


def made(qtbot, widget):
    qtbot.addWidget(widget)
    return widget


def test_values_stand_apart(look, qtbot):
    text = made(qtbot, ComparedText(look, (Run(REMOVED, "draft"), Run(ADDED, "complete"))))
    assert text.text() == "draft complete"
    assert text.accessibleName() == "removed: draft added: complete"


def test_themes_are_a_list(look, qtbot):
    runs = (Run(REMOVED, "court"), Run(KEPT, "school"), Run(ADDED, "home visits"))
    view = made(qtbot, ComparedPartView(look, part(*runs, key="themes")))
    assert view.texts[0].text() == "court, school, home visits"


def test_the_amount_is_told_in_words(look, qtbot):
    runs = (Run(KEPT, "It was "), Run(REMOVED, "very "), Run(ADDED, "not so "), Run(KEPT, "quiet"))
    view = made(qtbot, ComparedPartView(look, part(*runs)))
    assert view.amount.text() == "2 words added · 1 word removed"
    assert view.accessibleName() == ("What happened. It was removed: very added: not so quiet")


def test_what_did_not_change_beside_a_change_is_left_out(look, qtbot):
    fields = (
        ComparedField("", (Run(ADDED, "New words"),)),
        ComparedField("Who may see it", (Run(KEPT, "private"),)),
    )
    view = made(qtbot, ComparedPartView(look, ComparedPart("answer:a", "A", fields)))
    assert len(view.texts) == 1
    whole = ComparedPart("answer:a", "A", fields[1:])
    assert len(made(qtbot, ComparedPartView(look, whole)).texts) == 1


def test_long_stretches_that_stayed_are_shortened_and_counted(look, qtbot):
    words = [f"word{number}" for number in range(500)]
    runs = word_runs(" ".join(words), " ".join((*words, "end")))
    shown = made(qtbot, ComparedText(look, runs)).text()
    assert "word29 [… 440 words that stayed …]" in shown
    assert shown.endswith("end")
    assert len(shown.split()) < 80


@pytest.mark.parametrize("change", [ADDED, REMOVED])
def test_two_megabytes_are_shown_at_once(look, qtbot, change):
    endless = Run(change, "A word after a word. " * 100_000)
    begun = time.perf_counter()
    text = made(qtbot, ComparedText(look, (endless,)))
    text.heightForWidth(560)
    assert time.perf_counter() - begun < 2
    assert "words more]" in text.text()


def test_endless_changes_are_shown_at_once(look, qtbot):
    runs = tuple(Run(ADDED if number % 2 else REMOVED, "word ") for number in range(40_000))
    begun = time.perf_counter()
    text = made(qtbot, ComparedText(look, runs))
    text.heightForWidth(560)
    assert time.perf_counter() - begun < 2
    assert "more changes than can be shown" in text.text()


def test_a_single_endless_word_is_cut_too(look, qtbot):
    text = made(qtbot, ComparedText(look, (Run(ADDED, "a" * 500_000),)))
    assert len(text.text()) < 60_000
