"""The scenes of what helps a person write, for the pictures of every screen."""

from functools import partial

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.finding import Search
from app.ui.dialogs.guide_dialog import show_guide
from tests.answers_scenes import forget_draft

SIGNPOSTS = "The evening phone line\nMy colleague on duty\nThe employee service"
MISSPELT = "The behavoir of the panel was recieved badly, and the genogram was missing. "
THE_ONE = "The conference that ran on"


def on_the_lane(studio, act, *given):
    return studio.surroundings.lane.run_and_wait(partial(act, *given))


def written(studio, *, is_alone=False):
    view = studio.open(studio.journal)
    view.edit(studio.reflection(THE_ONE))
    studio.settle()
    view.editor.set_one_at_a_time(is_alone)
    studio.settle()
    return view


def arrange_find(studio):
    view = written(studio)
    view.editor.show_find(replaces=True)
    bar = view.editor.ready_frame().find_bar
    bar.field.edit.setText("the")
    bar.whole.click()
    bar.next.click()
    bar.next.click()
    bar.replacement.set_text("that")
    bar.field.edit.setFocus()
    studio.settle()


def arrange_focus(studio):
    view = written(studio)
    frame = view.editor.ready_frame()
    frame.set_time_shown(True)
    frame.set_focused(True)
    frame.go_on_at_end()

    def leave():
        frame.set_focused(False)
        frame.set_time_shown(False)

    studio.after = leave
    studio.settle()


def a_capture(studio, view):
    found = on_the_lane(studio, view.desk.find, Search(form_id="five_minute_capture"))
    return found.outlines[0].id


def arrange_fuller_form(studio):
    view = studio.open(studio.journal)
    uid = a_capture(studio, view)
    view.read(uid)
    studio.settle()
    view.going_on.ask_fuller_form(uid)
    studio.settle()


def arrange_link(studio):
    view = studio.open(studio.journal)
    uid = studio.reflection(THE_ONE)
    view.read(uid)
    studio.settle()
    view.going_on.ask_link(uid)
    studio.settle(10)


def arrange_linked(studio):
    view = studio.open(studio.journal)
    uid, other = studio.reflection(THE_ONE), a_capture(studio, view)
    on_the_lane(studio, view.desk.linking.join, uid, other)
    on_the_lane(studio, view.desk.linking.join, uid, studio.reflection("The father nobody had met"))
    view.read(other)
    studio.settle()
    bar = view.journal.reading._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    studio.settle(2)


def arrange_linked_in_editor(studio):
    arrange_linked(studio)
    view = studio.window.open_view
    view.edit(studio.reflection(THE_ONE))
    studio.settle()
    view.editor.set_one_at_a_time(False)
    studio.settle()


def arrange_keys(studio):
    written(studio)
    studio.window.actions_by_name["keys"].trigger()
    studio.settle()


def begun(studio, form_id):
    view = studio.open(studio.journal)
    view.editor.set_one_at_a_time(False)
    view.begin(form_id)
    studio.settle()
    return view


def arrange_spelling(studio):
    view = begun(studio, "five_minute_capture")
    box = view.editor._frame.form.current_block().editor.first_control()
    studio.window.activateWindow()
    box.setFocus()
    QTest.keyClicks(box, MISSPELT)
    studio.settle()
    studio.after = partial(forget_draft, studio)
    return box


def arrange_spelling_menu(studio):
    box = arrange_spelling(studio)
    studio.window.actions_by_name["next_misspelt"].trigger()
    at = box.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(box, QContextMenuEvent(reason, at, box.viewport().mapToGlobal(at)))
    studio.after = partial(close_menu_and_forget, studio)
    studio.settle(2)


def close_menu_and_forget(studio):
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    forget_draft(studio)


def arrange_writing_settings(studio):
    view = studio.open(studio.journal)
    for word in ("genogram", "Thornmere", "kinship"):
        on_the_lane(studio, view.desk.spelling.add, word)
    view.go("settings")
    studio.settle(2)
    page = view.page("settings")
    page.show_group("writing")
    page.groups.focus_current()
    studio.settle()


def arrange_signposts(studio):
    view = studio.open(studio.journal)
    on_the_lane(studio, view.desk.form_notes.keep, "wellbeing_and_exposure", SIGNPOSTS)
    begun(studio, "wellbeing_and_exposure")


def arrange_signposts_dialog(studio):
    arrange_signposts(studio)
    studio.window.open_view.editor.ready_frame().side.note.change.click()
    studio.settle(2)


def arrange_own_notes(studio):
    view = begun(studio, "gibbs")
    frame = view.editor.ready_frame()
    frame._explain_form()
    studio.settle(2)


def arrange_guide(studio):
    studio.view().go("home")
    show_guide(studio.surroundings.look, "where-the-prompts-come-from", studio.window)
    studio.settle(2)


SCENES = {
    "100-find-and-replace": arrange_find,
    "101-focus-mode": arrange_focus,
    "102-fuller-form": arrange_fuller_form,
    "103-link": arrange_link,
    "104-linked": arrange_linked,
    "105-linked-in-editor": arrange_linked_in_editor,
    "106-keys": arrange_keys,
    "107-spelling": arrange_spelling,
    "108-spelling-menu": arrange_spelling_menu,
    "109-settings-writing": arrange_writing_settings,
    "110-signposts": arrange_signposts,
    "111-signposts-dialog": arrange_signposts_dialog,
    "112-own-notes": arrange_own_notes,
    "113-guide-prompts": arrange_guide,
}
