"""What sessions bring to the summary: actions from last time, topics, what was prepared."""

from datetime import date

import pytest

from app.domain.answer import Action, Actions, Answer, Choice, Prose, Scale
from app.domain.form import PromptKind, Section, SummaryRole
from app.domain.sharing import Sharing
from app.domain.topic import Help, Topic, Topics, TopicState
from app.summary.choice import (
    USUAL_PARTS,
    SharedReflection,
    SummaryChoice,
    SummaryPart,
    kept_back_count,
    page_order,
)
from app.summary.document import Bullet, Note, Tick
from app.summary.document import Prose as ProseBlock
from app.summary.part_counts import part_counts
from app.summary.session_side import SessionSide
from app.summary.supervision import arranged_summary, supervision_summary
from tests.builders import a_form, a_prompt, a_reflection

SHARED = Sharing.SUPERVISION
TODAY = date(2026, 11, 3)
SESSION = a_form(form_id="supervision_session", title="Supervision")
SESSION = type(SESSION)(
    "supervision_session", 1, "Supervision", "To test.", "In tests.", 5, "Invented for tests.",
    (
        Section(
            "before",
            "Before",
            (
                a_prompt("topics", PromptKind.TOPICS),
                a_prompt("challenge_me"),
                a_prompt("avoiding"),
            ),
        ),
        Section(
            "capacity",
            "Capacity",
            (
                a_prompt("bring_capacity", PromptKind.CHOICE, options=("Bring it", "Leave it out")),
                a_prompt("capacity", PromptKind.SCALE),
            ),
        ),
        Section("after", "After", (a_prompt("agreed", PromptKind.ACTIONS),)),
    ),
)  # fmt: skip
FORM = a_form(
    a_prompt("account", summary_role=SummaryRole.ACCOUNT),
    a_prompt("feelings"),
    a_prompt("question", summary_role=SummaryRole.QUESTION),
    a_prompt("actions", PromptKind.ACTIONS),
)
COMING, LAST, OLDER, ONE, TWO = ("c" * 32, "d" * 32, "e" * 32, "1" * 32, "2" * 32)


def a_session(identity, **answers):
    reflection = a_reflection(SESSION, reflection_id=identity, answers=answers)
    return SharedReflection(reflection, SESSION)


def a_held(identity, *actions, sharing=SHARED):
    return a_session(identity, agreed=Answer(Actions(actions), sharing))


def a_coming(*topics, **more):
    return a_session(COMING, topics=Answer(Topics(topics), SHARED), **more)


def a_chosen(identity=ONE, title="The long conference"):
    answers = {
        "account": Answer(Prose("The room went quiet."), SHARED),
        "feelings": Answer(Prose("MARKER afraid"), Sharing.PRIVATE),
        "question": Answer(Prose("Did I hurry?"), SHARED),
        "actions": Answer(Actions((Action("Ask again"),)), SHARED),
    }
    reflection = a_reflection(
        FORM, reflection_id=identity, title=title, themes=("neglect",), answers=answers
    )
    return SharedReflection(reflection, FORM)


def summed_up(*reflections, side, **choice):
    ids = tuple(each.reflection.id for each in reflections)
    return supervision_summary(reflections, SummaryChoice(ids, **choice), TODAY, side)


def headings(document):
    return [each.heading for each in document.sections]


def section(document, heading):
    return next(each for each in document.sections if each.heading == heading)


def what(document):
    (table,) = section(document, "Actions from last time").blocks
    return [row[1] for row in table.rows]


def test_all_actions_of_the_last_session_and_the_open_ones_of_those_before_stand_first():
    last = a_held(LAST, Action("Read", done_on=TODAY), Action("Ring"))
    older = a_held(OLDER, Action("Write", carried=2), Action("Wait", done_on=TODAY))
    side = SessionSide(held=(last,), still_open=(older,))
    document = summed_up(a_chosen(), side=side)
    assert what(document) == ["Read", "Ring", "Write", "Ask again"]
    (table,) = section(document, "Actions from last time").blocks
    assert table.rows[2][3] == "carried forward twice"


def test_an_action_that_is_not_marked_for_supervision_stays_away():
    side = SessionSide(held=(a_held(LAST, Action("MARKER"), sharing=Sharing.PRIVATE),))
    assert "MARKER" not in repr(summed_up(a_chosen(), side=side))


def test_a_session_that_is_chosen_itself_brings_its_actions_once():
    last = a_held(LAST, Action("Ring"))
    document = summed_up(last, side=SessionSide(held=(last,)))
    assert what(document) == ["Ring"]


def test_what_came_of_an_action_and_why_it_was_dropped_stand_under_it():
    last = a_held(
        LAST,
        Action("Ring", done_on=TODAY, came_of_it="She came."),
        Action("Write", dropped_on=TODAY, dropped_because="They moved."),
    )
    document = summed_up(side=SessionSide(held=(last,)))
    (table,) = section(document, "Actions from last time").blocks
    assert table.rows[0] == (
        Tick.TICKED,
        "Ring\nWhat came of it: She came.",
        "",
        "done 3 November 2026",
    )
    assert table.rows[1] == (
        "–",
        "Write\nDropped because: They moved.",
        "",
        "dropped 3 November 2026",
    )


