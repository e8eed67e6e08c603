"""Forms that are something else, hold programs, reach outside, or want too much: one sentence."""

import zipfile
from io import BytesIO

import pytest

from app.domain.errors import WordFormRefused
from app.word_forms.filling import fields_of, fill
from app.word_forms.process import FormProcess
from tests.word_documents import members, paragraph, relations, table, write
from tests.word_forms import lines

FORM = table(["Supervisor:", ""])
OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def refused(data):
    with pytest.raises(WordFormRefused) as caught:
        fields_of(data)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def packed(tmp_path, made):
    return write(tmp_path / "form.docx", made).read_bytes()


def with_link(tmp_path, kind, target):
    return packed(tmp_path, members(FORM, links=(("x1", kind, target, "External"),)))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (OLE + bytes(600), "old format"),
        (OLE + bytes(22) + b"\x09\0" + bytes(480), "old format"),
        (b"{\\rtf1 form}", "rich text"),
        (b"<html></html>", "not a Word document"),
        (b"PK\3\4 and then nothing", "damaged"),
    ],
)
def test_what_is_no_word_document_is_refused(data, told):
    assert told in refused(data)


def test_a_locked_form_is_refused():
    from pathlib import Path

    locked = Path(__file__).parents[2] / "data" / "word" / "locked.docx"
    assert "locked with a password" in refused(locked.read_bytes())


def test_a_spreadsheet_is_refused(tmp_path):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert "not a Word document" in refused(packed(tmp_path, members(FORM, main_type=kind)))


def test_an_open_document_is_refused(tmp_path):
    assert "OpenDocument" in refused(packed(tmp_path, {**members(FORM), "mimetype": "x"}))


def test_macros_are_refused_by_kind_and_by_part(tmp_path):
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert "macros" in refused(packed(tmp_path, members(FORM, main_type=kind)))
    assert "macros" in refused(packed(tmp_path, {**members(FORM), "word/vbaProject.bin": b"x"}))


def test_embedded_objects_are_refused(tmp_path):
    made = {**members(FORM), "word/embeddings/oleObject1.bin": b"x"}
    assert "embedded objects" in refused(packed(tmp_path, made))
    assert "embedded objects" in refused(
        packed(tmp_path, members(FORM, links=(("x", "control", "activeX/activeX1.xml"),)))
    )


@pytest.mark.parametrize(
    ("kind", "target", "what"),
    [
        ("attachedTemplate", "https://example.invalid/t.dotm", "a template"),
        ("attachedTemplate", r"\\server\share\t.dotm", "a template"),
        ("attachedTemplate", "file://server/share/t.dotm", "a template"),
        ("attachedTemplate", "//server/share/t.dotm", "a template"),
        ("image", "https://example.invalid/pixel.png", "a picture"),
        ("oleObject", "file:///C:/x.xls", "embedded objects"),
        ("hyperlink", "file:///C:/secret.docx", "a file by a link"),
        ("hyperlink", r"\\server\share", "a file by a link"),
        ("hyperlink", "javascript:alert(1)", "a file by a link"),
        ("aFChunk", "https://example.invalid/x.html", "another document"),
        ("subDocument", "other.docx", "another document"),
        ("mailMergeSource", "file:///C:/people.xlsx", "a file"),
    ],
)
def test_what_reaches_outside_is_refused(tmp_path, kind, target, what):
    assert what in refused(with_link(tmp_path, kind, target))


@pytest.mark.parametrize("target", ["https://example.invalid/guide", "mailto:a@example.invalid"])
def test_a_link_that_only_a_person_can_follow_stays(tmp_path, target):
    assert fields_of(with_link(tmp_path, "hyperlink", target))


@pytest.mark.parametrize("target", ["file:///C:/Users/j.example/Form.dotx", "C:\\Forms\\Form.dotx"])
def test_the_name_of_a_template_on_somebodys_disk_is_taken_out(tmp_path, target):
    data = with_link(tmp_path, "attachedTemplate", target)
    filled = fill(data, {"cell:Supervisor": lines("me")}).data
    with zipfile.ZipFile(BytesIO(filled)) as archive:
        assert all(b"Form.dotx" not in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize(
    "code",
    ["DDEAUTO c:\\\\x", "INCLUDETEXT &quot;x&quot;", "includepicture x", "LINK x", "DDE a b"],
)
def test_fields_that_fetch_are_refused_however_they_are_written(form, code):
    simple = f'<w:fldSimple w:instr=" {code} "/>'
    assert "fetches" in refused(form(FORM + paragraph(inside=simple)))
    runs = "".join(f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in (code[:2], code[2:]))
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    assert "fetches" in refused(form(FORM + paragraph(inside=begin + runs + end)))


def test_another_document_within_is_refused(form):
    assert "another document" in refused(form(FORM + '<w:altChunk r:id="x"/>'))


def test_broken_xml_is_named_by_its_part(tmp_path):
    made = members(FORM)
    made["word/document.xml"] = made["word/document.xml"][:-30]
    assert "“document.xml”" in refused(packed(tmp_path, made))


def test_entities_are_refused(tmp_path):
    made = members(FORM)
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    made["word/document.xml"] = made["word/document.xml"].replace("?>", f"?>{bomb}", 1)
    assert "broken" in refused(packed(tmp_path, made))


def test_a_file_of_two_hundred_megabytes_is_refused_unread(tmp_path):
    from app.services.word_forms import _read

    large = tmp_path / "large.docx"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(WordFormRefused, match="larger than 20 MiB"):
        _read(large)
    with pytest.raises(WordFormRefused, match="larger than 20 MiB"):
        FormProcess().fields(bytes(21 * 1024 * 1024))


def test_what_unpacks_to_too_much_is_refused(tmp_path):
    made = {**members(FORM), "word/media/a.bin": bytes(30 * 1024 * 1024)}
    assert "far too large" in refused(packed(tmp_path, made))
    made["word/media/a.bin"] = bytes(70 * 1024 * 1024)
    assert "64 MiB" in refused(packed(tmp_path, made))


def test_too_many_pieces_are_refused(tmp_path):
    made = {**members(FORM), **{f"x{number}": b"" for number in range(2_001)}}
    assert "2,000 pieces" in refused(packed(tmp_path, made))


def test_a_form_without_fields_is_refused(form):
    assert "no field" in refused(form(paragraph("Only words.")))


def test_a_form_of_too_many_fields_is_refused(form):
    many = table(*([f"Label {number}", ""] for number in range(501)))
    assert "more than 500 fields" in refused(form(many))


def test_tables_within_tables_are_read_to_the_bottom(form):
    nested = "<w:tcPr/>" + table(["Supervisor:", ""]) + paragraph()
    for _ in range(20):
        nested = "<w:tcPr/>" + table([nested]) + paragraph()
    (field,) = fields_of(form(table([nested])))
    assert field.label == "Supervisor"


def test_tables_nested_beyond_reason_are_refused_not_crashed_into(form):
    nested = paragraph("x")
    for _ in range(300):
        nested = f"<w:tbl><w:tr><w:tc>{nested}<w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(WordFormRefused):
        FormProcess().fields(form(nested + FORM))


def test_a_signed_form_is_refused(tmp_path):
    assert "signed" in refused(packed(tmp_path, {**members(FORM), "_xmlsignatures/o.sigs": b""}))


def test_relations_that_point_up_and_out_reach_nothing(tmp_path):
    made = members(FORM)
    made["_rels/.rels"] = relations(("r1", "officeDocument", "../../etc/passwd"), root=True)
    assert "not a Word document" in refused(packed(tmp_path, made))
