import itertools
import re

import pytest

from app.rendering.typst_pages import PageSetter, PageSvgMaker, PdfWriter
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
from tests.bounded import not_endless
from tests.documents import a_document, a_supervision_summary
from tests.printing.paper import MILLIMETRE, page_texts, placed_words, reader_of

pytestmark = pytest.mark.printing

LINE = "What I bring is the forty minutes in which nobody said her name, and my part in that."
SIDE, TOP, A4_WIDTH, A4_HEIGHT = 21 * MILLIMETRE, 20 * MILLIMETRE, 595.3, 841.9
SIZES = list(PrintSize)


@pytest.fixture(scope="module")
def setter():
    return PageSetter()


def assert_inside_the_margins(pdf, folder):
    words = placed_words(pdf, folder)
    assert words
    for word in words:
        assert word.left >= SIDE - 1, word
        assert word.right <= A4_WIDTH - SIDE + 1, word
        # The box is as tall as the font may draw, more than the letters on the line.
        assert word.top >= TOP - 0.8 * (word.bottom - word.top), word
        assert word.bottom <= A4_HEIGHT - 12 * MILLIMETRE, word


@pytest.mark.parametrize("size", SIZES)
def test_no_word_stands_outside_the_margins(setter, tmp_path, size):
    pdf = PdfWriter(setter).render(a_supervision_summary(print_size=size))
    assert_inside_the_margins(pdf, tmp_path)


@pytest.mark.parametrize("size", SIZES)
def test_a_word_without_end_stays_on_the_page(setter, tmp_path, size):
    long = "W" * 300
    nested = "- a\n  - b\n    - c\n      - d\n        - " + long
    document = a_document(
        Prose(long, long),
        Prose(nested),
        Prose(f"> {long}"),
        Note(long),
        Bullets((Bullet(long, long),)),
        Table(
            (long, "Unaccompanied", "x"), ((long, "Safeguarding-arrangements", long),), (5, 1, 1)
        ),
        Signatures((long,)),
        title=long,
        subtitle=long,
        print_size=size,
    )
    assert_inside_the_margins(PdfWriter(setter).render(document), tmp_path)


@pytest.mark.parametrize(
    "block",
    [
        Prose(f"{LINE} {LINE}"),
        Bullets((Bullet("First thing."), Bullet("Second thing."))),
        Table(("What", "Who"), (("Ring the school", "me"),) * 12, (3, 1)),
        Table(("What", "Who"), (("", ""),) * 5, (3, 1)),
        Signatures(("Practitioner", "Supervisor")),
        Note("Five answers were kept private."),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(setter, block):
    for filler in range(26, 34):
        document = a_document(
            sections=(
                DocumentSection("Before", (Prose("\n\n".join([LINE] * filler)),)),
                DocumentSection("Stranded", (block,), "aside"),
            )
        )
        for text in page_texts(PdfWriter(setter).render(document)):
            assert not text.strip().endswith("Stranded · aside"), filler


def test_a_persons_own_heading_stays_with_its_words(setter):
    for filler in range(26, 34):
        prose = "\n\n".join([LINE] * filler + ["# Mine", LINE])
        for text in page_texts(PdfWriter(setter).render(a_document(Prose(prose)))):
            assert not text.strip().endswith("Mine"), filler


def test_a_long_table_repeats_its_headings_and_keeps_rows_whole(setter):
    rows = tuple((f"begin{n} {LINE} {LINE} end{n}", "me", Tick.OPEN) for n in range(60))
    document = a_document(Table(("Action", "Who", "Done"), rows, (6, 1, 1)))
    pages = page_texts(PdfWriter(setter).render(document))
    assert len(pages) > 3
    for text in pages:
        assert "Action" in text
        for number in range(60):
            assert (f"begin{number} " in text) == (
                f"end{number}\n" in text or text.endswith(f"end{number}")
            ), number


def test_a_cell_longer_than_a_page_is_printed_whole(setter):
    document = a_document(Table(("A", "B"), ((f"{LINE} " * 80 + "finis", "x"),), (3, 1)))
    pages = page_texts(PdfWriter(setter).render(document))
    assert len(pages) > 1
    assert "finis" in pages[-1]
    assert " ".join(pages).count("forty") == 80


def test_rows_for_handwriting_are_tall_and_stay_together(setter, tmp_path):
    blank = Table(("What", "Who"), (("", Tick.OPEN),) * 5, (3, 1))
    pdf = PdfWriter(setter).render(a_document(blank))
    tops = [word.top for word in placed_words(pdf, tmp_path) if word.text == "☐"]
    assert len(tops) == 5
    for above, below in itertools.pairwise(tops):
        assert below - above >= 9 * MILLIMETRE


def test_signature_lines_leave_room_to_sign(setter, tmp_path):
    pdf = PdfWriter(setter).render(a_document(Signatures(("Practitioner", "Supervisor"))))
    words = {word.text: word for word in placed_words(pdf, tmp_path)}
    assert words["Supervisor"].top - words["Practitioner"].bottom >= 10 * MILLIMETRE


def test_thirty_pages_are_numbered_to_the_end(setter):
    document = a_document(Prose("\n\n".join([f"{LINE} {LINE} {LINE}"] * 500)))
    pages = reader_of(PdfWriter(setter).render(document)).pages
    count = len(pages)
    assert count >= 30
    assert f"Page 1 of {count}" in pages[0].extract_text()
    assert f"Page {count} of {count}" in pages[-1].extract_text()
    assert sum(page.extract_text().count("forty") for page in pages) == 1500


@pytest.mark.slow
def test_a_two_megabyte_answer_is_set_whole(setter):
    document = a_document(Prose(f"{LINE} {LINE} *{LINE}*\n\n" * 8_200))
    with not_endless(cpu_seconds=120):
        pdf = PdfWriter(setter).render(document)
    assert len(reader_of(pdf).pages) > 450


def test_the_preview_has_the_pages_of_the_pdf(setter):
    for document in (a_supervision_summary(), a_supervision_summary(print_size=PrintSize.LARGE)):
        svg_pages = PageSvgMaker(setter).pages(document)
        assert len(svg_pages) == len(reader_of(PdfWriter(setter).render(document)).pages)
        for svg in svg_pages:
            assert b'viewBox="0 0 595.2' in svg
            assert b"<image" not in svg
            assert b"http" not in svg.replace(b"http://www.w3.org/", b"")


def test_the_pages_are_black_on_white(setter):
    for svg in PageSvgMaker(setter).pages(a_supervision_summary()):
        colours = set(re.findall(rb"#[0-9a-fA-F]{6}", svg))
        assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours), colours
