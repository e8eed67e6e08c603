"""The structure tree of our PDFs, read by pikepdf: veraPDF is in no package registry we use.

What a screen reader goes by: the language, the title, headings in order, tables whose headings
are marked, everything on the page either tagged or marked as decoration; and the bookmarks.
"""

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from app.rendering.typst_pages import ArchivePdfWriter, PdfWriter
from app.summary.document import Document, PrintSize, Table, Tick
from tests.documents import a_document, a_supervision_summary

pytestmark = pytest.mark.printing
DAY = date(2026, 11, 3)


@pytest.fixture(scope="module", params=["pdf", "pdf-a"])
def pdf(request):
    writer = PdfWriter() if request.param == "pdf" else ArchivePdfWriter(lambda: DAY)
    with pikepdf.open(BytesIO(writer.render(a_supervision_summary()))) as opened:
        yield opened


def nodes(pdf):
    """Every element of the structure tree with the kinds above it, in reading order."""

    def walk(node, above):
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child, above)
        elif isinstance(node, pikepdf.Dictionary):
            kind = str(node.get("/S", ""))
            if kind:
                yield kind, above, node
            if "/K" in node:
                yield from walk(node.K, (*above, kind) if kind else above)

    yield from walk(pdf.Root.StructTreeRoot.K, ())


def test_language_and_title_are_told_and_the_title_is_shown(pdf):
    assert str(pdf.Root.Lang) == "en-GB"
    assert str(pdf.docinfo["/Title"]) == "Supervision summary"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked


def test_one_heading_for_each_section_and_none_is_skipped(pdf):
    kinds = [kind for kind, _, _ in nodes(pdf) if kind in ("/Title", "/H1", "/H2", "/H3")]
    sections = a_supervision_summary().sections
    assert kinds == ["/Title", *["/H1"] * len(sections)]


def test_tables_have_rows_and_heading_cells_that_say_what_they_head(pdf):
    found = list(nodes(pdf))
    tables = [node for kind, _, node in found if kind == "/Table"]
    assert len(tables) == 3
    headings = [node for kind, _, node in found if kind == "/TH"]
    wanted = [
        heading
        for section in a_supervision_summary().sections
        for block in section.blocks
        if isinstance(block, Table)
        for heading in block.headings
    ]
    assert len(headings) == len(wanted)
    for heading in headings:
        said = heading.A if isinstance(heading.A, pikepdf.Array) else [heading.A]
        assert any(str(each.get("/Scope", "")) == "/Column" for each in said)
    for kind, above, _ in found:
        if kind in ("/TH", "/TD"):
            assert above[-1] == "/TR"
            assert "/Table" in above


def test_lists_hold_items_with_their_words(pdf):
    found = [(kind, above) for kind, above, _ in nodes(pdf)]
    assert {"/L", "/LI", "/LBody"} <= {kind for kind, _ in found}
    assert all(above[-1] == "/L" for kind, above in found if kind == "/LI")


def test_everything_on_a_page_is_tagged_or_marked_as_decoration(pdf):
    painting = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}
    for page in pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
            assert depth > 0 or name not in painting, name
        assert "/StructParents" in page


def test_the_bookmarks_are_the_headings(pdf):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    sections = a_supervision_summary().sections
    assert titles == [
        f"{each.heading} · {each.aside}" if each.aside else each.heading for each in sections
    ]


def test_both_standards_are_claimed_where_they_were_asked_for():
    for writer, part in ((PdfWriter(), ""), (ArchivePdfWriter(lambda: DAY), "2")):
        with pikepdf.open(BytesIO(writer.render(a_supervision_summary()))) as pdf:
            about = pdf.open_metadata()
            assert about.pdfa_status == (f"{part}A" if part else "")
            assert str(about["pdfuaid:part"]) == "1"


def test_an_archive_pdf_brings_its_colours_and_tells_a_day_and_no_hour():
    data = ArchivePdfWriter(lambda: DAY).render(a_supervision_summary())
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [str(each.S) for each in pdf.Root.OutputIntents] == ["/GTS_PDFA1"]
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261103000000")
        assert "/Author" not in pdf.docinfo
    again = ArchivePdfWriter(lambda: DAY).render(a_supervision_summary())
    assert data == again


@pytest.mark.parametrize(
    "document",
    [
        Document("Title", "", (), "Footer"),
        a_supervision_summary(print_size=PrintSize.LARGE),
        a_document(Table(("A", "B"), (("long " * 900, Tick.OPEN),), (3, 1))),
    ],
    ids=["shortest", "large", "tall row"],
)
def test_the_shortest_and_the_tallest_content_passes_both_standards(document):
    with pikepdf.open(BytesIO(ArchivePdfWriter(lambda: DAY).render(document))) as pdf:
        assert pdf.open_metadata().pdfa_status == "2A"
        assert len(pdf.pages) >= 1
