"""What is said of a plan and of an undo: whole sentences, for one and for many."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.arrivals import Arrival
from app.domain.incoming import (
    Incoming,
    IncomingEntry,
    IncomingPart,
    LeftOut,
    ReadAs,
    SourceKind,
)
from app.services.bringing_in import ImportPlan, Undone
from app.services.import_words import (
    KIND_WORDS,
    left_out_lines,
    plan_lead,
    plan_sentences,
    undone_sentences,
)
from tests.builders import a_form, a_reflection


def an_entry(day=None):
    return IncomingEntry("notes.txt", (IncomingPart("Words."),), day=day)


def a_plan(entries, arrivals, form=None, on_form=0):
    form = form or a_form(form_id="brought_in")
    fits = a_form(form_id="fits", title="Audit")
    reflections = [a_reflection(fits if n < on_form else form) for n in range(arrivals)]
    made = tuple(Arrival(each, bytes(32)) for each in reflections)
    incoming = Incoming(SourceKind.TEXT, "notes", tuple(entries))
    forms = (form, fits) if on_form else (form,)
    undated = sum(1 for entry in entries if entry.day is None)
    return ImportPlan(incoming, made, forms, words=len(entries), undated=undated)


MARCH, MAY = date(2019, 3, 4), date(2020, 5, 6)


def test_how_much_there_is_is_said_with_the_days_that_are_told():
    assert plan_lead(a_plan([an_entry()], 1)) == "1 entry with 1 word."
    assert plan_lead(a_plan([an_entry(MARCH)], 1)) == "1 entry with 1 word, of 4 March 2019."
    lead = plan_lead(a_plan([an_entry(MAY), an_entry(), an_entry(MARCH)] * 700, 3))
    assert lead == "2,100 entries with 2,100 words, from 4 March 2019 to 6 May 2020."


@pytest.mark.parametrize(
    ("plan", "sentences"),
    [
        (a_plan([an_entry(MARCH)], 1), ()),
        (
            a_plan([an_entry(MARCH)], 0),
            ("All of it is in this journal already, so nothing comes in.",),
        ),
        (
            a_plan([an_entry(MARCH)] * 2, 1),
            ("1 of them is in this journal already; 1 comes in.",),
        ),
        (
            a_plan([an_entry(MARCH)] * 5, 3),
            ("2 of them are in this journal already; 3 come in.",),
        ),
        (
            replace(a_plan([an_entry(MARCH)] * 9, 2), in_bin=3, by_writing=1),
            (
                "4 of them are in this journal already and 3 are in its bin; 2 come in.",
                "What is in the bin can be brought back from there.",
                "1 tells no day and stands under the day of writing.",
            ),
        ),
        (
            replace(a_plan([an_entry(MARCH)] * 2, 1), in_bin=1),
            (
                "1 of them is in this journal’s bin; 1 comes in.",
                "What is in the bin can be brought back from there.",
            ),
        ),
        (
            replace(a_plan([an_entry(MARCH)] * 3, 0), in_bin=1),
            (
                "2 of them are in this journal already and 1 is in its bin; nothing comes in.",
                "What is in the bin can be brought back from there.",
            ),
        ),
        (
            replace(a_plan([an_entry(MARCH)], 0), in_bin=1),
            (
                "All of it is in this journal’s bin, so nothing comes in.",
                "What is in the bin can be brought back from there.",
            ),
        ),
        (
            a_plan([an_entry(), an_entry(MARCH)], 2, on_form=1),
            (
                "1 fits the form “Audit” and goes on it.",
                "The other 1 keeps its own headings.",
                "1 tells no day and stands under today’s.",
            ),
        ),
        (
            a_plan([an_entry()] * 4, 4, on_form=2),
            (
                "2 fit the form “Audit” and go on it.",
                "The other 2 keep their own headings.",
                "4 tell no day and stand under today’s.",
            ),
        ),
    ],
)
def test_what_would_come_in_is_said_as_one_would_say_it(plan, sentences):
    assert plan_sentences(plan) == sentences


def test_what_is_left_out_is_told_once_for_each_reason():
    left_out = [LeftOut(f"{n}.png", "A picture.") for n in range(1, 2_005)]
    left_out.insert(3, LeftOut("9.bin", "No words."))
    incoming = Incoming(SourceKind.TEXT, "notes", (), tuple(left_out))
    assert left_out_lines(incoming) == (
        "1.png; 2.png; 3.png and 2,001 more: A picture.",
        "9.bin: No words.",
    )


def test_how_the_source_was_read_is_told_once_for_each_way():
    read_as = tuple(ReadAs(f"{n}.txt", "Read as day, month, year.") for n in range(5))
    incoming = Incoming(SourceKind.TEXT, "notes", (an_entry(MARCH),), read_as=read_as)
    plan = ImportPlan(incoming, a_plan([an_entry(MARCH)], 1).arrivals, (), 1)
    told = "0.txt; 1.txt; 2.txt and 2 more: Read as day, month, year."
    assert plan_sentences(plan)[-1] == told


def test_an_undo_says_what_went_and_what_stays():
    assert undone_sentences(Undone(1, 0)) == ("1 reflection taken out again.",)
    assert undone_sentences(Undone(2_000, 1)) == (
        "2,000 reflections taken out again.",
        "1 stays, because you have worked with it since.",
    )
    assert undone_sentences(Undone(0, 3))[1] == "3 stay, because you have worked with them since."


def test_every_kind_has_its_words():
    assert set(KIND_WORDS) == set(SourceKind)
