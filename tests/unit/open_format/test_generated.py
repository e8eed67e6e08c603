"""Whatever a reflection may hold, it goes out and comes back the same."""

from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain import answer as answers
from app.domain.answer import Answer
from app.domain.open_copy import CopiedKind
from app.domain.reflection import Reflection
from app.domain.sharing import Sharing
from app.domain.topic import Help, Topic, Topics, TopicSource, TopicState
from tests.open_copy_scenes import copies_of, everything_in, shelf_of
from tests.workshops import a_desk, a_workshop

# Every letter that there is, halves of letters too: what is stored is cleaned of those.
TEXT = st.text(st.characters(), max_size=30)
DAY = st.none() | st.dates(date(1900, 1, 1), date(2200, 1, 1))
COUNT = st.integers(0, 2**31)
MOMENT = st.integers(0, 7 * 10**15).map(lambda micros: EPOCH + timedelta(microseconds=micros))
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ACTION = st.builds(
    answers.Action,
    TEXT,
    TEXT,
    DAY,
    TEXT,
    DAY,
    TEXT,
    DAY,
    TEXT,
    COUNT,
    st.booleans(),
    st.lists(TEXT, max_size=2).map(tuple),
)
SOURCE = st.builds(TopicSource, TEXT.filter(bool), TEXT, st.integers(-1, 9), TEXT)
TOPIC = st.builds(
    Topic,
    TEXT,
    st.none() | st.sampled_from(Help),
    st.sampled_from(TopicState),
    COUNT,
    TEXT,
    st.none() | SOURCE,
)
FILE = st.builds(answers.EvidenceFile, TEXT, TEXT, COUNT, st.just("ab" * 32))
CHECKED = st.builds(answers.Checked, TEXT, st.none() | st.sampled_from(answers.Verdict), TEXT)


def many(strategy, kind):
    return st.lists(strategy, max_size=3).map(lambda items: kind(tuple(items)))


VALUE = st.one_of(
    st.builds(answers.Prose, TEXT),
    st.builds(answers.ShortText, TEXT),
    st.builds(answers.Choice, TEXT),
    st.builds(answers.YesNo, st.none() | st.sampled_from(answers.YES_NO_VERDICTS), TEXT),
    st.builds(answers.Scale, st.none() | st.integers(0, 10), TEXT, TEXT),
    st.builds(answers.ChosenDate, DAY),
    st.builds(answers.Quotation, TEXT, TEXT),
    many(ACTION, answers.Actions),
    many(TOPIC, Topics),
    many(FILE, answers.Evidence),
    many(CHECKED, answers.Checklist),
    st.lists(TEXT, max_size=3, unique=True).map(lambda each: answers.Choices(tuple(each))),
    st.lists(TEXT, max_size=3, unique=True).map(lambda each: answers.ChosenThemes(tuple(each))),
)
ANSWERS = st.dictionaries(
    TEXT, st.builds(Answer, VALUE, st.integers(0, 3).map(Sharing)), max_size=6
)
REFLECTION = st.builds(
    Reflection,
    id=st.uuids().map(lambda each: each.hex) | TEXT.filter(bool),
    form_id=TEXT.filter(bool),
    form_version=st.integers(1, 9),
    begun_at=MOMENT,
    changed_at=MOMENT,
    title=TEXT,
    event_date=DAY,
    completed_at=st.none() | MOMENT,
    themes=st.lists(TEXT, max_size=3, unique=True).map(tuple),
    answers=ANSWERS.map(MappingProxyType),
)


@pytest.fixture(scope="module")
def workshop():
    return a_workshop()


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(REFLECTION, min_size=1, max_size=6), st.data())
def test_generated_reflections_go_out_and_in_and_out_the_same(
    tmp_path_factory, workshop, reflections, data
):
    place = tmp_path_factory.mktemp("generated")
    desk = a_desk(place / "one", workshop)
    for reflection in reflections:
        desk.vault.put(reflection)
        if data.draw(st.booleans()):
            desk.vault.seal(reflection.id)
            later = data.draw(REFLECTION).answers
            desk.vault.put(reflection.with_answers(later))
    copies_of(desk, workshop).write(place / "first")
    new = a_desk(place / "two", workshop)
    copies_of(new, workshop).read_in(place / "first")
    copies_of(new, workshop).write(place / "second")
    for kind in (CopiedKind.REFLECTIONS, CopiedKind.CHANGES):
        assert list(shelf_of(new.vault).records(kind)) == list(shelf_of(desk.vault).records(kind))
    assert new.vault.trouble() == desk.vault.trouble()  # files that were made up are not there
    new.close()
    desk.close()
    assert everything_in(place / "first") == everything_in(place / "second")
