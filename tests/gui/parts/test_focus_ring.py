"""The focus ring stands round the control that has the focus, and nowhere else."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.focus_ring import FocusRing
from app.ui.parts.scale_field import ScaleField
from app.ui.parts.scroll_page import ScrollPage


@pytest.fixture
def page(look, qtbot):
    page = QWidget()
    page.setObjectName("page")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(40, 40, 40, 40)
    page.edit, page.button = QLineEdit(), QPushButton("Go")
    column.addWidget(page.edit)
    column.addWidget(page.button)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.edit.setFocus()
    return page


def ring_of(window):
    QCoreApplication.sendPostedEvents()  # it is placed once before the next paint
    rings = window.findChildren(FocusRing)
    assert len(rings) == 1
    return rings[0]


def test_the_ring_stands_four_pixels_off_on_every_side(page):
    ring = ring_of(page)
    assert ring.isVisible()
    assert ring.geometry() == page.edit.geometry().adjusted(-4, -4, 4, 4)
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_gap_shows_the_page_and_the_ring_its_colour(page, look):
    picture = page.grab().toImage()
    edge = page.edit.geometry()
    middle = edge.center().y()
    assert picture.pixelColor(edge.left() - 3, middle) == look.colour("focus")
    assert picture.pixelColor(edge.left() - 1, middle) == look.colour("page")


def test_the_ring_follows_the_focus(page):
    page.button.setFocus()
    assert ring_of(page).geometry() == page.button.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_moves_when_its_control_moves(page):
    page.edit.move(60, 90)
    assert ring_of(page).pos() == QPoint(56, 86)


def test_the_ring_is_three_pixels_wide_in_high_contrast(page, look):
    look.set_theme("high_contrast")
    assert ring_of(page).geometry() == page.edit.geometry().adjusted(-5, -5, 5, 5)


def test_the_ring_goes_with_its_control(page, qapp):
    page.edit.deleteLater()
    page.edit = None
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rings = [ring for ring in page.findChildren(FocusRing) if ring.isVisible()]
    assert all(ring.geometry() == page.button.geometry().adjusted(-4, -4, 4, 4) for ring in rings)


def test_a_hidden_control_has_no_ring(page):
    page.button.hide()
    page.edit.hide()
    assert not ring_of(page).isVisible()


def test_the_ring_surrounds_the_current_cell_of_a_scale(look, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    scale = ScaleField(look)
    QVBoxLayout(page).addWidget(scale)
    page.resize(700, 200)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    scale.setFocus()
    qtbot.keyClick(scale.cells, Qt.Key.Key_7)
    seven = ring_of(page).geometry()
    qtbot.keyClick(scale.cells, Qt.Key.Key_Left)
    six = ring_of(page).geometry()
    assert seven.width() < 100
    assert 40 < seven.x() - six.x() < 80


def test_the_ring_ends_where_the_scrolled_view_ends(look, qtbot):
    page = ScrollPage(look)
    qtbot.addWidget(page)
    edits = [QLineEdit() for _ in range(30)]
    for edit in edits:
        page.column.addWidget(edit)
    page.resize(400, 300)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 500)
    edits[0].setFocus()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert not ring_of(page).isVisible()
    page.scroll_to_top()
    assert ring_of(page).isVisible()


def test_a_page_keeps_the_focused_control_in_sight(look, qtbot):
    page = ScrollPage(look, 500)
    qtbot.addWidget(page)
    edits = [QLineEdit() for _ in range(30)]
    for edit in edits:
        page.column.addWidget(edit)
    page.resize(400, 300)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 500)
    edits[0].setFocus()
    for edit in edits[:-1]:
        qtbot.keyClick(edit, Qt.Key.Key_Tab)
    place = edits[-1].mapTo(page, QPoint(0, 0))
    assert edits[-1].hasFocus()
    assert 0 < place.y() < page.height() - edits[-1].height()


def test_a_window_with_a_ring_is_freed(look, qtbot, qapp):
    window = QWidget()
    edit = QLineEdit(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    edit.setFocus()
    seen = weakref.ref(window)
    window.close()
    window.deleteLater()
    del window, edit
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert seen() is None


def test_a_ring_keeper_that_the_collector_has_emptied_stays_quiet(page, look, qapp):
    kept = vars(look._rings).copy()
    vars(look._rings).clear()
    page.button.setFocus()
    vars(look._rings).update(kept)
    assert qapp.focusWidget() is page.button
