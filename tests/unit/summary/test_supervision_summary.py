"""The supervision summary: only what is shared gets in, and the rest is counted."""

from datetime import date

from app.domain.answer import (
    YES_NO_VERDICTS,
    Action,
    Actions,
    Answer,
    Choice,
    Prose,
    Scale,
    Verdict,
    YesNo,
)
from app.domain.form import Condition, PromptKind, SummaryRole
from app.domain.sharing import Sharing
from app.summary.choice import SharedReflection, SummaryChoice, SummaryPart, kept_back_count
from app.summary.document import Bullets, Note, Signatures, Table, Tick
from app.summary.document import Prose as ProseBlock
from app.summary.session_side import SessionSide
from app.summary.supervision import supervision_summary
from tests.builders import a_form, a_prompt, a_reflection

FORM = a_form(
    a_prompt("account", summary_role=SummaryRole.ACCOUNT),
    a_prompt("feelings"),
    a_prompt("scale", PromptKind.SCALE),
    a_prompt("question", summary_role=SummaryRole.QUESTION),
    a_prompt("dispute", summary_role=SummaryRole.DISAGREEMENT),
    a_prompt("actions", PromptKind.ACTIONS),
)
SHARED = Sharing.SUPERVISION
TODAY = date(2026, 11, 3)


def a_shared(**changes):
    answers = {
        "account": Answer(Prose("The room went quiet."), SHARED),
        "feelings": Answer(Prose("MARKER afraid"), Sharing.PRIVATE),
        "scale": Answer(Scale(4, "She would ring."), SHARED),
        "question": Answer(Prose("Did I hurry?"), SHARED | Sharing.CPD),
        "dispute": Answer(Prose("MARKER threshold"), Sharing.CPD),
        "actions": Answer(
            Actions((Action("Ask again", "me", date(2026, 11, 9)), Action("Read", done_on=TODAY))),
            SHARED,
        ),
    }
    reflection = a_reflection(
        FORM, title="The long conference", themes=("neglect",), answers=answers | changes
    )
    return SharedReflection(reflection, FORM)


def everything(document):
    return repr(document)


def section(document, heading):
    return next(each for each in document.sections if each.heading == heading)


def test_private_answers_never_reach_the_document_and_are_counted():
    document = supervision_summary((a_shared(),), SummaryChoice(), TODAY)
    assert "MARKER" not in everything(document)
    before_agreed = document.sections[-4]
    assert before_agreed.blocks[-1] == Note("2 answers in these reflections were kept back.")


def test_an_answer_shared_only_for_cpd_is_kept_out():
    only_cpd = a_shared(account=Answer(Prose("MARKER account"), Sharing.CPD))
    assert "MARKER" not in everything(supervision_summary((only_cpd,), SummaryChoice(), TODAY))


def test_an_answer_that_was_left_out_is_counted_with_the_private_ones():
    shared = a_shared()
    choice = SummaryChoice(left_out=frozenset({(shared.reflection.id, "account")}))
    document = supervision_summary((shared,), choice, TODAY)
    assert "quiet" not in everything(document)
    assert kept_back_count((shared,), choice) == 3


def test_a_part_that_is_switched_off_keeps_its_answers_back():
    parts = frozenset(SummaryPart) - {SummaryPart.QUESTIONS}
    choice = SummaryChoice(parts=parts)
    document = supervision_summary((a_shared(),), choice, TODAY)
    assert "Did I hurry?" not in everything(document)
    assert kept_back_count((a_shared(),), choice) == 3


def test_nothing_is_said_where_nothing_is_kept_back():
    form = a_form(a_prompt())
    reflection = a_reflection(form, noticed="rain", shared=SHARED)
    document = supervision_summary((SharedReflection(reflection, form),), SummaryChoice(), TODAY)
    assert "kept back" not in everything(document)


def test_the_account_opens_its_section_and_other_answers_follow_their_prompt():
    document = supervision_summary((a_shared(),), SummaryChoice(), TODAY)
    blocks = section(document, "The long conference").blocks
    assert blocks[0] == ProseBlock("The room went quiet.")
    scale = "4 of 10. Why not lower: She would ring."
    assert blocks[1] == ProseBlock(scale, "What about scale?", is_from_fields=True)


def test_actions_stand_in_a_table_with_how_they_stand():
    document = supervision_summary((a_shared(),), SummaryChoice(), TODAY)
    (table,) = section(document, "Actions so far").blocks
    assert isinstance(table, Table)
    assert table.rows[0] == (Tick.OPEN, "Ask again", "me", "by 9 November 2026")
    assert table.rows[1] == (Tick.TICKED, "Read", "", "done 3 November 2026")


def test_questions_are_gathered_and_there_is_room_to_agree_and_sign():
    document = supervision_summary((a_shared(),), SummaryChoice(wants=("A decision",)), TODAY)
    questions = section(document, "Questions for you").blocks[0]
    assert isinstance(questions, Bullets)
    assert questions.items[0].markdown == "Did I hurry?"
    assert any(
        "record" in heading for heading in section(document, "Agreed actions").blocks[0].headings
    )
    assert section(document, "Signatures").blocks == (Signatures(("Supervisee", "Supervisor")),)
    assert section(document, "What I want from today").blocks[0].items[0].markdown == "A decision"


def test_the_subtitle_says_when_with_whom_and_by_whom():
    choice = SummaryChoice(session_date=TODAY, supervisor="the team manager", prepared_by="a chair")
    document = supervision_summary((a_shared(),), choice, date(2026, 1, 1))
    assert document.subtitle == (
        "Tuesday 3 November 2026 · with the team manager · prepared by a chair"
    )


