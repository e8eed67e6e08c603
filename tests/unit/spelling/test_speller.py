"""What the speller knows, what it leaves alone, and what it offers."""

import pytest

from app import assets
from app.spelling.speller import Speller


@pytest.fixture(scope="module")
def speller():
    return Speller(assets.resource("dictionaries"))


def marked(speller, text, own=()):
    return [each.word for each in speller.unknown(text, own)]


def test_spelling_is_british_with_ise(speller):
    assert marked(speller, "we organised and realised in colour") == []
    assert marked(speller, "we organized and realized in color") == [
        "organized",
        "realized",
        "color",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "we met Kwabena and Aoife there",
        "Kwabena came. Oluwaseun came too",
        "the mother of Child A and McKenzie",
        "CAMHS, EHCPs, the XYZQ and SENCo",
        "CAMHS’s view, Child A's view, the SENCO's",
        "co-production, non-accidental and pre-birth",
        "I don’t, she’d, they'll",
        "SAFEGUARDING IS EVERYBODY'S BUSINESS",
    ],
)
def test_names_acronyms_and_beginnings_before_a_hyphen_are_left_alone(speller, text):
    assert marked(speller, text) == []


def test_a_slip_at_the_beginning_of_a_sentence_is_no_name(speller):
    assert marked(speller, "Definately so. Accomodation first.") == ["Definately", "Accomodation"]


def test_long_words_in_capitals_are_looked_up(speller):
    assert marked(speller, "SAFEGAURDING") == ["SAFEGAURDING"]


def test_own_words_are_known_with_any_capital_and_with_a_possessive(speller):
    own = {"mindscape"}
    assert marked(speller, "Mindscape’s and mindscape and MINDSCAPE", own) == []
    assert marked(speller, "a mindscape here") == ["mindscape"]


def test_own_words_are_offered_too(speller):
    assert speller.near("mindscpae", {"mindscape"})[0] == "mindscape"


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("Recieve", "Receive"),
        ("SAFEGAURDING", "SAFEGUARDING"),
        ("didnt", "didn't"),
        ("alot", "a lot"),
        ("genagram", "genogram"),
        ("organized", "organised"),
    ],
)
def test_the_likeliest_comes_first_with_the_capitals_of_what_was_typed(speller, word, first):
    near = speller.near(word, ())
    assert first in near[:3]
    assert len(near) <= 5


def test_nothing_is_offered_for_what_is_like_no_word(speller):
    assert speller.near("qzxvkwqzxv", ()) == ()


def test_rude_words_are_known_and_never_offered(speller):
    (rude, *_) = (
        (assets.resource("dictionaries", "en_GB", "never_suggested.txt")).read_text().split()
    )
    assert marked(speller, f"he said {rude.lower()} then") == []
    assert rude not in speller.near(rude + "x", ())


@pytest.mark.parametrize("word", ["é", "ŵy", "ß", "Łukaszz", "İİ", "ﬁﬁ", "日本語", "a" * 60])
def test_strange_letters_are_survived(speller, word):
    speller.unknown(f"with {word} here", ())
    speller.near(word, ())
