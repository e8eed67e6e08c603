"""Word documents: real styles and headings, whole rows, nothing of who and when, every word."""

import re
import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from app.domain.errors import ExportError
from app.rendering import word_file
from app.rendering.document_words import letters_of, without_spaces
from app.rendering.word_file import WordWriter
from app.summary.document import (
    Bullet,
    Bullets,
    DocumentSection,
    Note,
    PrintSize,
    Prose,
    Signatures,
    Table,
    Tick,
)
from tests.documents import FOOTER, a_document, a_supervision_summary
from tests.printing.office import pdf_by_office
from tests.printing.paper import page_texts, placed_words

pytestmark = pytest.mark.printing

LINE = "What I bring is the forty minutes in which nobody said her name, and my part in that."


def written(document):
    return docx.Document(BytesIO(WordWriter().render(document)))


def members(document):
    with zipfile.ZipFile(BytesIO(WordWriter().render(document))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def styles_used(document):
    return [paragraph.style.name for paragraph in document.paragraphs]


def test_title_headings_lists_and_quotations_are_real_styles():
    used = styles_used(written(a_supervision_summary()))
    assert used[:3] == ["Title", "Subtitle", "Heading 1"]
    assert used.count("Heading 1") == 10
    assert {"List Bullet", "List Number", "Quote", "Note", "Signature"} <= set(used)


def test_a_heading_has_its_level_and_stays_with_what_follows():
    styles = written(a_supervision_summary()).styles
    level = styles["Heading 1"].element.pPr.find(qn("w:outlineLvl"))
    assert level.get(qn("w:val")) == "0"
    for name in ("Title", "Heading 1", "Lead", "Own Heading", "Table Heading"):
        assert styles[name].paragraph_format.keep_with_next, name


def test_the_heading_row_is_marked_and_no_row_is_split():
    document = written(a_supervision_summary())
    assert len(document.tables) == 3
    for table in document.tables:
        first, *rest = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        for row in rest:
            assert row._tr.trPr.find(qn("w:tblHeader")) is None
        for row in table.rows:
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    names = [
        table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in document.tables
    ]
    assert names == ["Actions from last time", "Actions agreed today", "Decisions and reasons"]


def test_a_row_longer_than_a_page_may_break():
    table = Table(("A", "B"), ((f"{LINE} " * 80, "x"),), (3, 1))
    row = written(a_document(table)).tables[0].rows[1]
    assert row._tr.trPr.find(qn("w:cantSplit")) is None


def test_the_language_is_british_everywhere():
    parts = members(a_supervision_summary())
    assert 'w:lang w:val="en-GB"' in parts["word/styles.xml"]
    assert 'themeFontLang w:val="en-GB"' in parts["word/settings.xml"]
    assert "en-US" not in "".join(parts.values())


def test_tick_boxes_can_be_ticked_by_mouse_and_key():
    body = members(a_supervision_summary())["word/document.xml"]
    boxes = re.findall(r'<w14:checked w14:val="(\d)"/>', body)
    assert boxes == ["1", "0", *["0"] * 5]
    assert body.count("☑") == 1
    assert body.count("☐") == 6


def test_the_footer_counts_its_pages():
    footer = members(a_supervision_summary())["word/footer1.xml"]
    assert FOOTER in footer
    assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]


def test_it_tells_no_author_no_moment_and_no_program():
    data = WordWriter().render(a_supervision_summary())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = archive.read("docProps/core.xml").decode()
    assert re.findall(r"<(?:\w+:)?(\w+)>", about) == ["title", "language"]
    assert "Supervision summary" in about
    assert data == WordWriter().render(a_supervision_summary())


def test_numbered_lists_begin_where_they_were_typed():
    parts = members(a_document(Prose("3. three\n4. four"), Prose("1. one")))
    assert re.findall(r'startOverride w:val="(\d+)"', parts["word/numbering.xml"]) == ["3", "1"]


