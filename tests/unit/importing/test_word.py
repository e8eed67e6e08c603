"""What stands in a Word document arrives, in order, as our Markdown."""

from datetime import UTC, date, datetime

import docx
import pytest

from app.domain.errors import Cancelled
from app.domain.incoming import IncomingPart, SourceKind
from app.domain.progress import unwatched
from app.importing.word import read_word
from tests.word_documents import STRICT, W, a_document, members, paragraph, table, write


def read(path):
    return read_word(path, unwatched)


def entry_of(folder, body, **more):
    (entry,) = read(a_document(folder, body, **more)).entries
    return entry


def text_of(folder, body, **more):
    (part,) = entry_of(folder, body, **more).parts
    return part.text


def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_headings_become_parts_and_what_precedes_them_is_kept(tmp_path):
    body = (
        paragraph("Before all.")
        + paragraph("What happened", "H1") + paragraph("It rained.") + paragraph("For hours.")
        + paragraph("What I felt", "H1") + paragraph("Cold.")
    )  # fmt: skip
    assert entry_of(tmp_path, body).parts == (
        IncomingPart("Before all."),
        IncomingPart("It rained.\n\nFor hours.", "What happened"),
        IncomingPart("Cold.", "What I felt"),
    )


def test_smaller_headings_stay_inside_their_part(tmp_path):
    body = (
        paragraph("One", "H1") + paragraph("Inside", "H2") + paragraph("a")
        + paragraph("Deeper", "H3") + paragraph("b") + paragraph("Two", "H1")
    )  # fmt: skip
    assert entry_of(tmp_path, body).parts == (
        IncomingPart("## Inside\n\na\n\n### Deeper\n\nb", "One"),
        IncomingPart("", "Two"),
    )


def test_a_heading_that_stands_alone_at_the_top_is_the_title(tmp_path):
    body = (
        paragraph("A hard visit", "H1") + paragraph("On a Monday.")
        + paragraph("One", "H2") + paragraph("a") + paragraph("Two", "H2")
    )  # fmt: skip
    entry = entry_of(tmp_path, body)
    assert entry.title == "A hard visit"
    assert [part.heading for part in entry.parts] == ["", "One", "Two"]


def test_a_lone_heading_amid_the_text_divides_nothing(tmp_path):
    body = (
        paragraph("One", "H2") + paragraph("Alone", "H1") + paragraph("a")
        + paragraph("Two", "H2") + paragraph("Inside", "H3") + paragraph("b")
    )  # fmt: skip
    assert entry_of(tmp_path, body).parts == (
        IncomingPart("", "One"),
        IncomingPart("a", "Alone"),
        IncomingPart("### Inside\n\nb", "Two"),
    )


def test_bold_lines_are_headings_where_there_are_no_others(tmp_path):
    bold = paragraph(inside=run("What happened?", "<w:b/>"))
    entry = entry_of(tmp_path, bold + paragraph("Rain.") + bold + paragraph("Snow."))
    assert [part.heading for part in entry.parts] == ["What happened?"] * 2
    text = text_of(tmp_path, paragraph("One", "H1") + bold + paragraph("Rain."))
    assert text == "**What happened?**\n\nRain."


def test_the_title_and_the_days_are_told(tmp_path):
    document = docx.Document()
    document.add_heading("First visit", 0)
    document.add_paragraph("Date of visit: Monday 4th March 2024")
    document.core_properties.created = datetime(2024, 3, 5, 18, 10, tzinfo=UTC)
    document.save(tmp_path / "note.docx")
    incoming = read(tmp_path / "note.docx")
    assert (incoming.kind, incoming.name) == (SourceKind.WORD, "note.docx")
    (entry,) = incoming.entries
    assert (entry.place, entry.title, entry.day) == ("note.docx", "First visit", date(2024, 3, 4))
    assert entry.written_at == datetime(2024, 3, 5, 18, 10, tzinfo=UTC)
    assert entry.parts[0].text == "Date of visit: Monday 4th March 2024"


@pytest.mark.parametrize(
    ("name", "title", "day"),
    [
        ("Visit 2024-03-04.docx", "Visit 2024-03-04", date(2024, 3, 4)),
        ("4 March 2024 visit.docx", "4 March 2024 visit", date(2024, 3, 4)),
        ("visit.docx", "visit", None),
    ],
)
def test_without_a_title_the_file_s_name_is_one_and_may_tell_the_day(tmp_path, name, title, day):
    entry = entry_of(tmp_path, paragraph("On 1 May 2020 I was elsewhere."), name=name)
    assert (entry.title, entry.day) == (title, day)


