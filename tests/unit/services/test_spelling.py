"""The spelling service: own words, words let pass, and what is too long to be a word."""

import pytest

from app import assets
from app.services.spelling import Spelling
from app.spelling.speller import Speller
from tests.workshops import FixedClock


class Shelf:
    """Own words in memory."""

    def __init__(self):
        self.words = []

    def all(self):
        return tuple(self.words)

    def add(self, word, at):
        self.words.append(word)

    def remove(self, word):
        self.words.remove(word)


@pytest.fixture
def spelling():
    return Spelling(Speller(assets.resource("dictionaries")), Shelf(), FixedClock())


def marked(spelling):
    return [each.word for each in spelling.unknown("the child's mindscape’s edge")]


def test_a_word_is_known_once_it_is_added_and_no_longer_when_it_is_removed(spelling):
    assert marked(spelling) == ["mindscape’s"]
    assert spelling.add("mindscape") == ("mindscape",)
    assert marked(spelling) == []
    assert spelling.remove("mindscape") == ()
    assert marked(spelling) == ["mindscape’s"]


def test_a_word_let_pass_is_not_kept(spelling):
    spelling.let_pass("mindscape")
    assert marked(spelling) == []
    assert spelling.shelf.words == []


def test_a_word_is_kept_with_a_straight_apostrophe(spelling):
    spelling.add("  o’mindscape ")
    assert spelling.shelf.words == ["o'mindscape"]


@pytest.mark.parametrize("word", ["", "   ", "x" * 61])
def test_what_is_no_word_is_not_kept(spelling, word):
    assert spelling.add(word) == ()
