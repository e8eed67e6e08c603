"""The preview and the printer show what the PDF shows."""

import subprocess
from dataclasses import replace
from io import BytesIO
from shutil import which

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from app.paper import printing
from app.paper.page_picture import page_picture
from app.paper.page_view import Fit, PageView
from app.rendering.typst_pages import PageSvgMaker, PdfWriter
from tests.documents import a_supervision_summary
from tests.gui.paper.pictures import SIZE, difference, ink

PAGES = 5  # of the long document


@pytest.fixture(scope="module")
def document():
    return a_supervision_summary()


@pytest.fixture(scope="module")
def pages(document):
    return PageSvgMaker().pages(document)


@pytest.fixture(scope="module")
def measured(document):
    return PageSvgMaker().measured(document)


@pytest.fixture(scope="module")
def long(document):
    sections = document.sections * 3
    measured = PageSvgMaker().measured(replace(document, sections=sections))
    assert measured.lengths.pages == PAGES
    return measured.pdf


@pytest.fixture
def view(look, qtbot, long):
    view = PageView()
    qtbot.addWidget(view)
    view.resize(640, 690)
    view.show()
    view.show_pages(long, PAGES)
    return view


def pdf_pictures(data, folder, *, hairlines="shape"):
    if which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    source = folder / "paper.pdf"
    source.write_bytes(data)
    # Poppler makes hairlines a whole dot wide unless it is told to shade them, as Qt does.
    command = ["pdftoppm", "-png", "-thinlinemode", hairlines]
    command += ["-scale-to-x", str(SIZE.width()), "-scale-to-y", str(SIZE.height())]
    subprocess.run([*command, str(source), str(folder / "page")], check=True)
    return [QImage(str(path)) for path in sorted(folder.glob("page*.png"))]


def printed_pdf(pages, target):
    printer = printing.a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    assert printing.paint_pages(pages, printer)
    return target.read_bytes()


def test_the_preview_looks_like_the_pdf(look, document, measured, tmp_path):
    pictures = pdf_pictures(PdfWriter().render(document), tmp_path, hairlines="solid")
    assert len(pictures) == measured.lengths.pages
    for number, picture in enumerate(pictures, 1):
        shown = page_picture(measured.pdf, number, SIZE)
        assert difference(shown, picture) < 4
        assert ink(shown) == pytest.approx(ink(picture), rel=0.2)
    assert difference(page_picture(measured.pdf, 1, SIZE), pictures[1]) > 8


def test_printed_pages_are_a4_and_look_like_the_pdf(look, document, pages, tmp_path):
    data = printed_pdf(pages, tmp_path / "printed.pdf")
    sheets = PdfReader(BytesIO(data)).pages
    assert len(sheets) == len(pages)
    for sheet in sheets:
        assert float(sheet.mediabox.width) == pytest.approx(595.3, abs=1)
        assert float(sheet.mediabox.height) == pytest.approx(841.9, abs=1)
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    printed = pdf_pictures(data, tmp_path / "one")
    saved = pdf_pictures(PdfWriter().render(document), tmp_path / "other")
    for one, other in zip(printed, saved, strict=True):
        assert difference(one, other) < 3
        assert ink(one) == pytest.approx(ink(other), rel=0.2)


def test_a_print_queue_learns_nothing_of_the_content(look, pages, tmp_path):
    data = printed_pdf(pages, tmp_path / "printed.pdf")
    assert PdfReader(BytesIO(data)).metadata.title == printing.DOCUMENT_NAME


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_cannot_write_is_reported(look, pages, tmp_path):
    printer = printing.a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    assert not printing.paint_pages(pages, printer)
    assert list(tmp_path.iterdir()) == []


def test_a_printer_that_vanishes_in_the_middle_is_reported(look, pages, tmp_path):
    class Vanishing(QPrinter):
        def printerState(self):
            return QPrinter.PrinterState.Aborted

    printer = Vanishing(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert not printing.paint_pages(pages, printer)


def test_keys_turn_the_pages(view):
    sheet = view.widget()
    count = view.page_count
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert view.page_number == 2
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    assert view.page_number == 1
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    assert view.page_number == 1
    QTest.keyClick(sheet, Qt.Key.Key_End)
    assert view.page_number == count
    assert sheet.accessibleName() == f"Page {count} of {count}, as it will be printed"


def test_a_shorter_document_shows_its_last_page(view, measured):
    view.show_number(view.page_count)
    view.show_pages(measured.pdf, measured.lengths.pages)
    assert (view.page_number, view.page_count) == (2, 2)


def test_fitting_follows_the_size_of_the_view(view):
    view.fit_width()
    wide = view.widget().width()
    view.resize(900, 690)
    assert view.widget().width() > wide
    assert view.horizontalScrollBar().maximum() == 0
    view.fit_page()
    assert view.widget().height() <= view.viewport().height()


def test_the_wheel_with_ctrl_enlarges(view):
    before = view.widget().width()
    place = QPointF(view.rect().center())
    event = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(event)
    assert view.fit is Fit.FREE
    assert view.widget().width() > before


@pytest.mark.parametrize("theme", ["dark", "high_contrast"])
def test_the_paper_is_white_in_every_theme(view, look, theme):
    light = view.widget().grab().toImage()
    look.set_theme(theme)
    dark = view.widget().grab().toImage()
    inside = light.rect().adjusted(2, 2, -2, -2)
    assert dark.copy(inside) == light.copy(inside)
    assert dark.pixelColor(6, 6) == Qt.GlobalColor.white