def test_bold_and_italic_are_kept_and_what_looks_like_a_mark_stays_words(tmp_path):
    inside = (
        run("a ") + run("strong ", "<w:b/>") + run("word", '<w:rStyle w:val="S"/>')
        + run(" and ", '<w:b w:val="0"/>') + run("a soft one", "<w:i/>")
        + run(" with 2*3*4, _so_ and a_b")
    )  # fmt: skip
    text = text_of(tmp_path, paragraph(inside=inside) + paragraph("# no heading"))
    assert text == (
        "a **strong word** and *a soft one* with 2\\*3\\*4, \\_so\\_ and a_b\n\n\\# no heading"
    )


def test_breaks_tabs_and_hyphens_stay_between_words(tmp_path):
    inside = (
        "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:cr/>"
        "<w:t>four</w:t><w:noBreakHyphen/><w:t>five</w:t><w:softHyphen/><w:t>six</w:t></w:r>"
    )
    assert text_of(tmp_path, paragraph(inside=inside)) == "one\ntwo three\nfour-fivesix"


def test_lists_keep_their_marks_and_their_depth(tmp_path):
    document = docx.Document()
    document.add_paragraph("Things:")
    for text, style in [("a", "List Bullet"), ("b", "List Bullet 2"), ("c", "List Bullet")]:
        document.add_paragraph(text, style=style)
    document.add_paragraph("Steps:")
    for text in ("x", "y"):
        document.add_paragraph(text, style="List Number")
    document.save(tmp_path / "note.docx")
    text = read(tmp_path / "note.docx").entries[0].parts[0].text
    assert text == "Things:\n\n- a\n- b\n- c\n\nSteps:\n\n1. x\n2. y"


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def item(text, level=0, number=1, style=""):
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{style}{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_numbers_go_on_and_start_anew_as_the_document_shows_them(tmp_path):
    body = (
        item("a") + item("b", 1) + item("c", 1) + item("d", 2) + item("e") + item("f", 1)
        + paragraph("between") + item("g", number=2) + item("h", number=1) + item("i", number=99)
        + item("j", number=0)
    )  # fmt: skip
    assert text_of(tmp_path, body, numbering=NUMBERING) == (
        "3. a\n    - (a) b\n    - (b) c\n        - 3.I d\n4. e\n    - (a) f\n\nbetween\n\n"
        "1. g\n2. h\n- i\n\nj"
    )


def test_a_heading_keeps_its_number(tmp_path):
    style = '<w:pStyle w:val="H1"/>'
    body = item("First", style=style) + item("Second", style=style)
    parts = entry_of(tmp_path, body, numbering=NUMBERING).parts
    assert [part.heading for part in parts] == ["3. First", "4. Second"]


def test_notes_and_comments_stand_after_the_words_they_belong_to(tmp_path):
    def mark(kind, number):
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    body = (
        paragraph("One", "H1") + paragraph("said", inside=mark("footnote", 5) + mark("comment", 2))
        + paragraph("again", inside=mark("footnote", 5))
        + paragraph("Two", "H1") + paragraph("ended", inside=mark("endnote", 5))
    )  # fmt: skip
    parts = entry_of(
        tmp_path,
        body,
        footnotes='<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="5">{paragraph("twice")}{paragraph("over")}</w:footnote>'
        f'<w:footnote w:id="6">{paragraph("lonely")}</w:footnote>',
        endnotes=f'<w:endnote w:id="5">{paragraph("at last")}</w:endnote>',
        comments=f'<w:comment w:id="2" w:author="Supervisor">{paragraph("why?")}</w:comment>',
    ).parts
    assert parts == (
        IncomingPart(
            "said[1][2]\n\nagain[1]\n\n[1] twice\nover\n\n[2] Comment by Supervisor: why?", "One"
        ),
        IncomingPart("ended[3]\n\n[3] at last\n\n[4] lonely", "Two"),
    )


def test_a_note_stands_before_the_next_smaller_heading(tmp_path):
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = (
        paragraph("One", "H1") + paragraph("said", inside=mark)
        + paragraph("Inside", "H2") + paragraph("more") + paragraph("Two", "H1")
    )  # fmt: skip
    note = f'<w:footnote w:id="1">{paragraph("twice")}</w:footnote>'
    assert entry_of(tmp_path, body, footnotes=note).parts[0].text == (
        "said[1]\n\n[1] twice\n\n## Inside\n\nmore"
    )


def test_notes_that_refer_to_themselves_end(tmp_path):
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    text = text_of(
        tmp_path,
        paragraph("said", inside=mark),
        footnotes=f'<w:footnote w:id="1">{paragraph("see", inside=mark)}</w:footnote>',
    )
    assert text == "said[1]\n\n[1] see[1]"


def test_headers_and_footers_come_first_and_once(tmp_path):
    made = {"header1": paragraph("Kestrel"), "header2": paragraph("Kestrel"),
            "footer1": paragraph("Private") , "footer2": paragraph("3 / 4")}  # fmt: skip
    assert text_of(tmp_path, paragraph("Rain."), **made) == "Kestrel\n\nPrivate\n\nRain."


def test_only_page_numbers_are_left_out_of_headers_and_footers(tmp_path):
    made = {"header1": paragraph("04/03/2019 55512"), "header2": paragraph("55512"),
            "footer1": paragraph("- 12 -"), "footer2": paragraph("2019"), "footer3": paragraph("7"),
            "footer4": paragraph("Page 1")}  # fmt: skip
    assert text_of(tmp_path, paragraph("Rain."), **made) == (
        "04/03/2019 55512\n\n55512\n\n2019\n\nPage 1\n\nRain."
    )


def test_a_day_that_may_be_another_is_told_as_it_was_read(tmp_path):
    incoming = read(a_document(tmp_path, paragraph("Date: 3/4/2019") + paragraph("Rain.")))
    assert incoming.entries[0].day == date(2019, 4, 3)
    assert "read as day, month, year" in incoming.read_as[0].words
    incoming = read(a_document(tmp_path, paragraph("Date: 3 April 2019") + paragraph("Rain.")))
    assert incoming.read_as == ()


def test_tracked_changes_keep_what_was_put_in_and_tell_what_was_deleted(tmp_path):
    inside = (
        "<w:ins><w:r><w:t>kept </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>gone for good</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo>"
    )
    row = '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:delText>x y</w:delText></w:r>'
    deleted = f"<w:tbl>{row}</w:p></w:tc></w:tr></w:tbl>"
    incoming = read(a_document(tmp_path, paragraph(inside=inside) + deleted))
    assert incoming.entries[0].parts[0].text == "kept moved"
    assert [each.reason for each in incoming.left_out] == [
        "6 words that were deleted with tracked changes are not brought in."
    ]


def test_links_bring_their_address_as_words_and_nothing_is_fetched(tmp_path):
    inside = (
        '<w:hyperlink r:id="l1"><w:r><w:t>the guidance</w:t></w:r></w:hyperlink>'
        '<w:hyperlink r:id="l2"><w:r><w:t> someone@example.org</w:t></w:r></w:hyperlink>'
        '<w:hyperlink w:anchor="there"><w:r><w:t> above</w:t></w:r></w:hyperlink>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://example.org/old" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> old way</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    links = [
        ("l1", "hyperlink", "https://example.org/new", "External"),
        ("l2", "hyperlink", "mailto:someone@example.org", "External"),
        ("l3", "image", "file:////server/share/picture.png", "External"),
    ]
    assert text_of(tmp_path, paragraph(inside=inside), links=links) == (
        "the guidance (https://example.org/new) someone@example.org above"
        " old way (https://example.org/old)"
    )


def test_a_link_that_goes_on_in_the_next_paragraph_keeps_its_address(tmp_path):
    def field(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    where = '<w:r><w:instrText>HYPERLINK "https://example.org/a"</w:instrText></w:r>'
    first = paragraph("a long lead", inside=field("begin") + where + field("separate"))
    second = paragraph("there", inside=field("end"))
    assert text_of(tmp_path, first + second) == "a long lead\n\nthere (https://example.org/a)"


def test_text_boxes_are_read_once_though_they_are_told_twice(tmp_path):
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    inside = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text_of(tmp_path, paragraph("beside", inside=inside)) == "beside\n\nin the box"


def test_content_controls_give_what_was_filled_in_and_tell_what_was_not(tmp_path):
    placeholder = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    control = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('chosen')}</w:sdtContent></w:sdt>"
        f"<w:sdt>{placeholder}<w:sdtContent>{paragraph('Click here')}</w:sdtContent></w:sdt>"
    )
    inline = f"<w:sdt>{placeholder}<w:sdtContent><w:r><w:t>Click</w:t></w:r></w:sdtContent></w:sdt>"
    incoming = read(a_document(tmp_path, control + paragraph("and", inside=inline)))
    assert incoming.entries[0].parts[0].text == "chosen\n\nand"
    assert [each.reason for each in incoming.left_out] == [
        "2 fields that nobody filled in are not brought in."
    ]


