"""Whatever can be answered is stored and read back, whatever characters it is made of."""

import json
import string
from datetime import UTC

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.answer import (
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
)
from app.domain.finding import Search
from app.domain.reflection import Reflection
from app.domain.sharing import Sharing
from app.vault.reflection_record import record_of, reflection_of
from app.vault.stored_text import cleaned

TRICKY = [
    "\0",
    "a\0b",
    "😀🏽‍🦱",
    "שלום עולם",
    "e\u0301",
    "\u202eabc",
    "\ufeff",
    "\u2028",
    "'\"%_\\",
    "İß",
]
TEXT = st.one_of(st.text(), st.sampled_from(TRICKY))
KEY = st.text(string.ascii_lowercase + "_", min_size=1, max_size=12)
DAYS = st.none() | st.dates()
ACTIONS = st.builds(Action, TEXT, TEXT, DAYS, TEXT, DAYS)
DIFFERENT_TEXTS = st.lists(TEXT, max_size=3, unique=True).map(tuple)
CHECKED = st.builds(Checked, TEXT, st.none() | st.sampled_from(Verdict), TEXT)
FILES = st.builds(EvidenceFile, TEXT, TEXT, st.integers(0, 2**40), TEXT)
VALUES = st.one_of(
    st.builds(Prose, TEXT),
    st.builds(ShortText, TEXT),
    st.builds(Choice, TEXT),
    st.builds(YesNo, st.none() | st.sampled_from(YES_NO_VERDICTS), TEXT),
    st.builds(Scale, st.none() | st.integers(0, 10), TEXT, TEXT),
    st.builds(ChosenDate, DAYS),
    st.builds(Actions, st.lists(ACTIONS, max_size=3).map(tuple)),
    st.builds(Choices, DIFFERENT_TEXTS),
    st.builds(Checklist, st.lists(CHECKED, max_size=3).map(tuple)),
    st.builds(ChosenThemes, DIFFERENT_TEXTS),
    st.builds(Quotation, TEXT, TEXT),
    st.builds(Evidence, st.lists(FILES, max_size=3).map(tuple)),
)
ANSWERS = st.builds(Answer, VALUES, st.sampled_from([Sharing(number) for number in range(4)]))
MOMENTS = st.datetimes(timezones=st.just(UTC)).filter(lambda at: 2 <= at.year <= 9998)
REFLECTIONS = st.builds(
    Reflection,
    id=TEXT,
    form_id=TEXT,
    form_version=st.integers(1, 10_000),
    begun_at=MOMENTS,
    changed_at=MOMENTS,
    title=TEXT,
    event_date=DAYS,
    completed_at=st.none() | MOMENTS,
    themes=st.lists(TEXT, max_size=3).map(tuple),
    answers=st.dictionaries(KEY, ANSWERS, max_size=5),
)
ONE_VAULT = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@ONE_VAULT
@given(REFLECTIONS)
def test_a_reflection_comes_back_as_it_was_put(vault, reflection):
    vault.put(reflection)
    kept = vault.get(reflection.id)
    assert kept == reflection
    assert list(kept.answers) == list(reflection.answers)


@given(REFLECTIONS)
def test_rows_and_reflection_turn_into_each_other(reflection):
    record = record_of(reflection)
    assert reflection_of(record) == reflection
    assert json.loads(record.canonical())["uid"] == reflection.id
    assert record_of(reflection_of(record)).canonical() == record.canonical()


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_whole_text_is_never_changed(text):
    assert cleaned(text) == text


@given(st.lists(st.sampled_from(["a", "\ud800", "\udfff", "\ud83d", "\ude00", "é", "😀"])))
def test_torn_text_becomes_storable_and_keeps_its_whole_letters(letters):
    text = "".join(letters)
    kept = cleaned(text)
    kept.encode()
    assert kept.count("a") == text.count("a")
    assert kept.count("é") == text.count("é")
    assert cleaned(kept) == kept


@ONE_VAULT
@given(TEXT, st.booleans())
def test_no_search_ever_raises(vault, words, is_quoted):
    found = vault.find(Search(f'"{words}' if is_quoted else words))
    assert found.total <= found.in_journal