def test_a_line_of_plain_text_cannot_become_markup():
    from app.domain.answer import ShortText
    from app.summary.answer_words import markdown_of

    assert markdown_of(ShortText("*not* [a](link)")) == "\\*not\\* \\[a\\](link)"


def test_not_escalating_stays_with_its_reflection_and_escalating_is_gathered():
    escalate = a_prompt("escalate", PromptKind.YES_NO, summary_role=SummaryRole.DISAGREEMENT)
    form = a_form(escalate)
    headings = {}
    for verdict in YES_NO_VERDICTS:
        answers = {"escalate": Answer(YesNo(verdict, "They reported."), SHARED)}
        shared = SharedReflection(a_reflection(form, title="It", answers=answers), form)
        document = supervision_summary((shared,), SummaryChoice(), TODAY)
        headings[verdict] = [
            each.heading for each in document.sections if "They reported" in repr(each)
        ]
    assert headings == {
        Verdict.YES: ["Disagreements and escalations"],
        Verdict.NO: ["It"],
        Verdict.NOT_APPLICABLE: ["It"],
    }


def test_actions_so_far_go_by_their_days_and_what_is_over_comes_last():
    items = (
        Action("No day"),
        Action("Over", done_on=TODAY),
        Action("Late", by_when=date(2026, 12, 1)),
        Action("Soon", by_when=date(2026, 11, 9)),
    )
    shared = a_shared(actions=Answer(Actions(items), SHARED))
    document = supervision_summary((shared,), SummaryChoice(), TODAY)
    (table,) = section(document, "Actions so far").blocks
    assert [row[1] for row in table.rows] == ["Soon", "Late", "No day", "Over"]


def test_what_was_agreed_last_time_keeps_its_order_before_actions_that_go_by_day():
    agreed = Actions((Action("Second", by_when=date(2026, 12, 1)), Action("First", by_when=TODAY)))
    session = a_reflection(FORM, answers={"actions": Answer(agreed, SHARED)}, reflection_id="held")
    side = SessionSide(held=(SharedReflection(session, FORM),))
    own = (Action("Late", by_when=date(2026, 12, 1)), Action("Soon", by_when=date(2026, 11, 9)))
    shared = a_shared(actions=Answer(Actions(own), SHARED))
    document = supervision_summary((shared,), SummaryChoice(), TODAY, side)
    (table,) = section(document, "Actions from last time").blocks
    assert [row[1] for row in table.rows] == ["Second", "First", "Soon", "Late"]


def test_a_gathered_answer_that_says_nothing_alone_stands_behind_its_question():
    escalate = a_prompt("escalate", PromptKind.YES_NO, summary_role=SummaryRole.DISAGREEMENT)
    form = a_form(escalate, a_prompt("dispute", summary_role=SummaryRole.DISAGREEMENT))
    answers = {
        "escalate": Answer(YesNo(Verdict.YES, "I rang."), SHARED),
        "dispute": Answer(Prose("We differ on the threshold."), SHARED),
    }
    shared = SharedReflection(a_reflection(form, title="It", answers=answers), form)
    document = supervision_summary((shared,), SummaryChoice(), TODAY)
    (bullets,) = section(document, "Disagreements and escalations").blocks
    assert [(each.lead, each.markdown) for each in bullets.items] == [
        (escalate.text, "Yes. I rang."),
        ("", "We differ on the threshold."),
    ]


def test_an_answer_whose_question_is_hidden_again_is_kept_back_and_counted():
    where = a_prompt("where", PromptKind.CHOICE, options=("nowhere", "supervision"))
    question = a_prompt("question", when=Condition("where", "supervision"))
    form = a_form(where, question)

    def taking_it(option):
        answers = {
            "where": Answer(Choice(option), SHARED),
            "question": Answer(Prose("MARKER doubt"), SHARED),
        }
        return SharedReflection(a_reflection(form, answers=answers), form)

    hidden, asked = taking_it("nowhere"), taking_it("supervision")
    document = supervision_summary((hidden,), SummaryChoice(), TODAY)
    assert "MARKER" not in everything(document)
    assert kept_back_count((hidden,), SummaryChoice()) == 1
    assert "MARKER" in everything(supervision_summary((asked,), SummaryChoice(), TODAY))
    assert [prompt.key for prompt, _ in hidden.shared()] == ["where"]


def test_days_of_another_year_than_the_papers_bear_their_year():
    long_ago = a_reflection(FORM, title="It", event_date=date(2024, 10, 22))
    source = SharedReflection(long_ago, FORM)
    aside = supervision_summary((source,), SummaryChoice(), TODAY).sections[0].aside
    assert aside == "draft, event 22 October 2024, written 24 months after"
    next_year = SummaryChoice(session_date=date(2027, 1, 5))
    aside = supervision_summary((source,), next_year, TODAY).sections[0].aside
    assert aside.startswith("draft, event 22 October 2024")
    no_event = SharedReflection(a_reflection(FORM, title="It", event_date=None), FORM)
    assert supervision_summary((no_event,), next_year, TODAY).sections[0].aside == (
        "draft, written 21 October 2026"
    )
    assert supervision_summary((no_event,), SummaryChoice(), TODAY).sections[0].aside == (
        "draft, written 21 October"
    )


def test_how_one_will_know_stands_with_its_action():
    actions = Actions((Action("Visit", how_known="Child A says so"),))
    document = supervision_summary(
        (a_shared(actions=Answer(actions, SHARED)),), SummaryChoice(), TODAY
    )
    (table,) = section(document, "Actions so far").blocks
    assert table.rows[0][1] == "Visit (how we know: Child A says so)"