def test_boxes_ticked_and_options_chosen_in_older_forms_are_words(tmp_path):
    def field(data):
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        )

    tick = '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'
    empty = '<w:checkBox><w:default w:val="0"/></w:checkBox>'
    options = '<w:listEntry w:val="home"/><w:listEntry w:val="school"/>'
    choice = f'<w:ddList><w:result w:val="1"/>{options}</w:ddList>'
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    inside = field(tick) + run(" yes ") + field(empty) + run(" no ") + field(choice) + sign
    assert text_of(tmp_path, paragraph(inside=inside)) == "☒ yes ☐ no school☑"


def test_pictures_charts_and_embedded_files_are_counted(tmp_path):
    picture = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
    old = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    body = paragraph("a", inside=picture + old + "<w:r><w:object/></w:r>") + "<w:altChunk/>"
    incoming = read(a_document(tmp_path, body))
    assert [each.reason for each in incoming.left_out] == [
        "2 pictures are not brought in, for only words are: keep the Word file for them.",
        "1 chart, diagram or embedded file is not brought in: keep the Word file for it.",
        "1 other document that this one takes in is not brought in: bring that in by itself.",
    ]


def test_equations_and_words_in_drawings_arrive(tmp_path):
    inside = (
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
        "<w:r><w:drawing><a:p><a:r><a:t> drawn</a:t></a:r></a:p></w:drawing></w:r>"
    )
    assert text_of(tmp_path, paragraph(inside=inside)) == "x=1 drawn"