def test_topics_stand_with_the_help_that_is_wanted_before_lines_of_ones_own():
    coming = a_coming(
        Topic("whether I *hurry*", Help.THINK_ALOUD),
        Topic("the pre-meeting", Help.DECIDE, carried=1),
        Topic("DROPPED", state=TopicState.DROPPED),
        Topic("LEFT OUT"),
        challenge_me=Answer(Prose("My calm."), SHARED),
        avoiding=Answer(Prose("MARKER the call"), Sharing.PRIVATE),
    )
    document = summed_up(
        side=SessionSide(coming=coming), wants=("A walk",), topics_left_out=frozenset({"LEFT OUT"})
    )
    items, challenge = section(document, "What I want from today").blocks
    assert items.items == (
        Bullet("whether I \\*hurry\\*", "Think aloud with me:"),
        Bullet("the pre-meeting (carried forward once)", "Decide with me:"),
        Bullet("A walk"),
    )
    assert challenge == ProseBlock("My calm.", "What about challenge_me?")
    assert "MARKER" not in repr(document)


def test_every_help_has_its_words():
    coming = a_coming(*(Topic(each.value, each) for each in Help))
    items, *_ = section(summed_up(side=SessionSide(coming=coming)), "What I want from today").blocks
    assert all(item.lead.endswith(":") for item in items.items)


def test_wellbeing_is_off_until_it_is_turned_on_and_then_brings_what_is_marked_or_put_in():
    capacity = {"bring_capacity": Answer(Choice("Bring it"), SHARED)}
    private = a_coming(**capacity, capacity=Answer(Scale(4), Sharing.PRIVATE))
    marked = a_coming(**capacity, capacity=Answer(Scale(4), SHARED))
    on = USUAL_PARTS | {SummaryPart.WELLBEING}
    assert SummaryPart.WELLBEING not in SummaryChoice().parts
    heading = "Wellbeing and capacity"
    assert heading not in headings(summed_up(side=SessionSide(coming=marked)))
    assert heading not in headings(summed_up(side=SessionSide(coming=private), parts=on))
    said = (ProseBlock("4 of 10.", "What about capacity?", is_from_fields=True),)
    assert section(summed_up(side=SessionSide(coming=marked), parts=on), heading).blocks == said
    put_in = summed_up(
        side=SessionSide(coming=private), parts=on, put_in=frozenset({(COMING, "capacity")})
    )
    assert section(put_in, heading).blocks == said
    counts = part_counts((), SummaryChoice(), SessionSide(coming=private))
    assert (counts.wellbeing, counts.wellbeing_unmarked) == (0, 1)


def test_parts_and_reflections_stand_in_the_order_given_and_one_signs_at_the_end():
    one, two = a_chosen(ONE, "First"), a_chosen(TWO, "Second")
    order = ("agreed", "themes", TWO, "actions", ONE, "questions")
    document = summed_up(one, two, side=SessionSide(), order=order)
    assert headings(document) == [
        "Themes",
        "Second",
        "Actions so far",
        "First",
        "Questions for you",
        "Agreed actions",
        "Decisions and reasons",
        "Signatures",
    ]


@pytest.mark.parametrize(
    ("order", "placed"),
    [
        ((), ("actions", "wants", "a", "b", "themes")),
        (("themes", "a"), ("actions", "wants", "b", "themes", "a")),
        (("a", "unknown", "actions", "a"), ("wants", "a", "actions", "b", "themes")),
    ],
)
def test_what_the_order_does_not_name_stands_where_it_usually_does(order, placed):
    shown = page_order(order, ("a", "b"))
    assert shown[: len(placed)] == placed
    assert shown[-2:] == ("agreed", "record")


def test_each_section_names_its_row():
    arranged = arranged_summary(
        (a_chosen(),), SummaryChoice((ONE,)), TODAY, SessionSide(held=(a_held(LAST),))
    )
    assert arranged.rows == ("actions", ONE, "themes", "questions", "agreed", "agreed", "agreed")
    assert [each.holds for each in arranged.document.sections[:4]] == [
        "actions",
        "reflection",
        "themes",
        "questions",
    ]


def test_other_words_stand_on_the_paper_and_the_reflection_keeps_its_own():
    chosen = a_chosen()
    wording = {(ONE, "account"): "It was *quiet*.", (ONE, "question"): "Was I quick?"}
    document = summed_up(chosen, side=SessionSide(), wording=wording)
    assert section(document, "The long conference").blocks[0] == ProseBlock("It was *quiet*.")
    assert section(document, "Questions for you").blocks[0].items[0].markdown == "Was I quick?"
    assert "went quiet" not in repr(document)
    assert chosen.reflection.answers["account"].value == Prose("The room went quiet.")


def test_an_answer_put_in_stands_on_this_paper_and_is_kept_back_no_more():
    put_in = frozenset({(ONE, "feelings")})
    chosen = a_chosen()
    assert kept_back_count((chosen,), SummaryChoice((ONE,))) == 1
    assert kept_back_count((chosen,), SummaryChoice((ONE,), put_in=put_in)) == 0
    assert "MARKER afraid" in repr(summed_up(chosen, side=SessionSide(), put_in=put_in))
    assert chosen.reflection.answers["feelings"].sharing is Sharing.PRIVATE


def test_the_record_of_changes_is_named_by_its_first_characters_and_the_day():
    side = SessionSide(head="0123456789abcdef" * 4)
    parts = USUAL_PARTS | {SummaryPart.RECORD}
    document = summed_up(a_chosen(), side=side, parts=parts)
    said = Note("Record of changes on 3 November 2026: 0123 4567 89ab cdef")
    assert document.sections[-1].blocks[-1] == said
    assert said not in summed_up(a_chosen(), side=side).sections[-1].blocks


def test_black_and_white_is_said_to_those_who_place_the_document():
    assert summed_up(a_chosen(), side=SessionSide(), is_black_and_white=True).is_black_and_white
    assert not summed_up(a_chosen(), side=SessionSide()).is_black_and_white
