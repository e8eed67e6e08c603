"""A file that anyone may have made: refused in one sentence, or read in bounded time and memory."""

import os
import struct
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from app.domain.errors import NotBroughtIn
from app.domain.progress import unwatched
from app.importing.word import read_word
from tests.bounded import not_endless
from tests.word_documents import SPACES, a_document, members, paragraph, part, table, write

DATA = Path(__file__).resolve().parents[2] / "data" / "word"
RAIN = paragraph("Rain.")


def refusal(path):
    with not_endless(), pytest.raises(NotBroughtIn) as caught:
        read_word(path, unwatched)
    assert caught.value.place == path.name
    sentence = str(caught.value)
    assert sentence.endswith("Nothing was brought in.")
    assert str(path.parent) not in sentence
    return sentence


def text_of(path):
    with not_endless():
        return "\n\n".join(each.text for each in read_word(path, unwatched).entries[0].parts)


def changed(folder, **more):
    return write(folder / "note.docx", {**members(RAIN), **more})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This file is empty."),
        (b"Dear diary", "This is not a Word document"),
        (b"{\\rtf1 hello}", ".rtf. Open it in your word processor, save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "old format, .doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old format, .doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 2000, "old format, .doc"),
        (b"PK\3\4" + b"\0" * 100, "damaged or was cut off"),
        (b"PK\5\6" + b"\0" * 18, "This is not a Word document"),
    ],
)
def test_other_files_are_told_for_what_they_are(tmp_path, content, said):
    path = tmp_path / "note.docx"
    path.write_bytes(content)
    assert said in refusal(path)


def test_what_is_no_file_is_told(tmp_path):
    assert "no such file" in refusal(tmp_path / "missing.docx")
    assert "no such file" in refusal(Path(tmp_path, "nul\0l.docx")).lower()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.docx")
    assert "not an ordinary one" in refusal(tmp_path / "pipe.docx")


def test_a_locked_document_is_told_as_locked():
    assert "locked with a password" in refusal(DATA / "locked.docx")


def test_an_open_document_file_is_told(tmp_path):
    made = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
    assert "OpenDocument" in refusal(write(tmp_path / "note.odt", made))


@pytest.mark.parametrize(
    "more",
    [
        {"main_type": "application/vnd.ms-word.document.macroEnabled.main+xml"},
        {"vbaProject": ""},
    ],
)
def test_a_document_with_macros_is_refused(tmp_path, more):
    assert "macros" in refusal(a_document(tmp_path, RAIN, name="note.docm", **more))


def test_a_spreadsheet_and_another_zip_are_no_word_documents(tmp_path):
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert "not a Word document" in refusal(a_document(tmp_path, RAIN, main_type=sheet))
    assert "not a Word document" in refusal(write(tmp_path / "b.docx", {"a.txt": "hello"}))


def test_a_document_without_words_says_so(tmp_path):
    assert "no words" in refusal(a_document(tmp_path, paragraph() * 3))
    made = {**members(), "word/document.xml": part("document", "")}
    assert "no text" in refusal(write(tmp_path / "b.docx", made))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_told(tmp_path, share):
    path = a_document(tmp_path, RAIN * 500)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert "damaged or was cut off" in refusal(path)


def test_a_part_that_is_damaged_is_told(tmp_path):
    path = write(tmp_path / "note.docx", members(RAIN * 500), zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"Rain", b"Sun!", 1))
    assert "damaged or was cut off" in refusal(path)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not xml",
        f"<w:document {SPACES}><w:body><w:p></w:body></w:document>",
        f"<w:document {SPACES}><w:body>\x01</w:body></w:document>",
        f"<w:document {SPACES}><w:body>&nbsp;</w:body></w:document>",
        "<w:document><w:body/></w:document>",
        "<a>" + '<b c=""/>' * 3_000_001 + "</a>",
    ],
    ids=["empty", "no xml", "not closed", "control sign", "entity", "no space", "overfull"],
)
def test_broken_xml_is_told_with_its_place(tmp_path, content):
    path = changed(tmp_path, **{"word/document.xml": content})
    assert "“document.xml”" in refusal(path)


