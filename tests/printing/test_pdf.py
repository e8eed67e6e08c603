import json
import re

import pytest
from pypdf.generic import IndirectObject

from app.assets import resource
from app.domain.errors import ExportError
from app.rendering import typst_pages
from app.rendering.html import HtmlWriter
from app.rendering.markdown_text import MarkdownWriter
from app.rendering.printable import STAND_IN
from app.rendering.typst_pages import PageSetter, PdfWriter
from app.summary.document import Bullet, Bullets, Note, PrintSize, Prose, Signatures, Table
from tests.documents import a_document, a_supervision_summary
from tests.printing.paper import page_texts, poppler, reader_of

pytestmark = pytest.mark.printing


@pytest.fixture(scope="module")
def writer():
    return PdfWriter()


def test_the_sample_summary_is_two_a4_pages(writer):
    pages = reader_of(writer.render(a_supervision_summary())).pages
    sizes = [
        (round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages
    ]
    assert sizes == [(595, 842), (595, 842)]


def test_the_pdf_is_tagged_titled_and_says_its_language(writer):
    reader = reader_of(writer.render(a_supervision_summary()))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert reader.metadata.title == "Supervision summary"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_pdf_claims_the_accessibility_standard(writer):
    reader = reader_of(writer.render(a_supervision_summary()))
    assert "pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data().decode()


def test_the_pdf_names_no_author_no_moment_and_no_place(writer):
    pdf = writer.render(a_supervision_summary())
    reader = reader_of(pdf)
    assert set(reader.metadata) <= {"/Title", "/Creator"}
    about = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert not re.search(r"CreateDate|ModifyDate|dc:creator", about)
    assert str(resource("templates").parent.parent).encode() not in pdf


def test_the_same_document_gives_the_same_bytes(writer):
    assert writer.render(a_supervision_summary()) == PdfWriter().render(a_supervision_summary())


def test_the_tags_name_headings_lists_and_table_headings(writer):
    reader = reader_of(writer.render(a_supervision_summary()))
    seen = set()

    def walk(node):
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, dict):
            seen.add(node.get("/S"))
            children = node.get("/K", [])
            for child in children if isinstance(children, list) else [children]:
                walk(child)

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    assert {"/Title", "/H1", "/L", "/LI", "/Table", "/TH", "/TD", "/P"} <= seen


def test_poppler_agrees_that_it_is_tagged_and_every_font_is_inside(writer, tmp_path):
    pdf = writer.render(a_supervision_summary())
    assert re.search(r"Tagged:\s+yes", poppler("pdfinfo", pdf, tmp_path))
    rows = poppler("pdffonts", pdf, tmp_path).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"(Literata|SourceSansPro).* yes yes yes ", row), row


def test_two_columns_of_a_row_are_read_one_after_the_other(writer, tmp_path):
    text = poppler("pdftotext", writer.render(a_supervision_summary()), tmp_path, "-raw")
    order = ["Supervision summary", "Ask for advocacy", "done 14 Oct", "Ask the health visitor",
             "carried forward (1)", "Think aloud", "Practitioner", "Supervisor"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "typed",
    [
        '#panic("x") #read("/etc/passwd") $x$ @ref <label> *a* _b_ = c \\ // x /* y',
        "![](file:///etc/passwd) <script>alert(1)</script> [a](http://example.org)",
        "\"quoted\" 'single' -- --- ... ~ \\u{41} #sys.inputs",
    ],
)
def test_no_writing_is_read_as_a_command(writer, typed):
    document = a_document(Prose(f"`{typed}`"), title=typed, subtitle=typed, footer=typed)
    pdf = writer.render(document)
    shown = re.sub(r"\s", "", reader_of(pdf).pages[0].extract_text())
    assert shown.count(re.sub(r"\s", "", typed)) == 4
    assert not any("/Annots" in page for page in reader_of(pdf).pages)


@pytest.mark.parametrize("typed", ["妈妈", "\ue000", "z\u0334 *z\u0334*", "\ud800", "한국어 😀"])
def test_what_the_fonts_cannot_draw_never_stops_the_page(writer, typed):
    text = page_texts(writer.render(a_document(Prose(f"before {typed} after"))))[0]
    assert "before" in text
    assert "after" in text


def test_the_page_owns_up_to_what_it_cannot_draw(writer):
    text = page_texts(writer.render(a_document(Prose("She said 妈妈."))))[0]
    assert f"She said {STAND_IN * 2}." in text
    assert "no shape for 2 characters" in re.sub(r"\s+", " ", text)


def test_every_character_on_the_list_of_the_fonts_really_has_a_shape(writer):
    ranges = [line.split("-") for line in (resource("fonts") / "coverage.txt").read_text().split()]
    edges = [chr(int(end, 16)) for ends in ranges for end in ends]
    unmarked = [one for one in edges if not re.match(r"[\W_]", one) and one > " "]
    data = json.loads(typst_pages._json(a_document(Prose(" ".join(unmarked)))))
    assert STAND_IN not in json.dumps(data, ensure_ascii=False)
    setter = PageSetter()
    assert setter._compile(json.dumps(data), "pdf", typst_pages._ACCESSIBLE)


def test_large_print_is_sixteen_points_and_flows_on(writer):
    sizes = set()
    reader = reader_of(writer.render(a_supervision_summary(print_size=PrintSize.LARGE)))

    def visit(text, _matrix, text_matrix, _font, size):
        if "minutes" in text or "outcome" in text:
            sizes.add(round(size * abs(text_matrix[3]), 1))

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    assert len(reader.pages) > 2
    assert 16.0 in sizes


def test_a_page_that_cannot_be_set_is_told_without_its_words(monkeypatch):
    setter = PageSetter()
    monkeypatch.setattr(typst_pages, "_json", lambda _document: '{"secret": "words"')
    with pytest.raises(ExportError) as told:
        PdfWriter(setter).render(a_document())
    assert "words are safe" in str(told.value)
    assert told.value.__cause__ is None
    assert "secret" not in str(told.value)


@pytest.mark.parametrize(
    "document",
    [
        a_document(sections=()),
        a_document(),
        a_document(Prose(""), Prose("", "Only a lead."), Prose("# ", "Lead")),
        a_document(Bullets(()), Bullets((Bullet(""),)), Signatures(())),
        a_document(Table(("A", "B"), (), (1, 1)), Table(("", ""), (("", ""),), (1, 1))),
        a_document(Note(""), title="", subtitle="", footer="", language=""),
    ],
)
def test_an_empty_place_leaves_a_page_all_the_same(writer, document):
    assert len(reader_of(writer.render(document)).pages) == 1
    assert HtmlWriter().render(document)
    assert MarkdownWriter().render(document)
