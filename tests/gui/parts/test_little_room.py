"""Parts in little room: words are shortened or left out, and nothing is cut in the middle."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from app.ui.editor.form_note import FormNoteDialog
from app.ui.editor.header import FoldedBar
from app.ui.parts.button import Button
from app.ui.parts.status_line import StatusLine

WORDS = "Section 1 of 12: What was put in front of you"
SAVED, LOCKS = "Everything is saved as you write · 22 words in all", "Locks after 5 quiet minutes"


@pytest.fixture
def bar(look, qtbot):
    look.set_scale(2.0)
    bar = FoldedBar(look, None)
    qtbot.addWidget(bar)
    bar.sections.set_words(WORDS)
    bar.resize(640, bar.sizeHint().height())
    bar.show()
    QApplication.sendPostedEvents()
    return bar


def test_the_menu_of_sections_ends_in_dots_where_the_window_is_narrow(bar):
    button = bar.sections
    assert button.geometry().right() < bar.finish.x()
    assert bar.finish.geometry().right() <= bar.width()
    shown = button.words_within(button.width() - 2 * button._shape().padding)
    assert shown.startswith("Section 1")
    assert shown.endswith("…")
    assert QFontMetricsF(button.font()).horizontalAdvance(shown) < button.width()
    assert button.text() == WORDS


def test_a_button_with_room_says_all_of_its_words(look, qtbot):
    button = Button(look, WORDS)
    qtbot.addWidget(button)
    assert button.minimumSizeHint() == button.sizeHint()
    assert button.words_within(button._measures().widths[1]) == WORDS


@pytest.fixture
def line(look, qtbot):
    line = StatusLine(look)
    qtbot.addWidget(line)
    line.set_left("check", SAVED)
    line.set_right("lock", LOCKS)
    line.resize(1280, line.sizeHint().height())
    line.show()
    return line


def test_what_was_saved_comes_before_what_happens_by_itself(line, look):
    assert line._right.isVisible()
    look.set_scale(2.0)
    line.resize(760, line.height())
    QApplication.sendPostedEvents()
    assert not line._right.isVisible()
    assert not line._right_icon.isVisible()
    assert line._left.words_shown() == SAVED
    line.resize(1280, line.height())
    QApplication.sendPostedEvents()
    assert line._right.isVisible()


def test_a_long_sentence_in_the_status_line_is_whole_in_its_tooltip(line):
    line.set_left("triangle-alert", f"{SAVED}. " * 6, "trouble")
    line.resize(640, line.height())
    QApplication.sendPostedEvents()
    assert line._left.words_shown().endswith("…")
    assert line._left.toolTip() == line.left
    assert line._left.geometry().right() <= line.width()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_lines_beside_a_form_are_changed_without_scrolling_the_dialog(look, qtbot, scale):
    look.set_scale(scale)
    window = FoldedBar(look, None)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.setFixedHeight(800)
    window.show()
    dialog = FormNoteDialog(look, "My signposts", "The evening phone line", window)
    dialog.open()
    QApplication.sendPostedEvents()
    bar = dialog.findChild(type(dialog._scroll)).verticalScrollBar()
    assert bar.maximum() == 0
    dialog.reject()
