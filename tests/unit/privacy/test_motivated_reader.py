"""What somebody who knows the area could put together from one document."""

import pytest

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.motivated_reader import combinations

Kind = IdentifierKind


def a_text(words, *found):
    """A text with findings: pairs of words in it and their kind."""
    findings = [
        PossibleIdentifier(
            words.index(part), words.index(part) + len(part), kind, "why", Confidence.LIKELY, "x"
        )
        for part, kind in found
    ]
    return words, findings


def sentences(*texts):
    return [each.words for each in combinations(texts)]


@pytest.mark.parametrize(
    ("text", "sentence", "parts"),
    [
        (
            a_text("In Little Harding, at Brindle Primary School.",
                   ("Little Harding", Kind.PLACE), ("Brindle Primary School", Kind.ORGANISATION)),
            "A place and a school: together they narrow it down to a neighbourhood.",
            ("Little Harding", "Brindle Primary School"),
        ),
        (
            a_text("He is 14 months old, in Little Harding.",
                   ("14 months old", Kind.EXACT_AGE), ("Little Harding", Kind.PLACE)),
            "An exact age and a place: together they point to few families.",
            ("14 months old", "Little Harding"),
        ),
        (
            a_text("In Little Harding on 12 March 2024.",
                   ("Little Harding", Kind.PLACE), ("12 March 2024", Kind.EXACT_DATE)),
            "A place and an exact date: whoever was there that day knows who is meant.",
            ("Little Harding", "12 March 2024"),
        ),
        (
            a_text("The twins and a baby; the girl is aged 7.",
                   ("twins and a baby", Kind.SIBLINGS)),
            "An age and a set of brothers and sisters: together they point to few families.",
            ("aged 7", "twins and a baby"),
        ),
        (
            a_text("The fire at the mill was on 12 March 2024.",
                   ("fire at the mill", Kind.RARE_EVENT), ("12 March 2024", Kind.EXACT_DATE)),
            "A rare event and an exact date: together they can be looked up in the news.",
            ("fire at the mill", "12 March 2024"),
        ),
        (
            a_text("The head teacher of Brindle School rang.",
                   ("Brindle School", Kind.ORGANISATION)),
            "A colleague's role and a school: together they name a colleague.",
            ("head teacher", "Brindle School"),
        ),
        (
            a_text("A Tigrinya interpreter in Little Harding.", ("Little Harding", Kind.PLACE)),
            "A language or nationality and a place: together they point to few families.",
            ("Tigrinya", "Little Harding"),
        ),
        (
            a_text("They are Jehovah’s Witnesses in Little Harding.",
                   ("Little Harding", Kind.PLACE)),
            "A faith or community and a place: together they point to few families.",
            ("Jehovah’s Witnesses", "Little Harding"),
        ),
    ],
)  # fmt: skip
def test_two_clues_are_told_as_one_sentence_with_the_words_found(text, sentence, parts):
    (only,) = combinations([text])
    assert only.words == sentence
    assert only.parts == parts


def test_clues_of_several_places_of_a_document_count_together():
    title = a_text("Visit on 12 March 2024", ("12 March 2024", Kind.EXACT_DATE))
    answer = a_text("We met at Brindle Nursery.", ("Brindle Nursery", Kind.ORGANISATION))
    assert sentences(title) == sentences(answer) == []
    assert sentences(title, answer) == [
        "A nursery and an exact date: whoever was there that day knows who is meant."
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_text("Nothing here tells who it was."),
        a_text("In Little Harding and Great Harding.",
               ("Little Harding", Kind.PLACE), ("Great Harding", Kind.PLACE)),
        a_text("A Polish and a Somali family."),
        a_text("Ring 07700 900123 or 01632 960001.",
               ("07700 900123", Kind.PHONE), ("01632 960001", Kind.PHONE)),
    ],
)  # fmt: skip
def test_there_is_nothing_without_two_different_clues(text):
    assert combinations([text]) == ()


def test_the_words_of_a_name_are_no_clue_of_their_own():
    school = a_text("At the Sikh Academy.", ("Sikh Academy", Kind.ORGANISATION))
    assert combinations([school]) == ()


def test_six_are_told_at_most_and_the_weightiest_first():
    everything = a_text(
        "The fire of 12 March 2024 at Brindle School in Little Harding: Kayleigh, 14 months old, "
        "the twins and a baby, a Tamil family; the headteacher rang.",
        ("fire", Kind.RARE_EVENT), ("12 March 2024", Kind.EXACT_DATE), ("Kayleigh", Kind.NAME),
        ("Brindle School", Kind.ORGANISATION), ("Little Harding", Kind.PLACE),
        ("14 months old", Kind.EXACT_AGE), ("twins and a baby", Kind.SIBLINGS),
    )  # fmt: skip
    told = sentences(everything)
    assert len(told) == 6
    assert told[0] == "A name and a place: together they lead to one person."
    assert len(set(told)) == 6


def test_no_more_than_four_parts_each_once_and_none_too_long():
    said = "I never " + "ever " * 40 + "meant it"
    text = a_text(
        f"In Alder, Birch, Cedar and alder. “{said}” on **12 March** 2024.",
        ("Alder", Kind.PLACE), ("Birch", Kind.PLACE), ("Cedar", Kind.PLACE),
        ("alder", Kind.PLACE), (said, Kind.QUOTED_SPEECH), ("12 March** 2024", Kind.EXACT_DATE),
    )  # fmt: skip
    by_words = {each.words: each.parts for each in combinations([text])}
    assert all(len(parts) <= 4 and len(set(parts)) == len(parts) for parts in by_words.values())
    assert all(len(part) <= 60 for parts in by_words.values() for part in parts)
    dated = "A place and an exact date: whoever was there that day knows who is meant."
    assert by_words[dated] == ("Alder", "Birch", "12 March 2024")


def test_what_was_found_of_a_birthday_is_called_by_its_name():
    text = a_text(
        "Born 1/2/2015, Little Harding.",
        ("1/2/2015", Kind.DATE_OF_BIRTH), ("Little Harding", Kind.PLACE),
    )  # fmt: skip
    assert sentences(text) == ["A date of birth and a place: together they point to few families."]
