"""Organisations in small letters: a name before the word, behind a word that leads to it."""

import pytest

from app.domain.identifier import IdentifierKind
from app.privacy.detector import Detector

DETECTOR = Detector.shipped()


def organisations(text):
    return [
        text[each.start : each.end]
        for each in DETECTOR.find(text)
        if each.kind is IdentifierKind.ORGANISATION
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("she goes to st botolphs c of e primary now", "st botolphs c of e primary"),
        ("he was seen at larkmead surgery twice", "larkmead surgery"),
        ("the worker from sunnyside health centre", "sunnyside health centre"),
        ("placed at hillside children's home", "hillside children's home"),
        ("attends meadow bank nursery", "meadow bank nursery"),
        ("thornwick primary rang me", "thornwick primary"),
    ],
)
def test_a_name_in_small_letters_is_found(text, name):
    assert organisations(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "he was late at school again",
        "she moved from nursery to big school",
        "at the local nursery nobody knew",
        "she is at another primary school",
        "from thier school came nothing",
        "at breakfast club and after school club",
        "he attends mainstream school",
        "in secure children's homes",
        "the whole school approach",
        "teh nursery rang",
        "I sat outside hospital for an hour",
    ],
)
def test_words_that_say_only_the_sort_stay_quiet(text):
    assert organisations(text) == []
