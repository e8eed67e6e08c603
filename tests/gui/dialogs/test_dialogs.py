"""The frame of dialogs, and the dialogs that only tell."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from app import __version__, assets
from app.services.guide import guide_pages
from app.services.offered import OfferedSession
from app.summary.preparation import Preparation
from app.ui.actions import MENUS
from app.ui.dialogs.about_dialog import AboutDialog
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.edit_wants import EditWantsDialog
from app.ui.dialogs.guide_dialog import KEEPING, KEYS, MENDING, PROTECTS, GuideDialog, show_guide
from app.ui.dialogs.keys_dialog import KeysDialog
from app.ui.dialogs.why_words_dialog import WhyWordsDialog
from app.ui.parts.label import Label
from tests.gui.way_in import sideways_range, unnamed_controls

PAGES = guide_pages(assets.resource("help"))


def guide(look, window):
    return GuideDialog(look, PAGES, PROTECTS, window)


TELLING = (AboutDialog, KeysDialog, guide, WhyWordsDialog)


@pytest.fixture
def window(qtbot):
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1280, 740)
    behind.show()
    return behind


def asking(look, window):
    dialog = Dialog(look, "Move it to the bin?", window)
    dialog.add_text("It stays there for 30 days.")
    dialog.add_button("Leave it").clicked.connect(dialog.reject)
    dialog.add_button("Move it", "danger").clicked.connect(dialog.accept)
    return dialog


def words_of(dialog):
    return " ".join(label.text() for label in dialog.findChildren(Label))


def test_escape_is_the_harmless_answer(look, window, qtbot):
    dialog = asking(look, window)
    dialog.open()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_focus_is_on_the_harmless_button_where_there_is_no_field(look, window):
    dialog = asking(look, window)
    dialog.open()
    assert dialog.focusWidget().text() == "Leave it"
    dialog.reject()


def test_the_focus_is_in_the_first_field(look, window):
    dialog = asking(look, window)
    field = QLineEdit()
    field.setAccessibleName("Reason")
    dialog.add_content(field)
    dialog.open()
    assert dialog.focusWidget() is field
    dialog.reject()


def test_a_dialog_takes_no_more_than_its_window_and_then_scrolls(look, window):
    window.resize(700, 420)
    dialog = asking(look, window)
    for _ in range(30):
        dialog.add_text("One more paragraph that has to be read.")
    dialog.open()
    assert dialog.height() <= 420
    assert dialog.width() <= 700
    (area,) = dialog.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert area.focusPolicy() == Qt.FocusPolicy.StrongFocus
    dialog.reject()


def test_buttons_stand_under_each_other_when_they_do_not_fit(look, window, qtbot):
    window.resize(640, 600)
    look.set_scale(2.0)
    dialog = Dialog(look, "A question", window)
    buttons = [dialog.add_button(f"A long answer {number}") for number in range(3)]
    dialog.open()
    qtbot.waitUntil(lambda: buttons[0].y() != buttons[1].y())
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    dialog.reject()


@pytest.mark.parametrize("kind", TELLING)
def test_a_closed_dialog_is_freed(kind, look, window, qapp):
    dialog = kind(look, window)
    dialog.open()
    seen = weakref.ref(dialog)
    dialog.reject()
    del dialog
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert seen() is None


@pytest.mark.parametrize("kind", TELLING)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_paragraph_is_cut(kind, look, window, qtbot, scale):
    look.set_scale(scale)
    dialog = kind(look, window)
    dialog.open()
    qtbot.wait(20)
    labels = [label for label in dialog.findChildren(Label) if label.wordWrap()]
    assert labels
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    assert sideways_range(dialog) == 0
    assert unnamed_controls(dialog) == []
    dialog.reject()


def test_every_key_of_the_menus_is_in_the_map(look, window):
    dialog = KeysDialog(look, window)
    said = words_of(dialog)
    native = QKeySequence.SequenceFormat.NativeText
    for _, acts in MENUS:
        for act in acts:
            if act is not None and act.keys:
                assert QKeySequence(act.keys).toString(native) in said
                assert act.words.replace("&", "") in said
    dialog.deleteLater()


def test_about_names_version_licence_and_works(look, window):
    dialog = AboutDialog(look, window)
    said = words_of(dialog)
    for words in (__version__, "GPL-3.0-or-later", "without any connection", "OFL-1.1", "ISC"):
        assert words in said
    dialog.deleteLater()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_topics_that_were_typed_are_not_lost_by_a_key(look, window, qtbot, key, held):
    wanted = Preparation(wants=("Think aloud with me",))
    dialog = EditWantsDialog(look, OfferedSession(), wanted, window)
    dialog.open()
    dialog.box.set_text("Think aloud with me\n\n  Decide who rings  ")
    with qtbot.waitSignal(dialog.wants_changed) as changed:
        qtbot.keyClick(dialog, key, held)
    assert changed.args == [("Think aloud with me", "Decide who rings"), frozenset()]


def test_escape_leaves_topics_that_nobody_touched(look, window, qtbot):
    wanted = Preparation(wants=("Think aloud with me",))
    dialog = EditWantsDialog(look, OfferedSession(), wanted, window)
    dialog.open()
    with qtbot.assertNotEmitted(dialog.wants_changed), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_every_page_of_the_guide_is_read_by_its_name(look, window, qtbot):
    dialog = guide(look, window)
    dialog.open()
    assert {PROTECTS, KEYS, MENDING, KEEPING} <= {page.key for page in PAGES}
    for page in PAGES:
        qtbot.keyClick(dialog.guide.names.rows[page.key], Qt.Key.Key_Return)
        assert dialog.title_label.text() == page.title
        shown = dialog.guide.text.toPlainText()
        first_line = page.markdown.splitlines()[0].strip("# ").replace("*", "")
        assert first_line[:40] in shown
        assert "**" not in shown
        assert "## " not in shown


@pytest.mark.parametrize("size", [(1280, 800), (960, 700)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_way_to_the_other_pages_stays_in_sight_while_the_text_scrolls(
    look, window, qtbot, size, scale
):
    window.resize(*size)
    look.set_scale(scale)
    show_guide(look, "", window)
    (dialog,) = window.findChildren(GuideDialog)
    qtbot.waitUntil(lambda: dialog.guide.text_scroll.verticalScrollBar().maximum() > 0)
    dialog.guide.text_scroll.verticalScrollBar().setValue(10_000)
    way = dialog.guide.names if scale == 1.0 else dialog.guide.menu
    assert way.isVisible()
    assert dialog._scroll.verticalScrollBar().maximum() == 0, "the text alone scrolls"
    dialog.guide.menu.menu().actions()[2].trigger()
    assert dialog.title_label.text() == PAGES[2].title
    assert dialog.guide.text_scroll.verticalScrollBar().value() == 0
    dialog.reject()


def test_the_guide_opens_at_its_first_page(look, window):
    show_guide(look, "", window)
    (dialog,) = window.findChildren(GuideDialog)
    assert dialog.title_label.text() == PAGES[0].title
    dialog.reject()


def test_the_guide_opens_at_the_page_that_was_asked_for(look, window):
    show_guide(look, MENDING, window)
    (dialog,) = window.findChildren(GuideDialog)
    assert dialog.title_label.text() == "Snapshots, backups, and mending what is damaged"
    dialog.reject()
