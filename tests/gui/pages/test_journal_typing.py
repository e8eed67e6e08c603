"""The journal's list while words are typed: first a screenful, in the next pause the rest."""

import pytest
from PySide6.QtCore import QEvent, Qt

from app.ui.models.reflection_list import PAGE_SIZE
from app.ui.pages.journal import JournalPage
from tests.gui.pages.test_journal import (
    empty_desk,
    lane,
    settle,
    shown,
    surroundings,
    titles,
    write,
)

__all__ = ["empty_desk", "lane", "surroundings"]
COUNT = 60


@pytest.fixture
def filled_desk(empty_desk, lane):
    for number in range(COUNT):
        write(lane, empty_desk, f"A kettle whistled, number {number}.", title=f"Title {number}")
    return empty_desk


@pytest.fixture
def page(surroundings, filled_desk, qtbot):
    page = shown(JournalPage(surroundings, filled_desk), qtbot)
    settle(page, qtbot)
    qtbot.waitUntil(lambda: page.reading.content is not None)
    yield page
    page.close()


def typed(page, words, qtbot):
    """Type words and wait for the first answer alone."""
    with qtbot.waitSignal(page._search.answered):
        qtbot.keyClicks(page.list.search_field, words)


def wait_for_the_rest(page, qtbot):
    qtbot.waitUntil(lambda: page.list.model.loaded >= PAGE_SIZE)


def visible_rows(page):
    view, model = page.list.view, page.list.model
    heights = [view.visualRect(model.index(row)) for row in range(model.rowCount())]
    return sum(1 for rect in heights if rect.intersects(view.viewport().rect()))


def test_a_screenful_comes_first_and_fills_the_list(page, qtbot):
    typed(page, "k", qtbot)
    assert 8 <= page.list.model.loaded < PAGE_SIZE
    assert page.list.count_label.text() == f"{COUNT} of {COUNT} reflections hold “k”, newest first"
    assert visible_rows(page) < page.list.model.rowCount()  # the month's heading is a row too
    wait_for_the_rest(page, qtbot)
    newest_first = [f"Title {number}" for number in range(COUNT - 1, -1, -1)]
    assert titles(page) == newest_first[: page.list.model.loaded]


def test_the_rest_moves_nothing(page, qtbot):
    typed(page, "k", qtbot)
    page.list.focus_list()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Down)
    bar = page.list.view.verticalScrollBar()
    bar.setValue(37)
    chosen = page.list.current_id
    wait_for_the_rest(page, qtbot)
    assert bar.value() == 37
    assert page.list.current_id == chosen
    assert page.list.model.outline(page.list.view.currentIndex()).id == chosen
    assert page.list.view.hasFocus()


def test_a_newer_key_drops_the_rest_of_an_older_search(page, lane, qtbot):
    typed(page, "k", qtbot)
    more = []
    page._search.more_answered.connect(more.append)
    page.list.load_page()
    assert page._search.is_running
    with qtbot.waitSignal(page._search.answered):
        qtbot.keyClicks(page.list.search_field, "ettle 7")
    assert more == []
    assert titles(page) == ["Title 7"]
    lane.wait()
    qtbot.wait(200)
    assert titles(page) == ["Title 7"]


def test_what_a_person_chose_far_down_stays_chosen(page, qtbot):
    page.list.view.setCurrentIndex(page.list.model.index(40))
    chosen = page.list.current_id
    typed(page, "k", qtbot)
    assert page.list.current_id == chosen
    assert page.list.model.outline(page.list.view.currentIndex()).id == chosen


def test_what_the_search_chose_gives_way_to_the_newest(page, qtbot):
    typed(page, "kettle 7", qtbot)
    assert titles(page) == ["Title 7"]
    with qtbot.waitSignal(page._search.answered):
        qtbot.keyClick(page.list.search_field, Qt.Key.Key_Backspace)
    current = page.list.model.outline(page.list.view.currentIndex())
    assert current.title == f"Title {COUNT - 1}"


def test_a_page_that_goes_before_the_rest_is_told_nothing(
    surroundings, filled_desk, lane, qapp, qtbot
):
    broken = []
    lane.broke.connect(broken.append)
    page = JournalPage(surroundings, filled_desk)
    page.show()
    page.enter()
    settle(page, qtbot)
    typed(page, "k", qtbot)
    page.list.load_page()
    page.deleteLater()
    qapp.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    lane.wait()
    qtbot.wait(200)
    assert broken == []