def test_broken_notes_and_styles_are_told_too(tmp_path):
    path = a_document(tmp_path, RAIN, name="a.docx", footnotes="<w:footnote>")
    assert "“footnotes.xml”" in refusal(path)
    path = a_document(tmp_path, RAIN, name="b.docx", styles="<w:style>")
    assert "“styles.xml”" in refusal(path)


def entities(declared, used):
    body = f"<w:body>{paragraph(used)}</w:body>"
    return f'<?xml version="1.0"?><!DOCTYPE d [{declared}]><w:document {SPACES}>{body}</w:document>'


def laughs():
    lines = ['<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    return entities("".join(lines), "&a11;")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("kind", ["laughs", "file", "parameter"])
def test_entities_are_never_followed(tmp_path, kind, encoding):
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", encoding="utf-8")
    content = {
        "laughs": laughs(),
        "file": entities(f'<!ENTITY s SYSTEM "{secret.as_uri()}">', "&s;"),
        "parameter": entities('<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;', "Rain."),
    }[kind].replace('version="1.0"', f'version="1.0" encoding="{encoding[:6]}"')
    path = changed(tmp_path, **{"word/document.xml": content.encode(encoding)})
    sentence = refusal(path)
    assert "“document.xml”" in sentence
    assert "secret" not in sentence


def test_a_document_type_in_an_odd_encoding_is_refused_too(tmp_path):
    content = laughs().replace('version="1.0"', 'version="1.0" encoding="EBCDIC-CP-US"')
    path = changed(tmp_path, **{"word/document.xml": content.encode("cp037")})
    assert "“document.xml”" in refusal(path)


def test_a_bomb_is_not_unpacked(tmp_path):
    bomb = b"<a>" + b" " * (200 * 1024 * 1024)
    path = changed(tmp_path, **{"word/document.xml": bomb})
    assert path.stat().st_size < 1024 * 1024
    tracemalloc.start()
    assert "more than 64 MiB" in refusal(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * 1024 * 1024


def test_many_parts_are_a_bomb_together(tmp_path):
    blanks = " " * (9 * 1024 * 1024)
    made = {f"header{number}": RAIN + blanks for number in range(8)}
    assert "more than 64 MiB" in refusal(a_document(tmp_path, RAIN, **made))


def test_a_size_that_lies_is_found_out(tmp_path):
    bomb = b"<a>" + b" " * (100 * 1024 * 1024)
    path = changed(tmp_path, **{"word/document.xml": bomb})
    packed = path.read_bytes()
    path.write_bytes(packed.replace(struct.pack("<I", len(bomb)), struct.pack("<I", 50)))
    tracemalloc.start()
    assert "damaged" in refusal(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * 1024 * 1024


def test_pictures_of_any_size_are_never_unpacked(tmp_path):
    path = changed(tmp_path, **{"word/media/image1.png": b"\0" * (100 * 1024 * 1024)})
    assert text_of(path) == "Rain."


def test_a_directory_that_is_too_large_is_not_read(tmp_path):
    made = {**members(RAIN), **{f"word/media/{number:0200d}": "" for number in range(22_000)}}
    assert "damaged" in refusal(write(tmp_path / "a.docx", made))
    made = {**members(RAIN), **{f"m/{number}": "" for number in range(10_001)}}
    assert "10,000 pieces" in refusal(write(tmp_path / "b.docx", made))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(tmp_path):
    path = changed(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("WORD/Document.xml", part("document", ""))
    assert "same name" in refusal(path)


def test_another_way_of_packing_is_refused(tmp_path):
    path = write(tmp_path / "note.docx", members(RAIN), zipfile.ZIP_LZMA)
    assert "packed in a way" in refusal(path)


def test_a_zip_locked_with_a_password_is_told(tmp_path):
    path = changed(tmp_path)
    content = bytearray(path.read_bytes())
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = -1
        while (start := content.find(sign, start + 1)) >= 0:
            content[start + place] |= 1
    path.write_bytes(content)
    assert "locked with a password" in refusal(path)


def test_nesting_has_an_end(tmp_path):
    def nested(depth):
        inner = "Rain."
        for _ in range(depth):
            inner = table((inner, paragraph("x")))
        return inner

    assert "Rain" in text_of(a_document(tmp_path, nested(60), name="a.docx"))
    assert "“document.xml”" in refusal(a_document(tmp_path, nested(5_000), name="b.docx"))
    inside = "<w:smartTag>" * 240 + "<w:r><w:t>Rain.</w:t></w:r>" + "</w:smartTag>" * 240
    assert text_of(a_document(tmp_path, paragraph(inside=inside), name="c.docx")) == "Rain."


def test_styles_that_rest_on_each_other_in_a_circle_end(tmp_path):
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("xy", "yx", "zz")
    )
    body = "".join(paragraph("Rain.", style) for style in "xyz?")
    assert text_of(a_document(tmp_path, body, styles=styles)) == "\n\n".join(["Rain."] * 4)


@pytest.mark.parametrize("number", ["9" * 5_000, "-1", "", "x", "1e9", "999999999"])
def test_odd_numbers_do_no_harm(tmp_path, number):
    place = f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
    outline = f'<w:outlineLvl w:val="{number}"/>'
    body = f"<w:p><w:pPr>{outline}{place}</w:pPr><w:r><w:t>Rain.</w:t></w:r></w:p>"
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="{number}"/>'
        '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert "Rain." in text_of(a_document(tmp_path, body, numbering=numbering))


def test_a_list_level_s_pattern_cannot_multiply(tmp_path):
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{"%1" * 50_000}"/></w:lvl>'
        for level in range(9)
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>Rain.</w:t></w:r></w:p>" * 2_000
    assert len(text_of(a_document(tmp_path, body, numbering=numbering))) < 1_000_000


def test_thousands_of_fields_that_never_end_are_read(tmp_path):
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert text_of(a_document(tmp_path, paragraph("Rain.", inside=field * 50_000))) == "Rain."


def test_a_long_address_is_told_once_however_many_links_lead_there(tmp_path):
    link = '<w:hyperlink r:id="a"><w:r><w:t>x </w:t></w:r></w:hyperlink>'
    links = [("a", "hyperlink", "https://example.org/" + "a" * 1_900, "External")]
    body = paragraph(inside=link) * 5_000
    assert len(text_of(a_document(tmp_path, body, links=links))) < 30_000


def test_a_style_that_is_large_is_looked_at_once(tmp_path):
    large = "<w:rsid/>" * 20_000
    styles = f'<w:style w:type="paragraph" w:styleId="x">{large}</w:style>'
    body = paragraph("Rain.", "x") * 20_000
    assert text_of(a_document(tmp_path, body, styles=styles)).count("Rain.") == 20_000


def test_relations_that_lead_out_of_the_file_are_not_followed(tmp_path):
    links = [
        ("a", "styles", "../../../../../../etc/passwd"),
        ("b", "footnotes", "file:///etc/passwd", "External"),
        ("c", "header", "http://127.0.0.1:9/header.xml", "External"),
    ]
    made = members(RAIN, links=links)
    assert text_of(write(tmp_path / "note.docx", made)) == "Rain."


def test_a_long_document_is_read_in_time(tmp_path):
    body = "".join(paragraph(f"Heading {n}", "H1") + RAIN * 20 for n in range(1_000))
    entry = read_word(a_document(tmp_path, body), unwatched).entries[0]
    assert len(entry.parts) == 1_000


def test_a_picture_s_own_words_and_lone_signs_do_not_stop_it(tmp_path):
    inside = '<w:r><w:sym w:char="D800"/><w:sym w:char="zz"/><w:sym/><w:t>Rain.</w:t></w:r>'
    assert text_of(a_document(tmp_path, paragraph(inside=inside))) == "•••Rain."
