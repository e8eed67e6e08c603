"""Room in forms without tags: where it is, where it only seems to be, and how it is filled."""

import zipfile
from io import BytesIO

import pytest

from app.domain.errors import WordFormRefused
from app.word_forms.filling import fields_of, fill
from app.word_forms.room import CellRoom
from tests.word_documents import paragraph, table
from tests.word_forms import lines, rows, text_of

SAID = lines("My words.")


def labels(data):
    return [field.label for field in fields_of(data)]


@pytest.mark.parametrize(
    ("body", "label", "read"),
    [
        (table(["Supervisor:", ""]), "Supervisor", "Supervisor:\nMy words."),
        (table(["Discussion"], [""]), "Discussion", "Discussion\nMy words."),
        (table(["Date", "Name"], ["", ""]), "Date", "Date\nName\nMy words.\n"),
        (paragraph("Date: ________"), "Date", "Date: My words."),
        (paragraph("Date: .........."), "Date", "Date: My words."),
        (paragraph("Supervisor:"), "Supervisor", "Supervisor: My words."),
        (
            paragraph("What went well?") + paragraph(),
            "What went well?",
            "What went well?\nMy words.",
        ),
        (table(["Date: ____"]), "Date", "Date: My words."),
        (table(["Present:", "____"]), "Present", "Present:\nMy words."),
    ],
)
def test_room_is_found_and_filled(form, filled, body, label, read):
    data = form(body)
    assert labels(data)[0] == label
    key = fields_of(data)[0].key
    assert text_of(fill(data, {key: SAID}).data) == read


def test_two_blanks_in_one_line_are_two_fields(form):
    data = form(paragraph("Date: ______ Place: ______ (room)"))
    given = dict(
        zip((f.key for f in fields_of(data)), (lines("1 May"), lines("East")), strict=True)
    )
    assert text_of(fill(data, given).data) == "Date: 1 May Place: East (room)"


def test_fields_of_the_same_label_have_keys_of_their_own(form):
    data = form(table(["Date:", ""], ["Date:", ""]))
    assert [field.key for field in fields_of(data)] == ["cell:Date", "cell:Date:2"]


def test_the_key_of_a_field_does_not_depend_on_what_stands_before_it(form):
    (alone,) = fields_of(form(table(["Date:", ""])))
    *_, behind = fields_of(form(table(["Name:", ""]) + table(["Date:", ""])))
    assert alone.key == behind.key


def test_what_only_seems_to_be_room_is_none(form):
    merged = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/>'
    below = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    body = table(["Label", picture]) + table(["One", merged], ["Two", below])
    assert labels(form(body + paragraph("Heading:") + paragraph("Words."))) == ["One", "Heading"]


def test_old_form_fields_count_as_empty_and_go(form):
    old = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t xml:space="preserve">\u2002\u2002\u2002</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    data = form(table(["Supervisor:", old]))
    (field,) = fields_of(data)
    assert text_of(fill(data, {field.key: SAID}).data).split() == ["Supervisor:", "My", "words."]


def test_words_without_a_column_go_with_what_they_are_about(form):
    data = form(table(["Action", "Who"], ["", ""], ["", ""]))
    (field,) = fields_of(data)
    value = rows({"what": "Ring", "who": "Me", "when": "1 May", "how_known": "it rang"})
    read = text_of(fill(data, {field.key: value}).data).split("\n")
    assert read == ["Action", "Who", "Ring · 1 May · it rang", "Me", "", ""]


def test_a_list_in_a_single_cell_is_told_apart_by_marks(form):
    data = form(table(["Actions", ""]))
    value = rows({"what": "Ring", "who": "Me"}, {"what": "Write", "who": "You"})
    (field,) = fields_of(data)
    assert text_of(fill(data, {field.key: value}).data) == "Actions\n• Ring · Me\n• Write · You"


def test_a_cell_takes_a_paragraph_for_each_line_in_the_look_of_the_cell(form):
    bold = "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>"
    data = form(table(["Notes", bold]))
    (field,) = fields_of(data)
    filled = fill(data, {field.key: lines("One", "Two")}).data
    assert text_of(filled) == "Notes\nOne\nTwo"


def test_an_unmapped_form_comes_back_with_its_own_words_only(form):
    data = form(paragraph("Date: ______") + table(["Name", ""]))
    assert text_of(fill(data, {}).data) == "Date: ______\nName\n"


def test_characters_that_no_document_may_hold_are_left_out(form):
    data = form(table(["Notes", ""]))
    (field,) = fields_of(data)
    given = {field.key: lines("a\x00b\x0cc\ud800d\ufdd0e\tf\ufffe")}
    assert text_of(fill(data, given).data) == "Notes\nabc\N{REPLACEMENT CHARACTER}de f"


def test_a_form_in_which_words_would_be_missing_is_not_made(form, monkeypatch):
    data = form(table(["Notes", ""], ["Name", ""]))
    monkeypatch.setattr(CellRoom, "put", lambda self, value: "")
    with pytest.raises(WordFormRefused, match="could not take all the words"):
        fill(data, {"cell:Notes": SAID})


def test_a_control_of_plain_text_says_that_it_holds_several_lines(form):
    control = (
        '<w:p><w:sdt><w:sdtPr><w:alias w:val="Notes"/><w:text/></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    key = fields_of(form(control))[0].key
    one = fill(form(control), {key: lines("One line.")}).data
    several = fill(form(control), {key: lines("One line.", "And another.")}).data
    assert b"multiLine" not in body_of(one)
    assert b'<w:text w:multiLine="1"/>' in body_of(several)


def body_of(data):
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read("word/document.xml")
