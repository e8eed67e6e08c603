"""How long the pages are said to be is how long they are."""

from dataclasses import replace

import pytest

from app.rendering.typst_pages import PageSetter, PageSvgMaker
from app.summary.document import DocumentSection, Note, PrintSize, Prose
from tests.documents import a_document, a_supervision_summary
from tests.printing.paper import reader_of

pytestmark = pytest.mark.printing


@pytest.fixture(scope="module")
def maker():
    return PageSvgMaker(PageSetter())


def of_lines(*counts, **changes):
    """Make a document whose sections hold so many lines of one paragraph each."""
    sections = tuple(
        DocumentSection(f"Section {number}", (Prose("  \n".join(["A line."] * count)),))
        for number, count in enumerate(counts)
    )
    return a_document(sections=sections, **changes)


def test_the_pages_are_those_of_the_printer(maker):
    document = a_supervision_summary()
    measured = maker.measured(document)
    assert measured.lengths.pages == len(maker.pages(document)) == 2
    assert len(reader_of(measured.pdf).pages) == 2
    assert len(measured.lengths.sections) == len(document.sections)


@pytest.mark.parametrize("size", list(PrintSize))
def test_a_section_that_is_ten_lines_longer_is_said_to_be_so(maker, size):
    short = maker.measured(of_lines(5, 5, 5, print_size=size)).lengths
    long = maker.measured(of_lines(5, 15, 5, print_size=size)).lengths
    assert long.sections[1] - short.sections[1] == pytest.approx(10, abs=0.01)
    assert long.sections[0] == pytest.approx(short.sections[0])
    if short.pages == long.pages:
        assert short.left - long.left == pytest.approx(10, abs=0.01)


def test_what_is_said_to_be_spare_can_be_written_and_one_line_more_begins_a_page(maker):
    spare = maker.measured(of_lines(10)).lengths.spare(1)
    full, over = (maker.measured(of_lines(10 + more)).lengths for more in (spare, spare + 1))
    assert (full.pages, over.pages) == (1, 2)
    assert full.spare(1) == 0


def test_lines_over_two_pages_are_counted_over_the_page_breaks(maker):
    first, second = (maker.measured(of_lines(count)).lengths for count in (130, 140))
    assert first.pages == second.pages == 3
    assert second.over(2) - first.over(2) == 10


def test_measuring_shows_nothing_on_the_page(maker):
    document = a_document(Note("One sentence."))
    with_more = replace(document, is_black_and_white=True)
    assert maker.measured(document).pdf == maker.measured(with_more).pdf


def test_an_edit_is_set_like_a_document_set_for_the_first_time(maker):
    before, after = of_lines(30, 20, 10), of_lines(30, 21, 10)
    maker.measured(before)
    again = maker.measured(after)
    fresh = PageSvgMaker(PageSetter()).measured(after)
    assert again == fresh
    assert again != maker.measured(before)
