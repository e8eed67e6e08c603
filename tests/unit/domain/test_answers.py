"""Answers: what counts as empty, what is searched, and the way to plain data and back."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer import (
    EMPTY_OF,
    KIND_OF,
    YES_NO_VERDICTS,
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
    text_of,
    word_count,
)
from app.domain.answer_plain import from_plain, to_plain
from app.domain.form import PromptKind
from app.domain.topic import Help, Topic, Topics, TopicSource, TopicState

text = st.text(max_size=60)
days = st.none() | st.dates()
several = st.lists(text, max_size=3, unique=True).map(tuple)


def hexes(length):
    return st.text("0123456789abcdef", min_size=length, max_size=length)


closed = (text, days, text, st.integers(0, 99), st.booleans(), several)
sources = st.builds(TopicSource, text, text, st.integers(-1, 99), text)
topics = st.builds(
    Topic,
    text,
    st.none() | st.sampled_from(Help),
    st.sampled_from(TopicState),
    st.integers(0, 99),
    text,
    st.none() | sources.filter(lambda source: source != TopicSource()),
)
actions = st.builds(Action, text, text, days, text, days, *closed)
VALUES = {
    PromptKind.PROSE: st.builds(Prose, text),
    PromptKind.SHORT_TEXT: st.builds(ShortText, text),
    PromptKind.CHOICE: st.builds(Choice, text),
    PromptKind.YES_NO: st.builds(YesNo, st.none() | st.sampled_from(YES_NO_VERDICTS), text),
    PromptKind.SCALE: st.builds(Scale, st.none() | st.integers(0, 10), text, text),
    PromptKind.DATE: st.builds(ChosenDate, days),
    PromptKind.ACTIONS: st.builds(Actions, st.lists(actions, max_size=3).map(tuple)),
    PromptKind.CHOICES: st.builds(Choices, several),
    PromptKind.CHECKLIST: st.builds(
        Checklist,
        st.lists(
            st.builds(Checked, text, st.none() | st.sampled_from(Verdict), text), max_size=3
        ).map(tuple),
    ),
    PromptKind.THEMES: st.builds(ChosenThemes, several),
    PromptKind.QUOTATION: st.builds(Quotation, text, text),
    PromptKind.EVIDENCE: st.builds(
        Evidence,
        st.lists(
            st.builds(EvidenceFile, hexes(32), text, st.integers(0, 10**9), hexes(64)), max_size=3
        ).map(tuple),
    ),
    PromptKind.TOPICS: st.builds(Topics, st.lists(topics, max_size=3).map(tuple)),
}


def test_every_kind_of_prompt_has_a_value_and_an_empty_one():
    assert set(KIND_OF.values()) == set(EMPTY_OF) == set(VALUES) == set(PromptKind)


@pytest.mark.parametrize("kind", PromptKind)
def test_the_empty_value_counts_as_empty(kind):
    assert Answer(EMPTY_OF[kind]).is_empty


@given(st.sampled_from(PromptKind).flatmap(lambda kind: VALUES[kind]))
def test_plain_data_gives_back_the_same_answer(value):
    assert from_plain(KIND_OF[type(value)], to_plain(value)) == value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Prose("one two"), 2),
        (YesNo(Verdict.NO, "not asked"), 3),
        (Scale(4, "she would ring", ""), 4),
        (Actions((Action("ask her", "me", date(2026, 11, 3)),)), 3),
        (ChosenDate(date(2026, 11, 3)), 1),
        (Quotation("I hide under the table", "the child"), 7),
    ],
)
def test_all_that_was_written_is_counted(value, words):
    assert word_count(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Choices(("a visit", "a call")), 0),
        (ChosenThemes(("voice of the child",)), 0),
        (Evidence((EvidenceFile("a" * 32, "letter home.pdf", 7, "b" * 64),)), 0),
        (Checklist((Checked("Was she seen alone?", Verdict.PARTLY),)), 0),
        (Checklist((Checked("Was she seen alone?", Verdict.NO, "not that day"),)), 3),
    ],
)
def test_what_was_chosen_from_words_that_stood_there_is_not_counted(value, words):
    assert word_count(value) == words
    assert not Answer(value).is_empty


def test_an_action_is_stored_byte_for_byte_as_before_it_could_be_dropped_or_carried():
    plain = to_plain(Actions((Action("Ring", "me", date(2026, 11, 3), "she says so"),)))
    assert json.dumps(plain) == (
        '[{"what": "Ring", "who": "me", "by_when": "2026-11-03", '
        '"how_known": "she says so", "done_on": ""}]'
    )


def test_an_item_of_a_checklist_without_a_verdict_or_a_reason_says_nothing():
    assert Answer(Checklist((Checked("Was she seen alone?", None, "  "),))).is_empty
    assert "Was she" in text_of(Checklist((Checked("Was she seen alone?", Verdict.YES),)))


def test_every_written_part_of_an_answer_can_be_searched():
    action = Action("alpha", "bravo", None, "charlie")
    assert all(word in text_of(Actions((action,))) for word in ("alpha", "bravo", "charlie"))
    closed = Actions((Action("Ring", came_of_it="juliet", dropped_because="kilo"),))
    assert text_of(closed).split() == ["Ring", "juliet", "kilo"]
    scale = text_of(Scale(3, "delta", "echo"))
    assert "delta" in scale
    assert "echo" in scale
    quotation = text_of(Quotation("foxtrot", "golf"))
    assert quotation.split() == ["foxtrot", "golf"]
    assert text_of(Checklist((Checked("hotel", Verdict.PARTLY, "india"),))).split() == [
        "hotel",
        "Partly",
        "india",
    ]


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        (PromptKind.PROSE, 7),
        (PromptKind.PROSE, ["a"]),
        (PromptKind.SCALE, 11),
        (PromptKind.SCALE, -1),
        (PromptKind.SCALE, True),
        (PromptKind.SCALE, "4"),
        (PromptKind.SCALE, {"number": 4, "mood": "x"}),
        (PromptKind.YES_NO, "maybe"),
        (PromptKind.YES_NO, {"verdict": ["yes"]}),
        (PromptKind.DATE, "2026-02-31"),
        (PromptKind.DATE, "31/01/2026"),
        (PromptKind.DATE, 20260131),
        (PromptKind.ACTIONS, "ring her"),
        (PromptKind.ACTIONS, [{"what": 3}]),
        (PromptKind.ACTIONS, [{"what": "x", "by_when": "2026-13-01"}]),
        (PromptKind.CHOICE, 2),
        (PromptKind.YES_NO, "partly"),
        (PromptKind.CHOICES, "one"),
        (PromptKind.CHOICES, [1]),
        (PromptKind.CHECKLIST, "yes"),
        (PromptKind.CHECKLIST, [{"item": "x", "verdict": "maybe"}]),
        (PromptKind.THEMES, "trust"),
        (PromptKind.QUOTATION, ["a"]),
        (PromptKind.EVIDENCE, "a file"),
    ],
)
def test_a_shape_that_does_not_fit_is_refused_in_words(kind, plain):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        from_plain(kind, plain)


def test_a_refusal_never_repeats_what_was_written():
    with pytest.raises(ValueError, match="date") as refusal:
        from_plain(PromptKind.DATE, "the day Marker left")
    assert "Marker" not in str(refusal.value)
