"""How well the spell check does with words of the field: found, left alone, rightly guessed."""

import tomllib
from pathlib import Path

import pytest

from app import assets
from app.spelling.speller import Speller

DATA = Path(__file__).resolve().parents[2] / "data" / "spelling.toml"
FEWEST_FOUND, FEWEST_QUIET, FEWEST_GUESSED = 98, 297, 95


@pytest.fixture(scope="module")
def words():
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def speller():
    return Speller(assets.resource("dictionaries"))


def is_marked(speller, word):
    return bool(speller.unknown(f"they wrote {word} here", ()))


def test_misspelt_words_are_found_and_words_of_the_field_left_alone(words, speller, capsys):
    misspelt, right = words["misspelt"], words["right"]["words"]
    assert (len(misspelt), len(set(right))) == (100, 300)
    missed = [word for word in misspelt if not is_marked(speller, word)]
    marked = [word for word in right if is_marked(speller, word)]
    with capsys.disabled():
        print(f"\nmisspelt words found: {100 - len(missed)} of 100; missed: {missed}")
        print(f"right words left alone: {300 - len(marked)} of 300; marked: {marked}")
    assert 100 - len(missed) >= FEWEST_FOUND
    assert 300 - len(marked) >= FEWEST_QUIET


@pytest.mark.slow
def test_what_was_meant_is_among_the_five_that_are_offered(words, speller, capsys):
    places = {word: place_of(speller, word, meant) for word, meant in words["misspelt"].items()}
    first = sum(place == 1 for place in places.values())
    guessed = sum(place > 0 for place in places.values())
    missed = [word for word, place in places.items() if not place]
    with capsys.disabled():
        print(f"\nmeant word offered: {guessed} of 100, first: {first}; not offered: {missed}")
    assert guessed >= FEWEST_GUESSED


def place_of(speller, word, meant):
    """Give at which place a word is offered, from 1, or 0."""
    near = speller.near(word, ())
    return near.index(meant) + 1 if meant in near else 0
