"""The scenes of looking again: home, the day, finishing, writing beside, and what was answered."""

from dataclasses import replace
from datetime import date
from functools import partial

from app.domain.answer import Answer, Prose
from app.services.journal import Writing
from app.ui.pages.home_looks import LookRow
from tests.keeping_scenes import on_the_lane

FIRST, SECOND = "The conference that ran on", "Saying it to a colleague"
DUE = date(2026, 10, 20)


def with_looks(studio):
    """Let two reflections be due, and have one looked at again before; give the open view."""
    view = studio.open(studio.journal)
    following_up = view.desk.following_up
    first = studio.reflection(FIRST)
    if not on_the_lane(studio, following_up.of, first):
        on_the_lane(studio, _answer, view.desk, first)
    for title in (FIRST, SECOND):
        on_the_lane(studio, following_up.set_day, studio.reflection(title), DUE)
    return view


def _answer(desk, uid):
    begun = desk.following_up.look_again(uid)
    words = "The chair sends the papers two days before now, and the parents come prepared."
    answers = {**begun.reflection.answers, "what_difference": Answer(Prose(words))}
    desk.journal.finish(Writing(replace(begun.reflection, answers=answers), begun.form))


def arrange_home(studio):
    with_looks(studio).go("home")
    studio.settle()


def arrange_home_lower(studio):
    arrange_home(studio)
    home = studio.window.open_view.home
    home._scroll.ensureWidgetVisible(home.due.findChildren(LookRow)[-1])
    studio.settle(2)


def arrange_let_go(studio):
    view = with_looks(studio)
    view.go("home")
    studio.settle()
    look = on_the_lane(studio, view.desk.home).looks[-1]
    view.home.looks.let_go(look.follow_up)
    studio.settle()


def arrange_reading(studio):
    view = with_looks(studio)
    view.read(studio.reflection(FIRST))
    studio.settle()


def arrange_read_to_the_end(studio):
    arrange_reading(studio)
    bar = studio.window.open_view.journal.reading._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    studio.settle(2)


def arrange_day(studio):
    arrange_reading(studio)
    studio.window.open_view.journal.keeping.ask_look_again()
    studio.settle(2)


def arrange_writing(studio):
    view = with_looks(studio)
    studio.surroundings.settings.is_one_at_a_time = False
    view.look_again(studio.reflection(FIRST))
    studio.settle()


def arrange_answer(studio):
    view = with_looks(studio)
    (answered, *_) = on_the_lane(studio, view.desk.following_up.of, studio.reflection(FIRST))
    view.read(answered.answered_id)
    studio.settle()


def arrange_finishing(studio):
    view = studio.open(studio.journal)
    view.begin("five_minute_capture")
    studio.settle()
    draft = view.editor._frame.draft
    for key in ("what_happened", "so_what"):
        draft.put_value(draft.form.prompt(key), Prose("The door stayed shut until I had said why."))
    studio.settle()
    view.editor.ask_to_finish()
    studio.settle(2)
    studio.after = partial(_forget, studio)


def _forget(studio):
    draft = studio.window.open_view.editor._frame.draft
    uid = draft.reflection.id
    view = studio.open(studio.journal)
    on_the_lane(studio, view.desk.retention.move_to_bin, uid)


SCENES = {
    "70-home-look-again": arrange_home,
    "71-home-let-go": arrange_let_go,
    "72-look-again-on": arrange_day,
    "73-reading-looked-again": arrange_reading,
    "74-reading-looked-again-end": arrange_read_to_the_end,
    "75-looking-again": arrange_writing,
    "76-reading-a-look": arrange_answer,
    "77-finish": arrange_finishing,
    "78-home-look-again-lower": arrange_home_lower,
}
