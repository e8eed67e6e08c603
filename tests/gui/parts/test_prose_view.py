"""A person's Markdown to read: written by cursor, growing with its text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat, QTextListFormat
from PySide6.QtTest import QTest

from app.ui.parts.prose_view import ProseView
from app.ui.parts.scroll_page import ScrollPage


@pytest.fixture
def view(look, qtbot):
    def make(markdown, words=""):
        made = ProseView(look, markdown, words)
        qtbot.addWidget(made)
        made.resize(568, 10)
        made.show()
        return made

    return make


def fragments(view):
    block = view.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            yield iterator.fragment()
            iterator += 1
        block = block.next()


def lists(view):
    block = view.document().begin()
    while block.isValid():
        if block.textList() is not None:
            yield block.textList().format().style(), block.textList().itemText(block), block.text()
        block = block.next()


def test_marks_become_type(view):
    shown = view("Plain, *emphasis* and **strong**.")
    kinds = {
        each.text(): (each.charFormat().fontItalic(), each.charFormat().fontWeight())
        for each in fragments(shown)
    }
    assert kinds["emphasis"] == (True, 400)
    assert kinds["strong"] == (False, 600)
    assert shown.toPlainText() == "Plain, emphasis and strong."


def test_lists_keep_their_numbers(view):
    decimal, disc = QTextListFormat.Style.ListDecimal, QTextListFormat.Style.ListDisc
    assert list(lists(view("3. three\n4. four"))) == [
        (decimal, "3.", "three"),
        (decimal, "4.", "four"),
    ]
    assert [each[0] for each in lists(view("- one\n- two"))] == [disc, disc]


def test_it_is_as_high_as_its_text_and_never_scrolls(view):
    short, long = view("One line."), view("A longer line of words. " * 60)
    assert long.height() > 8 * short.height()
    for shown in (short, long):
        assert shown.verticalScrollBar().maximum() == 0
        assert shown.horizontalScrollBar().maximum() == 0
    narrow_before = long.height()
    long.resize(300, long.height())
    assert long.height() > narrow_before


def test_larger_text_makes_it_higher(view, look):
    shown = view("A longer line of words. " * 20)
    before = shown.height()
    look.set_scale(2.0)
    assert shown.height() > 2 * before


def test_found_words_are_marked_and_unmarked(view, look):
    shown = view("Silence 🙂 and **silence** again.", "silence")
    mark = look.colour("search_mark")

    def marked():
        return [
            each.text()
            for each in fragments(shown)
            if each.charFormat().background().color() == mark
        ]

    assert marked() == ["Silence", "silence"]
    shown.mark("again")
    assert marked() == ["again"]
    shown.mark("")
    assert marked() == []


@pytest.mark.parametrize("source", ["![x](file:///etc/passwd)", "<img src='file:///etc/passwd'>"])
def test_nothing_in_a_text_becomes_a_picture_or_a_link(view, source):
    shown = view(source)
    assert shown.toPlainText() == source
    for each in fragments(shown):
        assert each.charFormat().objectType() == QTextFormat.ObjectTypes.NoObject.value
        assert not each.charFormat().isAnchor()


def test_it_can_be_read_and_chosen_but_not_changed(view, qtbot):
    shown = view("Words.")
    qtbot.keyClicks(shown, "more")
    assert shown.toPlainText() == "Words."
    assert shown.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_bullet_stands_clear_of_its_words(look, qtbot):
    view = ProseView(look, "- IIII")
    qtbot.addWidget(view)
    view.resize(300, 60)
    view.show()
    picture = view.grab().toImage()
    page = picture.pixelColor(picture.width() - 1, 0)
    columns = [
        any(picture.pixelColor(x, y) != page for y in range(4, picture.height()))
        for x in range(picture.width())
    ]
    bullet = columns.index(True)
    end = columns.index(False, bullet)
    assert columns.index(True, end) - end >= 6


def test_page_down_and_up_scroll_the_page_it_stands_on(look, qtbot):
    page = ScrollPage(look)
    qtbot.addWidget(page)
    view = ProseView(look, "\n\n".join(["A line."] * 60))
    page.column.addWidget(view)
    page.resize(600, 300)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    view.setFocus()
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > bar.pageStep())
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert bar.value() == 0
