"""The words kept, added and removed between two texts."""

import random
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.history import Change, Run
from app.domain.word_difference import whole_runs, word_runs

# Few letters and much white space: so that words recur, and texts share some of them.
TEXTS = st.lists(st.sampled_from(["a", "b", "bb", "c", " ", "  ", "\n", "\n\n", "\u00a0"])).map(
    "".join
)


def applied(runs):
    return "".join(run.text for run in runs if run.change is not Change.REMOVED)


def undone(runs):
    return "".join(run.text for run in runs if run.change is not Change.ADDED)


@given(TEXTS, TEXTS)
@example("a b", "a")
@example("a", "a b")
@example("", " ")
@example("a", "")
def test_applied_to_the_older_it_gives_the_newer(older, newer):
    runs = word_runs(older, newer)
    assert applied(runs) == newer
    assert undone(runs).split() == older.split()
    assert all(run.text for run in runs)


@given(*[st.lists(st.sampled_from("abcde"))] * 4)
def test_the_same_words_at_both_ends_are_always_kept(begin, old, new, end):
    runs = word_runs(" ".join(begin + old + end), " ".join(begin + new + end))
    kept = sum(len(run.text.split()) for run in runs if run.change is Change.KEPT)
    assert kept >= len(begin) + len(end)


def test_a_changed_word_is_removed_and_added_between_kept_ones():
    assert word_runs("The door was ajar.", "The door was open.") == (
        Run(Change.KEPT, "The door was "),
        Run(Change.REMOVED, "ajar. "),
        Run(Change.ADDED, "open."),
    )


def test_the_same_words_with_other_white_space_are_no_change():
    assert word_runs("One.\n\nTwo.", "One. Two.") == (Run(Change.KEPT, "One. Two."),)


def test_words_never_run_together_where_the_last_was_removed():
    runs = word_runs("stay go", "stay")
    assert [run.text for run in runs] == ["stay", " go "]


def test_a_screen_reader_hears_what_became_of_the_words():
    heard = [run.words for run in word_runs("The door was ajar.", "The door was open.")]
    assert heard == ["The door was ", "removed: ajar.", "added: open."]


def test_a_value_that_is_one_thing_changes_whole():
    assert whole_runs("7 of 10", "8 of 10") == (
        Run(Change.REMOVED, "7 of 10"),
        Run(Change.ADDED, "8 of 10"),
    )
    assert whole_runs("", "Yes") == (Run(Change.ADDED, "Yes"),)
    assert whole_runs("", "") == ()


def test_a_long_text_with_few_changes_shows_just_those():
    chance = random.Random(3)
    words = chance.choices([f"word{n}" for n in range(900)], k=20_000)
    changed = [f"new{at}" if at % 500 == 250 else word for at, word in enumerate(words)]
    runs = word_runs(" ".join(words), " ".join(changed))
    assert sum(run.change is Change.ADDED for run in runs) == 40
    assert sum(len(run.text.split()) for run in runs if run.change is Change.ADDED) == 40


def a_million(chance, letters):
    return " ".join(chance.choices(letters, k=1_000_000))


def shuffled(chance):
    words = [f"u{n}" for n in range(250_000)]
    other = words.copy()
    chance.shuffle(other)
    return " ".join(words), " ".join(other)


HARD = {
    "two letters at random": lambda chance: (a_million(chance, "ab"), a_million(chance, "ab")),
    "one word for ever": lambda _: ("a " * 1_000_000, "a " * 999_000 + "b a"),
    "unrelated": lambda chance: (a_million(chance, "abcdefgh"), a_million(chance, "ijklmnop")),
    "every word elsewhere": shuffled,
    "one endless word": lambda _: ("x" * 2_000_000, "y" * 2_000_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", HARD)
def test_two_megabytes_never_hang(kind):
    older, newer = HARD[kind](random.Random(1))
    begun = time.process_time()
    runs = word_runs(older, newer)
    assert time.process_time() - begun < 20  # 1 to 4 s where nothing else runs
    assert applied(runs) == newer
