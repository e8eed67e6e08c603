"""The scenes of bringing in from elsewhere, for the pictures of every screen."""

from datetime import date, timedelta
from functools import partial

from app.domain.form import PromptKind
from app.domain.incoming import Incoming, IncomingEntry, IncomingPart, LeftOut, ReadAs, SourceKind
from app.domain.progress import unwatched

FIRST = date(2019, 3, 4)
SAID = (
    "The visit ran on and I did not say why.",
    "Nobody asked him what he wanted. I could have.",
    "A quiet week; the report is with the court.",
)


def on_the_lane(studio, act, *given):
    return studio.surroundings.lane.run_and_wait(partial(act, *given))


def an_entry(number):
    parts = [IncomingPart(SAID[number % 3])]
    if number % 4 == 1:
        parts += [
            IncomingPart("He had drawn the house twice, once with the dog.", "What I saw"),
            IncomingPart("- Ring the school\n- Ask about the *second* drawing", "Next time"),
        ]
    return IncomingEntry(
        f"{FIRST + timedelta(days=9 * number):%Y-%m}.txt, day {number % 28 + 1}",
        tuple(parts),
        title="After the visit" if number % 2 else "",
        day=FIRST + timedelta(days=9 * number),
        themes=("Home visits",) if number % 5 == 0 else (),
    )


def filled(form):
    proses = [each for each in form.prompts() if each.kind is PromptKind.PROSE]
    parts = tuple(IncomingPart(SAID[0], each.text) for each in proses[:5])
    return IncomingEntry("preparation.docx", parts, title="Before supervision", day=FIRST)


def a_notebook(desk, count=213):
    longest = max(desk.shelf.forms(), key=lambda form: len(list(form.prompts())))
    left_out = (
        *(LeftOut(f"2019-0{n}.txt, day {n}", "A picture is not words.") for n in range(1, 8)),
        LeftOut("2021-13.txt", "This is no month, so nothing of it was read."),
    )
    entries = (
        *map(an_entry, range(count)),
        filled(longest),
        IncomingEntry("", (IncomingPart("Undated."),)),
    )
    guessed = "Read as Western European (Windows), for it is not UTF-8."
    read_as = tuple(ReadAs(f"2019-0{n}.txt", guessed) for n in range(1, 6))
    return Incoming(SourceKind.REDNOTEBOOK, "My old notebook", entries, left_out, read_as)


def arrange_asking(studio):
    view = studio.open(studio.journal)
    view.bringing_in.begin()
    studio.settle()


def planned(studio):
    view = studio.open(studio.journal)
    given = on_the_lane(studio, a_notebook, view.desk)
    return view, on_the_lane(studio, view.desk.bringing_in.plan, given)


def arrange_plan(studio):
    view, plan = planned(studio)
    view.bringing_in.errand._show(plan)
    studio.settle()


def with_entries(studio):
    view, plan = planned(studio)
    done = on_the_lane(studio, view.desk.bringing_in.bring_in, plan)
    studio.after = partial(_undo, studio, done.import_id)
    return view, done


def _undo(studio, import_id):
    view = studio.window.open_view
    on_the_lane(studio, view.desk.bringing_in.undo, import_id, unwatched)


def arrange_brought_in(studio):
    view, done = with_entries(studio)
    view.bringing_in.errand._on_brought_in(done)
    studio.settle()


def arrange_reading(studio):
    view, done = with_entries(studio)
    view.read(done.reflection_ids[1])
    studio.settle()


def arrange_asking_again(studio):
    view, _ = with_entries(studio)
    view.go("home")
    view.bringing_in.begin()
    studio.settle()


def arrange_nothing_new(studio):
    view, _ = with_entries(studio)
    given = on_the_lane(studio, a_notebook, view.desk)
    view.bringing_in.errand._show(on_the_lane(studio, view.desk.bringing_in.plan, given))
    studio.settle()


SCENES = {
    "80-bring-in": arrange_asking,
    "81-bring-in-plan": arrange_plan,
    "82-brought-in": arrange_brought_in,
    "83-reading-brought-in": arrange_reading,
    "84-bring-in-again": arrange_asking_again,
    "85-nothing-new": arrange_nothing_new,
}
