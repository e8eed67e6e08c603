"""A surname of the people key that stands for a family, a couple or a relative is called so."""

import pytest

from app.domain.identifier import Confidence, KeptPerson
from app.privacy.finder import Finder

KEY = (
    KeptPerson("Child A", ("Kayleigh Brennan",)),
    KeptPerson("Dad", ("Mohammed al-Rashid",)),
)
FINDER = Finder()


def replaced(text):
    """Give a text as it leaves where nothing is asked: what is certain has its suggestion."""
    places = [
        (each.start, each.end, each.suggestion)
        for each in FINDER.known(text, KEY)
        if each.confidence is Confidence.CERTAIN
    ]
    return FINDER.replaced(text, places, is_markdown=True)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mr. and Mrs. Brennan came.", "The couple came."),
        ("I saw Mr & Mrs Brennan today", "I saw the couple today"),
        ("the Brennans' house was cold", "the family's house was cold"),
        ("We saw the Brennans today", "We saw the family today"),
        ("the al-Rashid family came", "the family came"),
        ("Brennan family meeting", "The family meeting"),
        ("the Brennan family's house", "the family's house"),
        ("Then Mrs Brennan rang", "Then a relative rang"),
        ("Mr al-Rashid rang", "Dad rang"),
        ("Kayleigh Brennan's mum", "Child A's mum"),
        ("Kayleighs bag", "Child A's bag"),
        ("Brennan's bag", "Child A's bag"),
    ],
)
def test_it_leaves_as_what_it_stands_for(text, left):
    assert replaced(text) == left


def test_a_first_name_of_one_with_the_surname_of_another_is_asked_about():
    text = "Mohammed Brennan rang"
    (found,) = FINDER.known(text, KEY)
    assert (text[found.start : found.end], found.confidence) == (
        "Mohammed Brennan",
        Confidence.LIKELY,
    )
    assert "two people" in found.reason
