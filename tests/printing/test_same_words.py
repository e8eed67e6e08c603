"""Paper, web page and Markdown say the same words in the same order."""

import re
from datetime import date

import pytest

from app.domain.answer import Verdict
from app.rendering.html import HtmlWriter
from app.rendering.markdown_text import MarkdownWriter
from app.rendering.typst_pages import PageSetter, PageSvgMaker, PdfWriter
from app.summary.choice import SharedReflection, SummaryChoice
from app.summary.document import Bullet, Bullets, DocumentSection, Note, Prose, Table, Tick
from app.summary.supervision import supervision_summary
from tests.audits import SEVERAL, an_audit, several_answers
from tests.builders import a_reflection
from tests.documents import FOOTER, a_document, a_supervision_summary
from tests.html_words import words_of_html
from tests.printing.paper import page_texts

pytestmark = pytest.mark.printing

RICH = (
    "# My *own* heading\nA first line\nand a second, **strong** and *slanted*.\n\n"
    "- one\n  - nested `code < x`\n- two\n\n3. third\n4. fourth\n\n> quoted\n\n"
    "<b>typed</b> [typed](too) &amp; #tag 2 * 3 naïve Łódź 😀"
)


def a_rich_document():
    return a_document(
        sections=(
            DocumentSection("First", (Prose(RICH, "A lead:"), Note("A note [1].")), "aside"),
            DocumentSection(
                "Second",
                (
                    Bullets((Bullet("said *so*", "Lead:"), Bullet("plain"))),
                    Table(("What", "Who"), (("a | b", Tick.TICKED), ("", Tick.OPEN)), (1, 1)),
                ),
            ),
        )
    )


def tokens(text):
    return re.findall(r"[\w☐☑😀&]+", text.replace("&amp;", "&amp"))


def words_on_paper(document):
    return [*tokens(" ".join(page_texts(PdfWriter().render(document)))), *tokens(FOOTER)]


def words_of_markdown(document):
    text = MarkdownWriter().render(document).decode()
    text = re.sub(r"\\([\\`*_\[\]<>#|~&.+-])", r"\1", text)
    return tokens(re.sub(r"^\| ---.*$", "", text, flags=re.MULTILINE))


def a_summary_of_an_audit():
    spring = SharedReflection(*an_audit(Verdict.YES, Verdict.NO, day=date(2026, 5, 12)))
    audit = SharedReflection(*an_audit(Verdict.YES, Verdict.NO, Verdict.NOT_APPLICABLE), spring)
    several = a_reflection(SEVERAL, title="Several", answers=several_answers())
    shared = (audit, SharedReflection(several, SEVERAL))
    return supervision_summary(shared, SummaryChoice(), date(2026, 11, 3))


@pytest.mark.parametrize(
    "document",
    [a_supervision_summary(), a_rich_document(), a_summary_of_an_audit()],
    ids=["summary", "rich", "audit"],
)
def test_paper_page_and_markdown_say_the_same(document):
    on_page = tokens(words_of_html(HtmlWriter().render(document).decode()))
    assert words_on_paper(document) == on_page
    assert words_of_markdown(document) == on_page


def glyph_places(svg):
    return len(re.findall(rb"<use ", svg))


def test_the_preview_draws_as_many_letters_as_the_document_has():
    # Letters that no font joins into one shape, so that each is one shape in the picture.
    word = "abcdemnopqrs"
    maker = PageSvgMaker(PageSetter())
    few = sum(map(glyph_places, maker.pages(a_document(Prose(word)))))
    many = sum(map(glyph_places, maker.pages(a_document(Prose(f"{word} " * 200)))))
    assert many - few == len(word) * 199
