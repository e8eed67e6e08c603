"""The scenes of versions, hold, bin and review date, for the pictures of every screen."""

from dataclasses import replace
from datetime import date
from functools import partial

from app.domain.answer import Prose
from app.domain.finding import Search

THE_ONE = "The father nobody had met"


def on_the_lane(studio, act, *given):
    return studio.surroundings.lane.run_and_wait(partial(act, *given))


def rewritten(studio, title):
    """Make two more versions of a sample reflection; give its id."""
    view = studio.open(studio.journal)
    uid = studio.reflection(title)
    journal, history = view.desk.journal, view.desk.history
    if len(on_the_lane(studio, history.versions, uid)) > 1:
        return uid
    for change in (_with_more, _with_less):
        writing = on_the_lane(studio, journal.read, uid)
        changed = replace(writing, reflection=change(writing.reflection))
        on_the_lane(studio, journal.save, changed)
        on_the_lane(studio, journal.leave, uid)
    return uid


def _prose(reflection):
    answers = reflection.answers.items()
    return next((key, each) for key, each in answers if isinstance(each.value, Prose))


def _with_more(reflection):
    key, answer = _prose(reflection)
    more = f"{answer.value.text} I only saw on the way home how long that silence had been."
    changed = reflection.with_answer(key, replace(answer, value=Prose(more)))
    return replace(changed, title=f"{reflection.title}, looked at again")


def _with_less(reflection):
    key, answer = _prose(reflection)
    words = answer.value.text.split()
    fewer = " ".join((*words[:6], "I", "remember", "now,", *words[14:]))
    return reflection.with_answer(key, replace(answer, value=Prose(fewer)))


def arrange_versions(studio):
    uid = rewritten(studio, THE_ONE)
    studio.window.open_view.show_versions(uid)
    studio.settle(10)


def arrange_whole_version(studio):
    arrange_versions(studio)
    page = studio.window.open_view._pages["versions"]
    page.list.setCurrentIndex(page.model.index(2))
    page.list.setFocus()
    studio.settle()


def read(studio, title):
    view = studio.open(studio.journal)
    view.read(studio.reflection(title))
    studio.settle()
    return view


def arrange_hold(studio):
    view = studio.open(studio.journal)
    held = studio.reflection("The conference that ran on")
    retention = view.desk.retention
    on_the_lane(studio, retention.hold, held, "records have been requested")
    on_the_lane(studio, retention.set_review_date, held, date(2027, 5, 3))
    view.read(held)
    studio.settle()


def arrange_bin(studio):
    view = studio.open(studio.journal)
    retention = view.desk.retention
    if not on_the_lane(studio, retention.bin):
        for each in on_the_lane(studio, view.desk.find, Search()).outlines[-2:]:
            on_the_lane(studio, retention.move_to_bin, each.id)
    view.go("bin")
    studio.settle()


def arrange_emptied(studio):
    arrange_bin(studio)
    studio.window.open_view._pages["bin"].empty_button.click()
    studio.settle(2)


def arrange_to_bin(studio):
    read(studio, "The conference that ran on")
    view = studio.window.open_view
    on_the_lane(studio, view.desk.retention.release_hold, view.journal.list.current_id)
    view.journal.refresh()
    studio.settle()
    view.journal.keeping.ask_bin()
    studio.settle(2)


def arrange_moved(studio):
    uid = rewritten(studio, THE_ONE)
    retention = studio.window.open_view.desk.retention
    for entry in on_the_lane(studio, retention.bin):
        on_the_lane(studio, retention.bring_back_from_bin, entry.id)
    view = read(studio, "What the school saw first")
    view.journal.keeping._move_to_bin(view.journal.list.current_id)
    studio.settle()
    view.journal.show_reflection(uid)
    studio.settle()


def arrange_review(studio):
    view = read(studio, "The conference that ran on")
    view.journal.keeping.ask_review_date()
    studio.settle(2)


def arrange_no_day(studio):
    arrange_review(studio)
    dialog = studio.focused_dialog()
    dialog.day_field.edit.setText("soon")
    dialog.use.click()
    studio.settle(2)


def arrange_reviews(studio):
    view = studio.open(studio.journal)
    uid = studio.reflection("The conference that ran on")
    on_the_lane(studio, view.desk.retention.set_review_date, uid, date(2026, 10, 20))
    view.go("home")
    studio.settle()


SCENES = {
    "30-versions": arrange_versions,
    "31-first-version": arrange_whole_version,
    "32-hold": arrange_hold,
    "33-bin": arrange_bin,
    "34-emptying": arrange_emptied,
    "35-to-bin": arrange_to_bin,
    "36-review-date": arrange_review,
    "37-reviews-due": arrange_reviews,
    "38-moved-to-bin": arrange_moved,
    "39-review-date-refused": arrange_no_day,
}
