"""What is kept of pieces and rules comes back the same; what anyone wrote there never raises."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cpd_piece import CpdPiece, FieldWords, PeerReflection, Submission
from app.domain.cpd_plain import finite_number, piece_from_plain, plain_of_piece
from app.domain.registration_year import YearStart
from app.domain.rules_plain import plain_of_rules, rules_from_plain
from tests.cpd_scenes import shipped_regulators

MOMENT = datetime(2026, 11, 30, 23, 59, 30, 5, tzinfo=timezone(timedelta(hours=13)))
SUBMITTED = Submission(date(2026, 11, 29), MOMENT, (FieldWords("title", "Title", "A walk"),))
FULL = CpdPiece(
    "a" * 32,
    "social_work_england",
    date(2026, 5, 4),
    MOMENT,
    MappingProxyType({"learning": "Otherwise.\n“Said” \N{HERB}"}),
    ("Reading", "Supervision"),
    PeerReflection("my manager", date(2026, 5, 6)),
    frozenset({"swe_standard_4/4.1", "pcf/values"}),
    1.5,
    (SUBMITTED, replace(SUBMITTED, day=date(2026, 11, 30))),
    is_open_again=True,
)
BARE = CpdPiece("b" * 32, "niscc", date(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC))
HOSTILE = [None, True, 7, -1, 10**400, 0.5, float("nan"), float("inf"), "", "x", "2026-13-01"]
HOSTILE += [[], [None], [[]], [["a"]], [7], {}, {"x": None}, {"day": []}, [{"fields": [["a"]]}]]
moments = st.datetimes(timezones=st.timezones())
texts = st.text(max_size=20)
words = st.builds(FieldWords, texts, texts, texts)
submissions = st.builds(Submission, st.dates(), moments, st.lists(words, max_size=3).map(tuple))
pieces = st.builds(
    CpdPiece,
    st.just("a" * 32),
    st.just("niscc"),
    st.dates(),
    st.just(MOMENT),
    st.dictionaries(texts, texts, max_size=3).map(MappingProxyType),
    st.lists(texts, max_size=3).map(tuple),
    st.none() | st.builds(PeerReflection, texts, st.none() | st.dates()),
    st.none() | st.frozensets(texts, max_size=3),
    st.none() | st.floats(allow_nan=False, allow_infinity=False),
    st.lists(submissions, max_size=2).map(tuple),
    st.booleans(),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts | st.sampled_from(HOSTILE),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def through_json(plain):
    return json.loads(json.dumps(plain))


def read(plain):
    return piece_from_plain("a" * 32, "social_work_england", plain)


@pytest.mark.parametrize("piece", [FULL, BARE])
def test_a_piece_comes_back_the_same(piece):
    plain = through_json(plain_of_piece(piece))
    assert piece_from_plain(piece.reflection_id, piece.regulator, plain) == piece


@given(piece=pieces)
def test_any_piece_comes_back_the_same(piece):
    plain = through_json(plain_of_piece(piece))
    assert piece_from_plain(piece.reflection_id, piece.regulator, plain) == piece


@pytest.mark.parametrize("name", ["day", "made_at"])
@pytest.mark.parametrize("odd", [*HOSTILE, "2026-01-01T00:00:00", "20260101"])
def test_a_piece_without_its_day_or_moment_is_none(name, odd):
    assert read({**plain_of_piece(FULL), name: odd}) is None


@pytest.mark.parametrize("odd", HOSTILE)
def test_what_is_not_understood_is_left_out_and_the_rest_stays(odd):
    for name in plain_of_piece(BARE).keys() - {"day", "made_at"}:
        piece = read({**plain_of_piece(FULL), name: odd})
        assert (piece.day, piece.made_at) == (FULL.day, FULL.made_at)
        untouched = replace(piece, **{name: getattr(FULL, name)})
        assert untouched == FULL


@given(odd=json_values, name=st.sampled_from([*plain_of_piece(FULL), "later"]))
def test_nothing_that_json_holds_raises(odd, name):
    assert read(odd) is None or isinstance(odd, dict)
    piece = read({**plain_of_piece(FULL), name: odd})
    if piece is not None:
        assert read(through_json(plain_of_piece(piece))) == piece


def test_nothing_is_never_turned_into_words():
    plain = {**plain_of_piece(FULL), "wording": {"impact": None, "learning": "Kept."}}
    plain |= {"kinds": [None, "Reading"], "tags": [None, "pcf/values"], "peer": {"role": None}}
    piece = read(plain)
    assert piece.wording == {"learning": "Kept."}
    assert (piece.kinds, piece.tags) == (("Reading",), frozenset({"pcf/values"}))
    assert piece.peer == PeerReflection()


def test_a_submission_with_odd_fields_keeps_those_that_read():
    plain = plain_of_piece(FULL)
    good = plain["submissions"][0]
    fields = [["title", "Title"], 7, None, ["a", "b", None], *good["fields"]]
    plain["submissions"] = [{**good, "fields": fields}, None, {**good, "day": "x"}]
    assert read(plain).submissions == (SUBMITTED,)


@pytest.mark.parametrize(
    ("plain", "expected"),
    [(0, 0.0), (2, 2.0), (1.5, 1.5), (True, None), ("1", None), (10**400, None), (None, None)],
)
def test_a_number_is_one_that_can_be_counted_with(plain, expected):
    assert finite_number(plain) == expected


def test_the_rules_of_every_regulator_come_back_the_same():
    for regulator in shipped_regulators().values():
        for rules in regulator.rules:
            assert rules_from_plain(through_json(plain_of_rules(rules))) == rules
            more = replace(rules, until=date(2030, 1, 1), hours=30.0, starts=YearStart(2, 29))
            assert rules_from_plain(through_json(plain_of_rules(more))) == more


RULES = plain_of_rules(shipped_regulators()["social_work_england"].rules[0])
NO_DAY = [7, "", "x", [], {}, "2026-13-01"]
NO_COUNT = [None, "2", 2.0, True, []]
NO_TEXT = [None, 7, [], {}]
ODD_RULES = {
    "since": [None, *NO_DAY],
    "until": NO_DAY,
    "checked_on": [None, *NO_DAY],
    "starts": ["", 0, [], {}, {"month": 13, "day": 1}, {"month": 10**400, "day": 1}],
    "pieces": NO_COUNT,
    "with_peer": NO_COUNT,
    "with_impact": NO_COUNT,
    "must_differ": [None, 0, 1, "true"],
    "hours": ["", True, [], float("nan"), float("inf"), 10**400],
    "coverage": NO_TEXT,
    "kinds": [None, "x", {}, [7], [None]],
    "fields": [None, "x", {}, [7], [None], [{}]],
    "note": NO_TEXT,
    "source": NO_TEXT,
}


@pytest.mark.parametrize("name", RULES)
def test_rules_that_only_look_like_rules_are_none(name):
    assert rules_from_plain({each: RULES[each] for each in RULES if each != name}) is None
    for odd in ODD_RULES[name]:
        assert rules_from_plain({**RULES, name: odd}) is None, odd


@pytest.mark.parametrize(
    ("name", "odd"),
    [("key", 7), ("label", None), ("source", "later"), ("is_required", 1), ("later", 1)],
)
def test_rules_with_an_odd_field_are_none(name, odd):
    fields = [{**RULES["fields"][0], name: odd}, *RULES["fields"][1:]]
    assert rules_from_plain({**RULES, "fields": fields}) is None


@given(odd=json_values, name=st.sampled_from([*RULES, "later"]))
def test_no_kept_rules_raise(odd, name):
    rules_from_plain(odd)
    rules = rules_from_plain({**RULES, name: odd})
    if rules is not None:
        assert rules_from_plain(through_json(plain_of_rules(rules))) == rules
