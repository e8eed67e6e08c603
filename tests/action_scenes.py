"""The scenes of actions everywhere, for the pictures of every screen."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtTest import QTest

from app.domain.answer import Action, Actions, Answer
from app.domain.placed_action import ActionState
from app.services.journal import About
from tests.workshops import a_desk, a_sample_desk

TODAY = date(2026, 10, 22)
WEIGHT = Action(
    "Re-read the contingency plan with Parent A",
    "me",
    TODAY - timedelta(days=2),
    "both of us can say, without looking, what happens on a bad night.",
    checks=("specific", "measurable", "achievable", "relevant", "timely", "evaluated", "reviewed"),
    is_on_record=True,
)
DRIFT = Action("Agree wording for naming drift with the team", "team manager", carried=2)
SCHOOL = Action("Ring the independent reviewer about the date", "me", TODAY + timedelta(days=1))
QUESTION = Action(
    "Try the “who is not in this room” question at three conferences, and write down each time "
    "who it brought up and what the family made of it",
    "me and the other two chairs",
    TODAY + timedelta(days=39),
    carried=1,
)


def on_the_lane(studio, act, *given):
    return studio.surroundings.lane.run_and_wait(partial(act, *given))


def written(folder, workshop):
    """Make the sample journal with more to do, some of it closed."""
    desk = a_sample_desk(folder, workshop)
    form = desk.journal.form("five_minute_capture")
    answers = {"now_what": Answer(Actions((WEIGHT, DRIFT, SCHOOL, QUESTION)))}
    desk.journal.write(form, answers, About("The conference after the summer"))
    placed = [each for each in desk.actions.all() if each.reflection_title.startswith("What")]
    for each in placed[:1]:
        desk.actions.done(each, "They had three sentences for me. I wrote them down as they came.")
    desk.actions.add(Action("Book the quiet room", "me"))
    dropped = desk.actions.add(Action("Ask about the old bus pass", "duty")).after
    desk.actions.drop(dropped, "The family moved; the new school runs its own bus.")
    desk.close()


def the_list(studio, name="My actions", fill=written):
    folder = studio.folder / name
    if not folder.exists():
        on_the_lane(studio, fill, folder, studio.workshop)
    view = studio.open(folder)
    view.go("actions")
    studio.settle()
    return view.actions_page


def arrange_list(studio):
    the_list(studio)


def arrange_done(studio):
    page = the_list(studio)
    page.filters.chips[ActionState.DONE].click()
    studio.settle(2)


def arrange_carried(studio):
    page = the_list(studio)
    page.filters.chips[ActionState.CARRIED].click()
    studio.settle(2)


def arrange_dialog(studio, button):
    page = the_list(studio)
    getattr(page.card, button).click()
    studio.settle(2)


def arrange_add(studio):
    page = the_list(studio)
    page.head.add_button.click()
    studio.settle(2)
    dialog = studio.focused_dialog()
    dialog.row.what.set_text("Ask the duty team who rang on Friday")
    dialog.row.smarter.toggle.click()
    for word in ("specific", "timely", "ethical"):
        dialog.row.smarter.chips[word].click()
    studio.settle(6)


def arrange_notice(studio):
    page = the_list(studio)
    current = page.current
    page.acts.done(current, "")
    studio.settle()
    studio.after = partial(_take_back, studio, page)


def _take_back(studio, page):
    page.acts.notice.act()
    studio.settle()


def arrange_empty(studio):
    the_list(studio, "Nothing yet", lambda *given: a_desk(*given).close())


def many(folder, workshop):
    """Make a journal with 300 open actions."""
    desk = a_desk(folder, workshop)
    form = desk.journal.form("five_minute_capture")
    for day in range(10):
        items = tuple(
            Action(
                f"Ring family {day * 30 + number} about what they asked for last time",
                "me",
                TODAY + timedelta(days=number - 8),
            )
            for number in range(30)
        )
        desk.journal.write(form, {"now_what": Answer(Actions(items))}, About(f"Day {day + 1}"))
    desk.close()


def arrange_many(studio):
    page = the_list(studio, "Three hundred", many)
    page.view.scrollToBottom()
    studio.settle(2)
    page.view.scrollToBottom()
    studio.settle(2)


def arrange_field(studio):
    page = the_list(studio)
    view = studio.window.open_view
    view.edit(page.current.reflection_id)
    studio.settle()
    view.editor.set_one_at_a_time(True)
    studio.settle()
    frame = view.editor._frame
    frame.form.go_to(frame.draft.form.prompt("now_what"))
    studio.settle()
    from app.ui.parts.actions_field import ActionsField

    field = view.editor.findChild(ActionsField)
    field.rows[0].smarter.toggle.click()
    QTest.qWait(50)
    studio.settle()
    studio.after = partial(view.editor.set_one_at_a_time, False)


SCENES = {
    "130-actions": arrange_list,
    "131-actions-done": arrange_done,
    "132-actions-carried-forward": arrange_carried,
    "133-action-done": partial(arrange_dialog, button="done"),
    "134-action-carry-forward": partial(arrange_dialog, button="carry"),
    "135-action-drop": partial(arrange_dialog, button="drop"),
    "136-action-add": arrange_add,
    "137-action-notice": arrange_notice,
    "138-actions-empty": arrange_empty,
    "139-actions-many": arrange_many,
    "139b-smarter-in-a-form": arrange_field,
}
