"""The portfolio on real pages: readable whole, tagged, with the pages of its contents right."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn

from app.domain.answer import Action, Actions, Answer
from app.domain.sharing import Sharing
from app.rendering.document_words import letters_of, without_spaces
from app.rendering.html import HtmlWriter
from app.rendering.markdown_text import MarkdownWriter
from app.rendering.typst_pages import ArchivePdfWriter, PdfWriter
from app.rendering.word_file import WordWriter
from app.summary.document import BarRow, Bars, Contents, PrintSize
from app.summary.portfolio_basis import PortfolioWishes
from tests.documents import a_document
from tests.html_words import words_of_html
from tests.portfolios import PEER, a_keeper, evidence
from tests.portfolios import Contents as Files
from tests.printing.paper import placed_words, poppler, reader_of
from tests.printing.test_pdf_structure import nodes

pytestmark = pytest.mark.printing
TAGS = frozenset({"swe_standard_4/4.1", "swe_standard_4/4.6", "pcf/values"})
LONG = "A sentence that goes on, so that a piece takes its room on a page. " * 6


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    files = Files()
    actions = Actions((Action("Ask first", "me", date(2026, 12, 1)),))
    with a_keeper(tmp_path_factory.mktemp("journal")) as keeper:
        for at in range(12):
            answers = {
                "activity": f"{LONG}\n\n- one\n- two",
                "learning": "A *star*, 1. and [brackets] <b>.",
                "impact": LONG,
                "actions": Answer(actions, Sharing.CPD),
                "evidence": evidence(files.put(f"file number {at}.pdf", b"%d" % at)),
            }
            day = date(2026, 1 + at % 11, 1 + at)
            uid = keeper.piece(f"Piece number {at}", day, answers, themes=("voice", f"theme {at}"))
            if at % 2:
                keeper.change(uid, peer=PEER, wording={"peer": "We agreed."}, tags=TAGS)
        wishes = PortfolioWishes("Sam Okafor", "I *chair*.\n\n- here\n- there")
        yield keeper.made(wishes)


@pytest.fixture(scope="module")
def pdf(made):
    return PdfWriter().render(made.document)


def words(text):
    """Give the words; a hash has none, and its lines break anywhere."""
    found = re.findall(r"[\w☐☑]+", text)
    return [each for each in found if not re.fullmatch("[0-9a-f]{20,64}", each)]


def without_contents(document):
    """Leave the list of contents out, whose pages only paper has."""
    return replace(document, sections=document.sections[1:])


def test_every_word_is_on_the_pages_in_order(made, pdf, tmp_path):
    pages = poppler("pdftotext", pdf, tmp_path, "-raw").rstrip("\f").split("\f")
    foot = re.compile(r"Record of learning, not a case record\s+Page \d+ of \d+")
    said = [foot.sub(" ", page.replace("\u200b", "")) for page in pages]
    document = made.document
    cover = words(f"{document.title} {document.subtitle}")
    assert words(said[0])[: len(cover)] == cover
    page = HtmlWriter().render(
        replace(without_contents(document), title="", subtitle="", footer="")
    )
    wanted = words(words_of_html(page.decode()))
    found = words(" ".join(said[1:]))
    # Headings of tables stand again on the next page.
    assert set(wanted) == set(found)
    assert len(found) - len(wanted) < 60
    position = iter(found)
    assert all(word in position for word in wanted)


def test_contents_name_every_section_with_its_page(made, pdf, tmp_path):
    first = poppler("pdftotext", pdf, tmp_path, "-layout", "-l", "1")
    lines = re.findall(r"^(.+?)[ .]+(\d+)$", re.sub("[\u200b\u2060]", "", first), re.MULTILINE)
    told = {" ".join(entry.split()): int(page) for entry, page in lines}
    entries = made.document.sections[0].blocks[0].entries
    assert set(entries) <= set(told)
    pages = [page.extract_text().replace("\u200b", "") for page in reader_of(pdf).pages]
    for entry in entries:
        heading = without_spaces(entry)
        assert heading in without_spaces(pages[told[entry] - 1]), entry
    assert "Contents" not in pages[1]


def test_it_claims_the_standard_and_everything_is_tagged(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.open_metadata()["pdfuaid:part"]) == "1"
        assert opened.Root.MarkInfo.Marked
        painting = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "S", "s", "Do", "sh"}
        for page in opened.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                name = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                assert depth > 0 or name not in painting, name


def test_a_chart_is_a_table_with_headings_to_a_screen_reader():
    bars = Bars(("When", "Pieces"), (BarRow("March", (3,)), BarRow("April", (0,))))
    with pikepdf.open(io.BytesIO(PdfWriter().render(a_document(bars)))) as opened:
        kinds = [kind for kind, _, _ in nodes(opened)]
    assert (kinds.count("/Table"), kinds.count("/TH"), kinds.count("/TD")) == (1, 2, 4)
    assert "/Figure" not in kinds


def test_contents_are_links(pdf, made):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        links = [each for each in opened.pages[0].get("/Annots", []) if each.Subtype == "/Link"]
        assert len(links) >= len(made.document.sections) - 1
    page = HtmlWriter().render(made.document).decode()
    targets = re.findall(r'<a href="#([\w-]+)">', page)
    assert len(targets) == len(made.document.sections) - 1
    assert all(f'id="{each}"' in page for each in targets)
    body = docx.Document(io.BytesIO(WordWriter().render(made.document))).element.body
    named = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    assert [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))] == named


def test_no_word_stands_outside_the_margins(made, tmp_path):
    for size in PrintSize:
        document = replace(made.document, print_size=size)
        for word in placed_words(PdfWriter().render(document), tmp_path):
            assert word.left >= 58
            assert word.right <= 537
            assert word.bottom <= 842 - 20


def test_word_and_the_web_page_say_the_same_words(made):
    letters = letters_of(made.document)
    page = words_of_html(HtmlWriter().render(replace(made.document, footer="")).decode())
    assert without_spaces(page) == letters
    body = docx.Document(io.BytesIO(WordWriter().render(made.document))).element.body
    text = "".join(each.text or "" for each in body.iter(qn("w:t")))
    assert without_spaces(text) == letters


def test_markdown_says_the_same_words(made):
    text = MarkdownWriter().render(made.document).decode().rpartition("---")[0]
    text = re.sub(r"^\| ---.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\\([\\`*_\[\]<>#|~&.+-])", r"\1", text)
    page = words_of_html(HtmlWriter().render(replace(made.document, footer="")).decode())
    assert words(text.replace("_", " ")) == words(page.replace("_", " "))


@pytest.mark.parametrize(
    "document",
    [
        a_document(Bars(("A", "B"), ())),
        a_document(Bars(("A", "B", "C"), (BarRow("x" * 90, (0, 10**6)), BarRow("", (1, 0))))),
        a_document(Contents(("What happened",))),
        a_document(Contents()),
    ],
    ids=["no row", "wide", "contents alone", "no entry"],
)
def test_the_least_and_the_most_is_written_as_every_kind(document):
    assert PdfWriter().render(document).startswith(b"%PDF")
    assert ArchivePdfWriter(lambda: date(2026, 11, 3)).render(document).startswith(b"%PDF")
    assert WordWriter().render(document)[:2] == b"PK"
    assert b"What happened" in HtmlWriter().render(document)
    assert MarkdownWriter().render(document)


def test_an_empty_year_and_large_print_for_an_archive(tmp_path):
    with a_keeper(tmp_path) as keeper:
        made = keeper.made(PortfolioWishes("", "", PrintSize.LARGE, is_black_and_white=True))
    data = ArchivePdfWriter(lambda: date(2026, 11, 23)).render(made.document)
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert opened.open_metadata().pdfa_status == "2A"
        assert len(opened.pages) == 2


def test_no_name_of_the_key_is_in_the_pdf_of_the_zip_file(tmp_path):
    from app.domain.identifier import KeptPerson

    with a_keeper(tmp_path) as keeper:
        keeper.desk.people_key.keep((KeptPerson("Child A", ("Zephyrine Quillfeather",)),))
        keeper.piece("With Zephyrine", answers={"activity": "**Zephy**rine Quillfeather"})
        target = keeper.write_to(tmp_path / "mine.zip")
    with zipfile.ZipFile(target) as archive:
        data = archive.read("portfolio.pdf")
    assert "Child A" in poppler("pdftotext", data, tmp_path)
    with pikepdf.open(io.BytesIO(data)) as opened:
        for each in opened.objects:
            text = repr(each)
            if isinstance(each, pikepdf.Stream):
                text += each.read_bytes().decode("latin-1")
                text += each.read_bytes().decode("utf-16-be", "replace")
            assert "Zephyrine" not in text
            assert "Quillfeather" not in text
