"""The page that is looked at is the printer's page, sharp, and nothing stays of it."""

import gc
import sys
import weakref
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from app.paper import page_view
from app.paper.page_picture import page_picture
from app.paper.page_view import PageView
from app.rendering.typst_pages import PageSetter, PageSvgMaker
from app.summary.document import PrintSize, Prose
from tests.documents import a_document, a_supervision_summary
from tests.gui.paper.pictures import SIZE, drawn, greys, ink, ink_by_rows

# Twice the usual size: there PDFium has no need to thicken a hairline to a whole dot.
LARGE = SIZE * 2
OTHER_SCRIPTS = ("مرحبا بكم في الاجتماع", "שלום לכולם", "Zażółć gęślą jaźń", "আমি আজ স্কুলে যাই", "🙂")
DOCUMENTS = {
    "normal": a_supervision_summary(),
    "large print": a_supervision_summary(print_size=PrintSize.LARGE),
    "black and white": replace(a_supervision_summary(), is_black_and_white=True),
    "other scripts": a_document(Prose("\n\n".join(OTHER_SCRIPTS))),
}


@pytest.fixture(scope="module")
def maker():
    return PageSvgMaker(PageSetter())


@pytest.fixture(scope="module")
def measured(maker):
    return maker.measured(DOCUMENTS["normal"])


@pytest.fixture
def view(look, qtbot, measured):
    view = PageView()
    qtbot.addWidget(view)
    view.resize(640, 690)
    view.show()
    view.show_pages(measured.pdf, measured.lengths.pages)
    return view


def dots_inside(sheet):
    picture = sheet.grab().toImage()
    return set(greys(picture.copy(picture.rect().adjusted(2, 2, -2, -2))))


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_the_page_looked_at_is_the_page_of_the_printer(look, maker, name):
    printed, measured = maker.pages(DOCUMENTS[name]), maker.measured(DOCUMENTS[name])
    assert measured.lengths.pages == len(printed)
    for number, svg in enumerate(printed, 1):
        shown, paper = page_picture(measured.pdf, number, LARGE), drawn(svg, LARGE)
        assert ink(shown) == pytest.approx(ink(paper), rel=0.15)
        pairs = list(zip(ink_by_rows(shown), ink_by_rows(paper), strict=True))
        apart = sum(abs(one - other) for one, other in pairs)
        assert apart < 0.2 * sum(other for _, other in pairs), number


def test_a_page_one_dot_lower_would_be_seen(look, maker, measured):
    paper = ink_by_rows(drawn(maker.pages(DOCUMENTS["normal"])[0], LARGE))
    lower = [0.0, *ink_by_rows(page_picture(measured.pdf, 1, LARGE))]
    pairs = zip(lower, paper, strict=False)
    assert sum(abs(one - other) for one, other in pairs) > 0.2 * sum(paper)


def test_black_and_white_loses_no_line(look, maker, measured):
    """What is grey in the one is there in the other, and darker."""
    plain = maker.measured(DOCUMENTS["black and white"])
    for number in range(1, measured.lengths.pages + 1):
        grey = ink_by_rows(page_picture(measured.pdf, number, LARGE))
        black = ink_by_rows(page_picture(plain.pdf, number, LARGE))
        assert all(dark >= light - 0.001 for dark, light in zip(black, grey, strict=True))
        assert sum(black) > sum(grey)


def test_the_picture_is_as_large_as_the_sheet_in_the_dots_of_the_screen(view, monkeypatch):
    sheet, asked = view.widget(), []

    def watched(pdf, number, size):
        asked.append(size)
        return page_picture(pdf, number, size)

    monkeypatch.setattr(page_view, "page_picture", watched)
    view.show_number(1)
    for ratio in (1.0, 2.0, 1.5):
        monkeypatch.setattr(type(sheet), "devicePixelRatioF", lambda _self, ratio=ratio: ratio)
        assert sheet._drawn().deviceIndependentSize().toSize() == sheet.size()
        assert sheet._drawn().width() == round(sheet.width() * ratio)
    assert len(asked) == 3  # each once: scrolling draws nothing anew


def test_twice_the_dots_are_sharper_than_each_dot_twice(look, maker, measured):
    svg = maker.pages(DOCUMENTS["normal"])[0]
    coarse = drawn(svg, SIZE).scaled(LARGE, Qt.AspectRatioMode.IgnoreAspectRatio)
    fine = page_picture(measured.pdf, 1, LARGE)
    assert fine.size() == coarse.size() == QSize(2 * SIZE.width(), 2 * SIZE.height())
    greyish = [sum(60 < dot < 200 for dot in greys(picture)) for picture in (fine, coarse)]
    assert greyish[0] < 0.6 * greyish[1]


def test_no_dot_is_see_through(look, measured):
    picture = page_picture(measured.pdf, 1, SIZE)
    picture.reinterpretAsFormat(QImage.Format.Format_ARGB32)
    assert set(bytes(picture.constBits())[3::4]) == {255}


def test_a_view_that_is_cleared_shows_nothing_and_holds_nothing(view, measured):
    sheet = view.widget()
    assert 0 in dots_inside(sheet)
    held = bytes(bytearray(measured.pdf))
    view.show_pages(held, 2)
    assert 0 in dots_inside(sheet)
    before = sys.getrefcount(held)
    view.clear()
    assert sys.getrefcount(held) == before - 2  # of the view and of the sheet
    assert sheet._picture.isNull()
    assert (view.page_count, view.accessibleName()) == (0, "No page yet")
    assert dots_inside(sheet) == {255}


def test_no_document_stays_open_when_its_page_is_drawn(view, measured, monkeypatch):
    opened, closed = [], []

    class Watched(pypdfium2.PdfDocument):
        def __init__(self, pdf):
            super().__init__(pdf)
            opened.append(weakref.ref(self))

        def close(self):
            closed.append(self.raw is not None)
            super().close()

    monkeypatch.setattr(pypdfium2, "PdfDocument", Watched)
    for number in (2, 1):
        view.show_number(number)
        view.widget().grab()
    assert len(opened) == len(closed) == 2
    gc.collect()
    assert [each() for each in opened] == [None, None]


def test_a_page_that_cannot_be_drawn_leaves_nothing_open(look, measured, monkeypatch):
    closed = []

    class Watched(pypdfium2.PdfDocument):
        def close(self):
            closed.append(self)
            super().close()

    monkeypatch.setattr(pypdfium2, "PdfDocument", Watched)
    with pytest.raises(pypdfium2.PdfiumError):
        page_picture(measured.pdf, measured.lengths.pages + 1, SIZE)
    assert len(closed) == 1
