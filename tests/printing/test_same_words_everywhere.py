"""The summary of the sample journal carries the same words in every kind of file."""

import re
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from app.domain.finding import Search
from app.rendering.html import HtmlWriter
from app.rendering.markdown_text import MarkdownWriter
from app.rendering.text_file import TextWriter
from app.rendering.tick_boxes import TICK_BOXES
from app.rendering.typst_pages import ArchivePdfWriter, PdfWriter
from app.rendering.word_file import WordWriter
from app.summary.choice import SummaryChoice
from app.summary.document import Table
from tests.documents import a_document
from tests.html_words import words_of_html
from tests.printing.office import pdf_by_office
from tests.printing.paper import FOOTER_LINE, page_texts, poppler
from tests.printing.test_same_words import tokens
from tests.workshops import a_sample_desk

pytestmark = [pytest.mark.printing, pytest.mark.slow]


@pytest.fixture(scope="module")
def summary(tmp_path_factory):
    desk = a_sample_desk(tmp_path_factory.mktemp("sample") / "My journal")
    offered = desk.supervision.offered(Search(limit=12))
    choice = SummaryChoice(
        reflection_ids=tuple(each.reflection.id for each in offered),
        supervisor="the team manager",
        wants=("Think aloud about the “quiet” parent 😀", "A decision about O'Hara"),
    )
    document = desk.supervision.document(choice)
    desk.close()
    assert any(isinstance(block, Table) for each in document.sections for block in each.blocks)
    return document


@pytest.fixture(scope="module")
def on_page(summary):
    words = tokens(words_of_html(HtmlWriter().render(summary).decode()))
    footer = tokens(summary.footer)
    return words[: -len(footer)]


def without_list_numbers(words):
    return [word for word in words if not re.fullmatch(r"\d{1,2}", word)]


def words_of_pages(pages, summary):
    """Give the words in order, but for headings of tables that go on from the page before."""
    blocks = (block for section in summary.sections for block in section.blocks)
    headings = [tokens(" ".join(each.headings)) for each in blocks if isinstance(each, Table)]
    words = []
    for page in pages:
        on_this = tokens(FOOTER_LINE.sub(" ", page.replace("\u200b", "").replace("_", " ")))
        again = (each for each in headings if words and each and on_this[: len(each)] == each)
        words += on_this[len(next(again, [])) :]
    return words


def pages_by_poppler(pdf, folder):
    return poppler("pdftotext", pdf, folder, "-raw").rstrip("\f").split("\f")


def test_pdf_by_poppler(summary, on_page, tmp_path):
    pages = pages_by_poppler(PdfWriter().render(summary), tmp_path)
    assert len(pages) > 1
    assert words_of_pages(pages, summary) == on_page


def test_pdf_for_an_archive(summary, on_page):
    pdf = ArchivePdfWriter(lambda: date(2026, 11, 3)).render(summary)
    assert words_of_pages(page_texts(pdf), summary) == on_page


def test_word_by_an_independent_reader(summary, on_page):
    body = docx.Document(BytesIO(WordWriter().render(summary))).element.body
    kinds = (qn("w:t"), qn("w:tab"), qn("w:br"))
    texts = [
        "".join(each.text or " " for each in paragraph.iter(*kinds))
        for paragraph in body.iter(qn("w:p"))
    ]
    assert without_list_numbers(tokens("\n".join(texts))) == without_list_numbers(on_page)


def test_word_by_libreoffice_and_poppler(summary, on_page, tmp_path):
    pdf = pdf_by_office(WordWriter().render(summary), tmp_path)
    shown = words_of_pages(pages_by_poppler(pdf, tmp_path), summary)
    assert shown == on_page


def test_markdown(summary, on_page):
    text = MarkdownWriter().render(summary).decode().rpartition("---")[0]
    text = re.sub(r"\\([\\`*_\[\]<>#|~&.+-])", r"\1", text)
    text = re.sub(r"^\| ---.*$", "", text, flags=re.MULTILINE)
    assert tokens(text) == on_page


def test_plain_text_with_each_cell_under_its_heading(summary):
    text = TextWriter().render(summary).decode().rpartition("--------------------")[0]
    expected = tokens(f"{summary.title} {summary.subtitle}")
    for section in summary.sections:
        expected += tokens(f"{section.heading} {section.aside}")
        for block in section.blocks:
            expected += row_by_row(block) if isinstance(block, Table) else words_alone(block)
    assert tokens(text.replace("_", " ")) == expected


def row_by_row(table):
    cells = [
        f"{heading} {TICK_BOXES.get(cell, cell)}"
        for row in table.rows
        for heading, cell in zip(table.headings, row, strict=True)
    ]
    return tokens(" ".join(cells))


def words_alone(block):
    page = HtmlWriter().render(a_document(block, title="", subtitle="", footer="")).decode()
    return tokens(words_of_html(re.sub(r"<h2.*?</h2>", "", page, flags=re.DOTALL)))