@pytest.mark.parametrize(
    "typed",
    [
        "\x00\x01\x1f control \ud800 half \ufffe \ufeff end",
        "<w:p>&amp; ]]> &#x41; <!-- --> {{ name }}",
        "مرحبا بالعالم\n\nand English 😀 妈妈",
        "line one\nline two\ttab  two spaces",
    ],
)
def test_no_writing_breaks_the_file_and_no_letter_is_lost(typed):
    document = a_document(
        Prose(typed, typed),
        Note(typed),
        Bullets((Bullet(typed, typed),)),
        Table((typed, "B"), ((typed, Tick.OPEN),), (3, 1)),
        Signatures((typed,)),
        title=typed,
        subtitle=typed,
        footer=typed,
    )
    read = written(document)
    texts = "".join(each.text or "" for each in read.element.body.iter(qn("w:t")))
    assert without_spaces(texts) == letters_of(document)


def test_arabic_is_set_from_the_right():
    body = members(a_document(Prose("مرحبا بالعالم"), Prose("plain")))["word/document.xml"]
    assert body.count("<w:bidi/>") == 1
    assert body.count("<w:rtl/>") == 1


def test_a_file_that_lost_a_word_is_never_given(monkeypatch):
    monkeypatch.setattr(word_file, "_letters_in", lambda data: "all but one")
    with pytest.raises(ExportError, match="did not hold every word"):
        WordWriter().render(a_supervision_summary())


def test_black_and_white_has_no_grey():
    plain = members(a_document(Note("x"), is_black_and_white=True))["word/styles.xml"]
    assert set(re.findall(r'w:color="(\w+)"', plain)) == {"000000"}


@pytest.mark.parametrize("size", list(PrintSize))
def test_no_heading_word_of_a_narrow_column_is_broken(size):
    table = Table(("Done", "What"), ((Tick.OPEN, "x"),), (0.2, 9))
    grid = written(a_document(table, print_size=size)).tables[0]._tbl.tblGrid
    widths = [int(each.get(qn("w:w"))) for each in grid]
    assert widths[0] >= 4 * size.value * 20 * 0.7
    assert sum(widths) == pytest.approx(9524, abs=4)


@pytest.mark.slow
def test_the_longest_content_is_laid_out_whole_by_another_program(tmp_path):
    answer = "\n\n".join([f"{LINE} {LINE} {LINE}"] * 500)
    rows = tuple((Tick.OPEN, f"begin{n} {LINE} {LINE} end{n}", "me", "soon") for n in range(300))
    table = Table(("Done", "What", "Who", "How it stands"), rows, (0.7, 4.4, 1.9, 2.2))
    document = a_document(
        sections=(
            DocumentSection("A long answer", (Prose(answer),)),
            DocumentSection("Three hundred actions", (table,)),
            DocumentSection("Signed", (Signatures(("Supervisee", "Supervisor")),)),
        )
    )
    pdf = pdf_by_office(WordWriter().render(document), tmp_path)
    pages = page_texts(pdf)
    assert sum(text.count("forty") for text in pages) == 1500 + 600
    assert len(pages) > 60
    for text in pages:
        for number in range(300):
            begins, ends = (re.search(rf"{word}{number}\b", text) for word in ("begin", "end"))
            assert bool(begins) == bool(ends), number
        assert not text.strip().endswith(("Three hundred actions", "Signed", "How it stands"))
    for word in placed_words(pdf, tmp_path):
        assert 50 <= word.left < word.right <= 545, word


@pytest.mark.slow
def test_a_heading_never_stands_alone_in_another_program(tmp_path):
    sections = [
        DocumentSection(f"Heading{n}", (Prose("\n\n".join([LINE] * (n % 7 + 1))),))
        for n in range(40)
    ]
    pdf = pdf_by_office(WordWriter().render(a_document(sections=tuple(sections))), tmp_path)
    for text in page_texts(pdf):
        assert not re.search(r"Heading\d+$", text.strip())
