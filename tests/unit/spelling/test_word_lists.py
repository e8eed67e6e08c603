"""The lists as they are shipped: sorted, whole, and what an independent reader makes of them."""

import random
import runpy
from pathlib import Path

import pytest
from spylls.hunspell import Dictionary

from app import assets
from app.spelling.word_list import WordList

PROJECT = Path(__file__).resolve().parents[3]
FOLDER = assets.resource("dictionaries")
SAMPLE, SEED = 600, 20260707
LETTERS = "abcdeiklmnoprstu"


@pytest.fixture(scope="module")
def maker():
    return runpy.run_path(str(PROJECT / "packaging" / "make_word_list.py"))


def lines(*names):
    return FOLDER.joinpath(*names).read_text(encoding="utf-8").splitlines()


def test_the_lists_are_what_the_dictionary_makes(maker):
    words, rude = maker["word_lists"](FOLDER / "en_GB")
    assert lines("en_GB", "words.txt") == words
    assert lines("en_GB", "never_suggested.txt") == rude


@pytest.mark.slow
# The other reader leaves its files to the collector.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_hunspells_own_reading_agrees_word_for_word():
    read = Dictionary.from_files(str(FOLDER / "en_GB" / "source" / "index"))
    ours = WordList.read_sorted(FOLDER / "en_GB" / "words.txt")
    chance = random.Random(SEED)
    words = chance.sample(lines("en_GB", "words.txt"), SAMPLE)
    assert [word for word in words if not read.lookup(word)] == []
    slips = [slip for word in words if (slip := slipped(word, chance)).islower()]
    assert [slip for slip in slips if read.lookup(slip) != (slip in ours)] == []
    assert 0 < sum(slip in ours for slip in slips) < len(slips) / 2


def slipped(word, chance):
    place = chance.randrange(len(word))
    return word[:place] + chance.choice(LETTERS) + word[place + chance.randint(0, 1) :]


def test_the_words_of_the_field_are_sorted_and_not_in_the_dictionary_already():
    words = [line for line in lines("sector_words.txt") if not line.startswith("#")]
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
    assert all(word == word.strip() and " " not in word for word in words)


def test_a_list_finds_its_first_its_last_and_every_other_word():
    words = ["Zoë", "a", "aa", "ab", "b", "café", "zz"]
    listed = WordList(words)
    assert [word for word in words if word not in listed] == []
    assert [
        word for word in ("", "A", "c", "caf", "cafe", "zzz", "é", "\n") if word in listed
    ] == []
    assert listed.beginning_with("a") == ["a", "aa", "ab"]
    assert listed.beginning_with("q") == []
    assert "a" not in WordList(())