def test_a_table_of_short_cells_is_read_row_by_row(tmp_path):
    text = text_of(tmp_path, table(("Who", "When", "What"), ("me", "", "ring"), ("", "", "")))
    assert text == "Who | When | What\nme |  | ring"


def test_a_table_of_questions_and_answers_gives_a_heading_to_each(tmp_path):
    long = paragraph("It rained.") + paragraph("For hours.")
    rows = (("What happened?", long), ("What did you feel?", "Cold."), ("", "more"), ("Blank", ""))
    assert entry_of(tmp_path, table(*rows)).parts == (
        IncomingPart("It rained.\n\nFor hours.", "What happened?"),
        IncomingPart("Cold.\n\nmore", "What did you feel?"),
        IncomingPart("", "Blank"),
    )


def test_what_follows_a_table_of_answers_is_no_answer(tmp_path):
    long = paragraph("It rained.") + paragraph("For hours.")
    rows = table(("What happened?", long), ("What did you feel?", "Cold."))
    assert entry_of(tmp_path, rows + paragraph("Signed.")).parts == (
        IncomingPart("It rained.\n\nFor hours.", "What happened?"),
        IncomingPart("Cold.", "What did you feel?"),
        IncomingPart("Signed."),
    )
    body = paragraph("One", "H1") + table(("Only?", long)) + paragraph("Two", "H1")
    parts = entry_of(tmp_path, body).parts
    assert parts[0] == IncomingPart("## Only?\n\nIt rained.\n\nFor hours.", "One")


def test_a_frame_of_one_column_is_no_table(tmp_path):
    assert text_of(tmp_path, table(("one",), ("two",))) == "one\n\ntwo"


def test_long_cells_stand_under_the_name_of_their_column(tmp_path):
    long = paragraph("a") + paragraph("b")
    nested = table(("left", "right"))
    text = text_of(tmp_path, table(("Worry", "Strength", "More"), ("cold", long, nested)))
    assert text == ("**Worry**\n\ncold\n\n**Strength**\n\na\n\nb\n\n**More**\n\nleft | right")


def test_a_strict_document_is_read_too(tmp_path):
    made = {
        name: content.replace(W, STRICT).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in members(paragraph("One", "H1") + paragraph("Rain.")).items()
    }
    path = write(tmp_path / "strict.docx", made)
    assert read(path).entries[0].parts == (IncomingPart("Rain.", "One"),)


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path):
    path = a_document(tmp_path, paragraph("Rain.") * 50)
    shares = []
    read_word(path, shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert len(shares) > 40

    def stop(share):
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_word(path, stop)
