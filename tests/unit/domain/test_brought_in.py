"""What fits no form: every word of an entry stands in one of the answers."""

import re

import pytest

from app import assets
from app.domain.answer import text_of
from app.domain.brought_in import FORM_ID, brought_in_answers
from app.domain.incoming import IncomingEntry, IncomingPart
from app.domain.records import form_of
from app.domain.sharing import Sharing
from app.formspec.folder import FormFolder


@pytest.fixture(scope="module")
def form():
    folder = FormFolder(assets.resource("forms"))
    assert folder.problems() == ()
    return next(each for each in folder.forms() if each.id == FORM_ID)


def an_entry(*parts):
    return IncomingEntry("2019-03.txt, day 4", tuple(IncomingPart(*part) for part in parts))


def plain(answers):
    return {key: answer.value.text for key, answer in answers.items()}


def test_words_without_a_heading_are_the_account(form):
    entry = an_entry(("The door was ajar.",), ("I waited.",))
    assert plain(brought_in_answers(entry, form)) == {
        "text": "The door was ajar.\n\nI waited.",
        "came_from": "2019-03.txt, day 4",
    }


def test_each_heading_is_a_part_of_its_own_in_order(form):
    entry = an_entry(
        ("Before.",), ("At the door", "Visit"), ("", "Nobody\nhome"), ("Then nothing.", "")
    )
    answers = brought_in_answers(entry, form)
    assert plain(answers) == {
        "text": "Before.",
        "heading": "Visit",
        "words": "At the door",
        "heading#2": "Nobody home",
        "words#3": "Then nothing.",
        "came_from": "2019-03.txt, day 4",
    }
    own = form_of(form, answers)
    assert [each.heading for each in own.sections] == [
        "What was written",
        "Parts: part 1",
        "Parts: part 2",
        "Parts: part 3",
        "Where it comes from",
    ]
    assert {prompt.key for prompt in own.prompts()} >= answers.keys()


def test_more_parts_than_the_form_takes_stand_in_the_last_as_headings(form):
    entry = an_entry(*((f"words{number}", f"Heading{number}") for number in range(1, 131)))
    answers = plain(brought_in_answers(entry, form))
    assert answers["heading#100"] == "Heading100"
    assert answers["words#100"].startswith("words100\n\n## Heading101\n\nwords101\n\n## Head")
    assert answers["words#100"].endswith("## Heading130\n\nwords130")
    assert "heading#101" not in answers


def test_no_word_is_dropped(form):
    parts = [("one two", "three"), ("", "four"), ("five", ""), (" six\n\nseven", "eight nine")]
    for count in (1, 4, 99, 100, 101, 250):
        entry = an_entry(*(parts[number % 4] for number in range(count)))
        given = " ".join(f"{part.heading} {part.text}" for part in entry.parts)
        answers = brought_in_answers(entry, form).values()
        kept = " ".join(text_of(answer.value) for answer in answers)
        words = [word for word in re.findall(r"\w+", kept) if word.isalpha() and word != "txt"]
        assert sorted(words) == sorted([*given.split(), "day"])


def test_everything_is_private(form):
    answers = brought_in_answers(an_entry(("A",), ("B", "C")), form)
    assert {each.sharing for each in answers.values()} == {Sharing.PRIVATE}
