"""The values of a word form and what a field's words probably ask for."""

import pytest

from app.domain.word_form import (
    Column,
    FieldKind,
    Value,
    ValueCell,
    ValueKind,
    ValueName,
    ValueRow,
    WordField,
)
from app.domain.word_form_guess import guessed_mapping


def cell(label, kind=FieldKind.CELL):
    return WordField(f"{kind.value}:{label}", kind, label)


def a_row(**texts):
    return ValueRow(tuple(ValueCell(Column(name), (text,)) for name, text in texts.items()))


@pytest.mark.parametrize("kind", ValueKind)
def test_every_name_reads_back_from_its_text(kind):
    for name in (ValueName(kind), ValueName(kind, "form/key:with colon")):
        assert ValueName.from_text(name.text()) == name


def test_an_unknown_name_is_none():
    assert ValueName.from_text("salary") is None
    assert ValueName.from_text("") is None


def test_a_row_stands_side_by_side_and_a_title_on_its_own():
    assert a_row(what="Ring", who="Me").lines() == ("Ring · Me",)
    assert a_row(title="A visit", what="It was quiet.").lines() == ("A visit", "It was quiet.")


def test_only_a_list_of_several_rows_is_marked():
    one, two = a_row(what="Ring", who="Me"), a_row(what="Write", who="You")
    assert Value((one,)).lines() == ("Ring · Me",)
    assert Value((one, two)).lines() == ("• Ring · Me", "• Write · You")
    assert Value.of_lines(("a", "", "b")).lines() == ("a", "b")


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Date of supervision", ValueKind.DATE),
        ("Date of next supervision", ValueKind.NEXT_DATE),
        ("Name of supervisor", ValueKind.SUPERVISOR),
        ("Line manager", ValueKind.SUPERVISOR),
        ("Supervisee", ValueKind.PREPARED_BY),
        ("Social worker’s name", ValueKind.PREPARED_BY),
        ("Type of supervision", ValueKind.SESSION_KIND),
        ("Review of previous actions", ValueKind.LAST_ACTIONS),
        ("Actions agreed", ValueKind.AGREED),
        ("Decisions made", ValueKind.DECISIONS),
        ("Agenda items", ValueKind.WANTS),
        ("Reflective discussion", ValueKind.REFLECTIONS),
        ("Wellbeing and workload", ValueKind.CAPACITY),
        ("Disagreements", ValueKind.DISAGREEMENTS),
        ("Emerging themes", ValueKind.THEMES),
        ("next_date", ValueKind.NEXT_DATE),
        ("agreed", ValueKind.AGREED),
    ],
)
def test_the_words_of_a_field_tell_what_it_asks_for(label, kind):
    assert guessed_mapping([cell(label)]) == {f"cell:{label}": ValueName(kind)}


@pytest.mark.parametrize("label", ["Signed", "Place", "Payroll number", "Signature and date"])
def test_what_is_for_a_pen_or_unknown_is_left_alone(label):
    assert guessed_mapping([cell(label)]) == {}


def test_no_value_is_proposed_twice_and_a_date_never_for_rows():
    rows = WordField("rows:Date", FieldKind.ROWS, "Date")
    assert guessed_mapping([cell("Date"), cell("Date agreed with"), rows])["cell:Date"]
    assert "rows:Date" not in guessed_mapping([rows])
    twice = guessed_mapping([cell("Supervisor"), cell("Manager")])
    assert list(twice) == ["cell:Supervisor"]


def test_where_there_are_tags_only_tags_are_mapped():
    tag = WordField("tag:date", FieldKind.TAG, "date")
    assert list(guessed_mapping([tag, cell("Supervisor")])) == ["tag:date"]
