"""Versions compared and brought back, over a real journal."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType

import pytest

from app.domain.answer import (
    Action,
    Actions,
    Answer,
    Checked,
    Checklist,
    Choice,
    Choices,
    ChosenDate,
    ChosenThemes,
    Evidence,
    EvidenceFile,
    Prose,
    Quotation,
    Scale,
    ShortText,
    Verdict,
    YesNo,
)
from app.domain.errors import InBin, NoSuchReflection, NoSuchVersion, OnHold
from app.domain.form import FormDefinition, Prompt, PromptKind, Section
from app.domain.history import Change, VersionOutline
from app.domain.reflection import Reflection
from app.domain.sharing import Sharing
from app.domain.topic import Help, Topic, Topics, TopicState
from app.services.comparing import compared
from app.services.history import version_words, written_after_event
from app.services.journal import About, Writing
from tests.audits import an_audit
from tests.workshops import FixedClock, a_desk, a_workshop

BEGUN = datetime(2026, 10, 22, 18, 42, tzinfo=UTC)


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def desk(tmp_path, clock):
    desk = a_desk(tmp_path / "journal", a_workshop(clock))
    yield desk
    desk.close()


@pytest.fixture
def written(desk, clock):
    """A reflection of three versions, and its id."""
    form = desk.journal.form("five_minute_capture")
    answers = {"what_happened": Answer(Prose("The meeting began late."), Sharing.SUPERVISION)}
    about = About("Late", date(2026, 10, 20), ("Time",))
    reflection = desk.journal.write(form, answers, about, is_complete=False)
    for text in ("The meeting began very late.", "The meeting began very late. I waited."):
        clock.moment += timedelta(hours=1)
        changed = reflection.with_answer("what_happened", Answer(Prose(text)))
        desk.journal.save(Writing(changed, form))
        desk.journal.leave(reflection.id)
    desk.journal.finish(desk.journal.read(reflection.id))
    return reflection.id


def test_versions_are_sittings_the_newest_first(desk, written):
    outlines = desk.history.versions(written)
    assert [(each.number, each.word_count, each.is_complete) for each in outlines] == [
        (4, 7, True),
        (3, 7, False),
        (2, 5, False),
        (1, 4, False),
    ]


def test_two_versions_are_compared_in_the_forms_words(desk, written):
    changed = desk.history.compare(written, 1, 2).changed
    (part,) = changed
    prompt = desk.journal.form("five_minute_capture").prompt("what_happened")
    assert (part.key, part.heading) == ("answer:what_happened", prompt.text)
    words, sharing = part.fields
    assert [run.words for run in words.runs] == ["The meeting began ", "added: very", "late."]
    assert sharing.label == "Who may see it"
    assert [run.words for run in sharing.runs] == ["removed: supervision", "added: private"]


def test_a_version_compared_with_itself_shows_no_change(desk, written):
    comparison = desk.history.compare(written, 2, 2)
    assert comparison.changed == ()
    assert {part.key for part in comparison.parts} == {
        "title",
        "event_date",
        "themes",
        "state",
        "answer:what_happened",
    }


def test_an_old_version_comes_back_as_a_new_one(desk, written, clock):
    clock.moment += timedelta(days=1)
    brought = desk.history.bring_back(written, 1)
    assert desk.history.version(written, 5) == desk.journal.read(written).reflection == brought
    answer = brought.answers["what_happened"]
    assert (answer.value.text, answer.sharing) == ("The meeting began late.", Sharing.SUPERVISION)
    assert brought.is_complete
    assert brought.changed_at == clock.moment
    assert desk.history.version(written, 4).answers["what_happened"].value.text.endswith("waited.")
    assert desk.vault.trouble() == ()


def test_bringing_back_what_is_there_makes_no_version(desk, written):
    before = desk.journal.read(written).reflection
    assert desk.history.bring_back(written, 4) == before
    assert desk.history.bring_back(written, 3) == before
    assert len(desk.history.versions(written)) == 4


def test_nothing_comes_back_over_a_hold(desk, written):
    desk.retention.hold(written, "records have been requested")
    with pytest.raises(OnHold):
        desk.history.bring_back(written, 1)
    with pytest.raises(OnHold):
        desk.history.purge_old_versions(written)
    assert len(desk.history.versions(written)) == 4


def test_versions_in_the_bin_are_read_but_not_brought_back(desk, written):
    desk.retention.move_to_bin(written)
    assert len(desk.history.versions(written)) == 4
    assert desk.history.compare(written, 1, 4).changed
    with pytest.raises((InBin, NoSuchReflection)):
        desk.history.bring_back(written, 1)


def test_a_purged_version_is_neither_compared_nor_brought_back(desk, written):
    assert desk.history.purge_old_versions(written) == 3
    assert desk.retention.sweep()
    for ask in (
        lambda: desk.history.compare(written, 1, 4),
        lambda: desk.history.bring_back(written, 2),
    ):
        with pytest.raises(NoSuchVersion, match="removed for good"):
            ask()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "written the same day"),
        (1, "written the next day"),
        (3, "written 3 days after the event"),
        (35, "written 5 weeks after the event"),
        (-1, "written before the event"),
    ],
)
def test_it_says_how_long_after_the_event_it_was_written(days, words):
    begun = BEGUN.replace(hour=12)
    day = begun.astimezone().date() - timedelta(days=days)
    assert written_after_event(Reflection("r", "f", 1, begun, begun, event_date=day)) == words
    assert written_after_event(Reflection("r", "f", 1, begun, begun)) == ""


def test_a_version_is_told_in_one_line():
    here = datetime(2026, 10, 22, 20, tzinfo=timezone(timedelta(hours=1)))
    newest = VersionOutline(3, BEGUN, is_newest=True, word_count=1, is_open=True)
    assert version_words(newest, here) == (
        "Version 3 · 22 October 2026 at 19:42 · draft · 1 word · still being written"
    )
    purged = VersionOutline(1, BEGUN, is_newest=False, is_purged=True)
    assert version_words(purged, here) == (
        "Version 1 · 22 October 2026 at 19:42 · its words were removed for good"
    )


# Every kind of change.

PROMPTS = tuple(Prompt(kind.value, kind, f"Which {kind.value}?") for kind in PromptKind)
FORM = FormDefinition("f", 1, "F", "P", "W", 5, "S", (Section("s", "S", PROMPTS),))
DAY = date(2026, 11, 3)
RING = Action("Ring the school", "me", DAY, "they say so")
CHANGES = {
    "prose": (Prose("One two"), Prose("One three"), ["One ", "removed: two", "added: three"]),
    "short_text": (ShortText(""), ShortText("New"), ["added: New"]),
    "choice": (
        Choice("Home visit"),
        Choice("Home call"),
        ["removed: Home visit", "added: Home call"],
    ),
    "yes_no": (YesNo(Verdict.YES, "She said."), YesNo(None, "She said."), ["removed: Yes"]),
    "scale": (Scale(7, "low"), Scale(8, "low"), ["removed: 7 of 10", "added: 8 of 10"]),
    "date": (ChosenDate(DAY), ChosenDate(None), ["removed: 3 November 2026"]),
    "actions": (
        Actions((RING,)),
        Actions((RING, Action("Write", done_on=DAY))),
        [
            "Ring the school · me · by 3 November 2026 · how we know: they say so\n",
            "added: Write · done 3 November 2026",
        ],
    ),
    "choices": (
        Choices(("A visit", "A call")),
        Choices(("A visit", "A letter")),
        ["A visit\nA ", "removed: call", "added: letter"],
    ),
    "checklist": (
        Checklist((Checked("Seen alone", Verdict.NO, "not that day"),)),
        Checklist((Checked("Seen alone", Verdict.PARTLY, "not that day"),)),
        ["Seen alone: ", "removed: No", "added: Partly", "· not that day"],
    ),
    "themes": (ChosenThemes(("trust",)), ChosenThemes(()), ["removed: trust"]),
    "quotation": (
        Quotation("I hid there", "the child"),
        Quotation("I hide there", "the child"),
        ["I ", "removed: hid", "added: hide", "there"],
    ),
    "evidence": (
        Evidence(()),
        Evidence((EvidenceFile("a" * 32, "letter.pdf", 2_048, "b" * 64),)),
        ["added: letter.pdf"],
    ),
    "topics": (
        Topics((Topic("The letter", Help.DECIDE),)),
        Topics((Topic("The letter", Help.DECIDE, TopicState.DISCUSSED),)),
        ["The letter · help wanted: Decide with me ", "added: · discussed"],
    ),
}


@pytest.mark.parametrize("kind", PromptKind)
def test_each_kind_of_answer_says_what_changed(kind):
    older, newer, words = CHANGES[kind.value]
    before, after = (
        Reflection("r", "f", 1, BEGUN, BEGUN, answers={kind.value: Answer(value)})
        for value in (older, newer)
    )
    (part,) = compared(before, after, (FORM, FORM)).changed
    assert part.heading == f"Which {kind.value}?"
    assert [run.words for run in part.fields[0].runs] == words


def test_evidence_and_the_two_questions_of_a_scale_are_compared_too():
    before, after = (
        Reflection(
            "r",
            "f",
            1,
            BEGUN,
            BEGUN,
            answers={
                "yes_no": Answer(YesNo(Verdict.YES, evidence)),
                "scale": Answer(Scale(7, "low", higher)),
            },
        )
        for evidence, higher in (("a b", ""), ("a c", "one visit"))
    )
    changed = [
        (field.label, [run.words for run in field.runs])
        for part in compared(before, after, (FORM, FORM)).changed
        for field in part.fields
        if field.is_changed
    ]
    assert changed == [
        ("Evidence", ["a ", "removed: b", "added: c"]),
        ("One higher", ["added: one visit"]),
    ]


def test_an_answer_of_a_record_says_of_which_record_it_is():
    before, own = an_audit(Verdict.YES, Verdict.NO)
    after = before.with_answer("there#2", Answer(YesNo(Verdict.YES), Sharing.SUPERVISION))
    (part,) = compared(before, after, (own, own)).changed
    assert part.heading == "Is the chronology there? (record 2)"


def test_title_date_themes_and_state_are_compared():
    before = Reflection("r", "f", 1, BEGUN, BEGUN, "A late visit", DAY, None, ("Trust", "Time"))
    after = replace(
        before,
        title="A visit",
        event_date=None,
        completed_at=BEGUN,
        themes=("Time", "Courage"),
    )
    changed = {
        part.key: [run.words for run in part.fields[0].runs]
        for part in compared(before, after, (FORM, FORM)).changed
    }
    assert changed == {
        "title": ["A ", "removed: late", "visit"],
        "event_date": ["removed: 3 November 2026"],
        "themes": ["removed: Trust", "Time", "added: Courage"],
        "state": ["removed: draft", "added: complete"],
    }


def test_an_answer_whose_question_is_gone_is_compared_all_the_same():
    before = Reflection("r", "f", 1, BEGUN, BEGUN, answers={"old": Answer(Prose("words"))})
    after = replace(before, answers=MappingProxyType({}))
    (part,) = compared(before, after, (FORM, FORM)).changed
    assert part.heading == "A question that is not in the form"
    assert [run.words for run in part.fields[0].runs] == ["removed: words"]


def test_both_versions_can_be_told_from_the_runs():
    before = Reflection("r", "f", 1, BEGUN, BEGUN, answers={"prose": Answer(Prose("a b c"))})
    after = before.with_answer("prose", Answer(Prose("a x c\n\nd")))
    (part,) = compared(before, after, (FORM, FORM)).changed
    assert part.fields[0].newer == "a x c\n\nd"
    assert {run.change for run in part.fields[0].runs} == set(Change)


def test_what_was_typed_just_before_bringing_back_stays_a_version(desk, written, clock):
    writing = desk.journal.read(written)
    typed = writing.reflection.with_answer("what_happened", Answer(Prose("Just typed.")))
    desk.journal.save(Writing(typed, writing.form))
    clock.moment += timedelta(minutes=1)
    desk.history.bring_back(written, 1)
    assert desk.history.version(written, 5).answers["what_happened"].value.text == "Just typed."
    assert len(desk.history.versions(written)) == 6
