"""What fits no form: every word of an entry stands in one of the answers."""

import re
from dataclasses import replace

import pytest

from app import assets
from app.domain.answer import text_of
from app.domain.brought_in import FORM_ID, brought_in_answers, first_words, under_own_headings
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


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((("The door was ajar.",),), "The door was ajar."),
        ((("",), ("", "Visit"), ("I waited.", "Later")), "Visit"),
        ((("***",), ("## The *door*\n\n- was ajar", "Visit")), "The door was ajar"),
        ((("word " * 30,),), "word word word word word word word word word word word word…"),
        ((("x" * 200,),), "x" * 60 + "…"),
        ((), ""),
    ],
)
def test_an_entry_without_a_title_is_called_by_its_first_words(parts, expected):
    assert first_words(an_entry(*parts)) == expected


def as_read(form, *parts, sharing=None):
    answers = dict(brought_in_answers(an_entry(*parts), form))
    if sharing:
        answers["words"] = replace(answers["words"], sharing=sharing)
    own = form_of(form, answers)
    answered = [(each, answers[each.key]) for each in own.prompts() if each.key in answers]
    shown = under_own_headings(own, answered)
    assert [each for each in shown if each[0].key == "came_from"] == [answered[-1]]
    return [(prompt.text, text_of(answer.value)) for prompt, answer in shown[:-1]]


def test_each_part_is_read_under_its_own_heading(form):
    assert as_read(form, ("Before.",), ("At the door", "Visit"), ("", "Nobody"), ("Then.", "")) == [
        ("What you wrote", "Before."),
        ("Visit", "At the door"),
        ("Nobody", ""),
        ("Words", "Then."),
    ]


def test_a_heading_that_is_shared_otherwise_than_its_words_is_read_by_itself(form):
    shown = as_read(form, ("At the door", "Visit"), sharing=Sharing.SUPERVISION)
    assert shown == [("Heading", "Visit"), ("Words", "At the door")]


def test_no_other_form_is_read_so(form):
    other = replace(form, id="mine")
    assert as_read(other, ("At the door", "Visit")) == [
        ("Heading", "Visit"),
        ("Words", "At the door"),
    ]
