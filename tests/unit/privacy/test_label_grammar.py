"""A role label fits into the sentence where a name stood."""

import re

import pytest

from app.privacy.replacing import Replacement, replaced

LABELS = {
    "Kayleigh": "Child A", "KAYLEIGH": "Child A", "James": "Child B", "K.O.": "Child A",
    "Adaeze": "Child C", "Imran": "the uncle", "Donna": "the mother", "Obi": "the GP",
    "Brindle School": "the school", "Oakfield School": "School B", "Twins": "the twins",
    "12 March 2024": "spring 2024", "3.15 pm": "in the afternoon", "943 476 5919": "an NHS number",
    "kay@example.org": "an email address",
}  # fmt: skip


def with_labels(text, labels=LABELS):
    """The text with a label at every place of a name."""
    places = [
        Replacement(*match.span(), labels[match.group()])
        for match in re.finditer("|".join(map(re.escape, labels)), text)
    ]
    return replaced(text, places)


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("I saw Kayleigh's bag", "I saw Child A's bag"),
        ("I saw Kayleigh’s bag", "I saw Child A’s bag"),
        ("I saw KAYLEIGH'S bag", "I saw Child A's bag"),
        ("I saw James' bag", "I saw Child B's bag"),
        ("I saw James’ bag", "I saw Child B’s bag"),
        ("I saw James's bag", "I saw Child B's bag"),
        ("I saw Kayleighs bag", "I saw Child A's bag"),
        ("I’m told Kayleighs bag", "I’m told Child A’s bag"),
        ("I saw Twins' bag", "I saw the twins' bag"),
        ("I saw Twins's bag", "I saw the twins' bag"),
        ("He said ‘I am James’ and left", "He said ‘I am Child B’ and left"),
        ("Kayleighville", "Child Aville"),
    ],
)
def test_the_possessive_stays(text, fitted):
    assert with_labels(text) == fitted


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("Donna came.", "The mother came."),
        ("So. Donna came.", "So. The mother came."),
        ("Why? “Donna came.”", "Why? “The mother came.”"),
        ("She said, “Donna came.”", "She said, “The mother came.”"),
        ("# Donna\n\nDonna", "# The mother\n\nThe mother"),
        ("- Donna\n1. **Donna**", "- The mother\n1. **The mother**"),
        ("it was, e.g. Donna", "it was, e.g. the mother"),
        ("we saw\nDonna there", "we saw\nthe mother there"),
        ("we left.\nDonna came", "we left.\nThe mother came"),
        ("to Donna: Donna", "to the mother: the mother"),
    ],
)  # fmt: skip
def test_a_label_has_a_capital_where_a_sentence_begins(text, fitted):
    assert with_labels(text) == fitted


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("at the Brindle School gate", "at the school gate"),
        ("The Brindle School", "The school"),
        ("a Brindle School governor", "a school governor"),
        ("by an Adaeze day", "by a Child C day"),
        ("An Adaeze day", "A Child C day"),
        ("was a Imran one", "was an uncle one"),
        ("near the Oakfield School.", "near School B."),
        ("our Brindle School", "our school"),
        ("I told her Donna was ill", "I told her the mother was ill"),
        ("I felt that Donna was ill", "I felt that the mother was ill"),
        ("Poor Donna came", "The poor mother came"),
    ],
)
def test_an_article_is_neither_doubled_nor_wrong(text, fitted):
    assert with_labels(text) == fitted


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("Mum Donna came", "The mother came"),
        ("her mum Donna came", "her mother came"),
        ("Kayleigh's mum Donna came", "Child A's mother came"),
        ("saw Mrs Donna", "saw the mother"),
        ("I miss Donna", "I miss the mother"),
        ("rang Dr Obi", "rang the GP"),
        ("the GP Dr Obi rang", "the GP rang"),
        ("saw the child Kayleigh there", "saw Child A there"),
        ("saw her child Kayleigh there", "saw her child Child A there"),
        ("her NHS number 943 476 5919", "her NHS number"),
    ],
)
def test_what_the_label_says_is_not_said_twice(text, fitted):
    assert with_labels(text) == fitted


def test_a_kind_that_follows_the_name_is_not_said_twice():
    labels = {"Brindle": "the school"}
    assert with_labels("at Brindle school today", labels) == "at the school today"


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("On 12 March 2024 we met", "In spring 2024 we met"),
        ("on Tuesday, 12 March 2024 we met", "in spring 2024 we met"),
        ("since 12 March 2024", "since spring 2024"),
        ("the 12 March 2024 review", "the spring 2024 review"),
        ("at 3.15 pm she rang", "in the afternoon she rang"),
        ("by 3.15 pm she rang", "by the afternoon she rang"),
    ],
)
def test_a_time_fits_its_sentence(text, fitted):
    assert with_labels(text) == fitted


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("I saw K.O. Then we left.", "I saw Child A. Then we left."),
        ("I saw K.O.", "I saw Child A."),
        ("as K.O. said", "as Child A said"),
    ],
)
def test_the_last_dot_of_initials_may_be_the_full_stop(text, fitted):
    assert with_labels(text) == fitted
