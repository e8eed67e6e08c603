"""The scenes of what helps a person write, for the pictures of every screen."""

from functools import partial

from app.domain.finding import Search

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


SCENES = {
    "100-find-and-replace": arrange_find,
    "101-focus-mode": arrange_focus,
    "102-fuller-form": arrange_fuller_form,
    "103-link": arrange_link,
    "104-linked": arrange_linked,
    "105-linked-in-editor": arrange_linked_in_editor,
    "106-keys": arrange_keys,
}
