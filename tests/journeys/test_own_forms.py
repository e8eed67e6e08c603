"""Own forms in the whole window: by menu to the studio, through a lock, and onto Home."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.answer import Prose
from tests.journeys.test_first_day import create_journal
from tests.workshops import PASSPHRASE


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def unlock(qtbot, window):
    QTest.keyClicks(window.way_in.passphrase_field.edit, PASSPHRASE)
    window.way_in.open_button.click()
    qtbot.waitUntil(lambda: window.open_view is not None, timeout=20_000)
    return window.open_view


def begin_copy(qtbot, window):
    view = window.open_view
    view.go("forms")
    details = view._pages["forms"].details
    qtbot.waitUntil(lambda: bool(details._form_id))
    details.copy_button.click()
    qtbot.waitUntil(lambda: view.current == "studio" and view.studio.is_on_bench)
    title = view.studio.bench.fields.form_fields.title.edit
    qtbot.waitUntil(lambda: QApplication.focusWidget() is title)
    return view.studio.bench


def test_what_is_being_made_is_there_again_after_a_lock(qtbot, window):
    create_journal(qtbot, window)
    begin_copy(qtbot, window)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "Half made")
    window.lock()
    view = unlock(qtbot, window)
    window.actions_by_name["go_studio"].trigger()
    assert view.current == "studio"
    qtbot.waitUntil(lambda: len(view.studio.listing.rows) == 1)
    view.studio.listing.rows[0].buttons[0].click()
    qtbot.waitUntil(lambda: view.studio.is_on_bench)
    assert view.studio.bench.fields.form_fields.title.text == "Half made"


def test_an_own_form_stands_in_the_library_and_is_written_on(qtbot, window):
    create_journal(qtbot, window)
    bench = begin_copy(qtbot, window)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "My own way")
    qtbot.waitUntil(bench.head.save_button.isEnabled)
    with qtbot.waitSignal(bench.saved):
        bench.head.save_button.click()
    view = window.open_view
    form = bench.work.form
    view.go("forms")
    forms = view._pages["forms"]
    qtbot.waitUntil(lambda: form.id in forms._forms)
    view.begin(form.id)
    qtbot.waitUntil(lambda: view.editor._frame is not None and view.editor._frame.isVisible())
    assert view.editor._frame.draft.form == form
    prompt = next(each for each in form.prompts())
    view.editor._frame.draft.put_value(prompt, Prose("It held."))
    assert view.put_away()
    view.go("home")
    home = view.surroundings.lane.run_and_wait(view.desk.home)
    assert form.id in [each.id for each in home.usual_forms]
