"""Three forms as organisations have them, of our own making: found, filled, read back."""

from io import BytesIO

import pytest
from docx import Document

from app.domain.word_form import FieldKind, Misfit, Value
from app.word_forms.filling import fields_of, fill
from tests.unit.word_forms.three import FORMS, VALUES, filled
from tests.word_forms import CONTROLS, TABLES, TAGGED, lines, rows, text_of


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_every_word_that_was_mapped_stands_in_the_filled_form(path):
    result, given = filled(path)
    text = " ".join(text_of(result.data).split())
    for value in given.values():
        for line in (line for row in value.rows for cell in row.cells for line in cell.lines):
            assert " ".join(line.split()) in text or (path is TAGGED and line == "Decide")
    assert "{{" not in text
    assert "{%" not in text


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_the_form_keeps_all_of_its_own_words(path):
    result, _ = filled(path)
    before = Document(path)
    after = text_of(result.data)
    own = [cell.text for table in before.tables for row in table.rows for cell in row.cells]
    own += [paragraph.text for paragraph in before.paragraphs]
    for words in own:
        for line in words.split("\n"):
            is_left_out = "Nothing was put forward" in line  # there is something
            if not is_left_out and not any(each in line for each in ("{", "__", "Click")):
                assert line.strip() in after


def test_a_list_fills_a_row_of_the_table_for_each_action():
    result, _ = filled(TAGGED)
    table = Document(BytesIO(result.data)).tables[1]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[:3] == [
        ["Action", "Who", "How it stands"],
        ["Ring the school & ask “who else?” <b>", "Me", "done 14 Oct"],
        ["Ask for a joint visit", "Team manager", "by 3 November 2026"],
    ]
    assert cells[5] == ["", "", ""]  # the form's own empty row, for handwriting


def test_what_a_list_does_not_ask_for_is_named():
    result, _ = filled(TAGGED)
    assert [each.label for each in result.misfits] == ["topics"]
    assert [column.value for column in result.misfits[0].columns] == ["help"]


def test_a_condition_keeps_one_of_its_two_sides():
    data = TAGGED.read_bytes()
    with_topics, without = (
        text_of(fill(data, given).data) for given in ({"tag:topics": VALUES["wants"]}, {})
    )
    assert "the Thursday visit" in with_topics
    assert "Nothing was put forward" not in with_topics
    assert "Nothing was put forward for today." in without
    assert "For today" not in without


def test_rows_are_added_counted_and_may_grow():
    result, _ = filled(TABLES)
    document = Document(BytesIO(result.data))
    review = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert [row[0] for row in review[2:6]] == ["1.", "2.", "3.", "4."]
    assert review[5][1:] == ["Write to the father", "Me", "by 9 November 2026"]
    assert review[6][0] == "Carry anything that is not done forward."
    rules = [row.height_rule for row in document.tables[0].rows]
    assert [str(rule) for rule in rules] == ["AT_LEAST (1)"] * 2


def test_a_table_within_a_table_is_filled():
    result, _ = filled(TABLES)
    inner = Document(BytesIO(result.data)).tables[3].rows[1].cells[0].tables[0]
    assert [cell.text for cell in inner.rows[1].cells] == [
        "Book the room",
        "Me",
        "1 November 2026",
    ]


def test_a_choice_takes_the_answer_that_says_the_same():
    result, _ = filled(CONTROLS)
    assert "Planned supervision" in text_of(result.data)
    assert "Choose one." not in text_of(result.data)


def test_a_choice_that_does_not_offer_the_answer_is_named_and_stays_as_it_was():
    result = fill(CONTROLS.read_bytes(), {"choice:Kind of supervision": lines("By telephone")})
    assert result.misfits == (
        Misfit("Kind of supervision", "the form offers only answers of its own here"),
    )
    assert "By telephone" not in text_of(result.data)
    assert "Choose one." in text_of(result.data)


def test_a_control_is_no_prompt_any_more_and_bound_to_nothing():
    result, _ = filled(CONTROLS)
    xml = Document(BytesIO(result.data)).element.xml
    assert "showingPlcHdr" not in xml
    assert "dataBinding" not in xml
    assert "2020-01-01" not in xml


def test_the_longest_answer_goes_in_whole():
    long = tuple(f"Paragraph {number} of thirty pages. " + "word " * 90 for number in range(150))
    result = fill(
        TABLES.read_bytes(), {"cell:Reflective discussion of cases": Value.of_lines(long)}
    )
    text = text_of(result.data)
    assert all(" ".join(line.split()) in " ".join(text.split()) for line in long)


def test_three_hundred_actions_make_three_hundred_rows():
    many = rows(*({"what": f"Action {number}", "who": "Me"} for number in range(300)))
    data = TAGGED.read_bytes()
    text = text_of(fill(data, {"tag:actions": many}).data).split("\n")
    assert [f"Action {number}" for number in range(300)] == [
        line for line in text if line.startswith("Action ") and line[-1].isdigit()
    ]


def test_every_kind_of_field_is_found():
    kinds = {field.kind for path in FORMS for field in fields_of(path.read_bytes())}
    assert kinds == set(FieldKind)
