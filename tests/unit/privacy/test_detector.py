"""The whole engine: spans in the given text, overlaps, hostile text, time."""

from __future__ import annotations

import time
import unicodedata

import pytest

from app.domain.identifier import (
    Confidence,
    IdentifierKind,
    KeptPerson,
    PossibleIdentifier,
)
from app.privacy.combining import without_overlaps
from app.privacy.detector import Detector
from tests.unit.privacy.marked import detector

_MILLION = 1_000_000
_MOST_TIMES_LONGER = 9  # for four times the text, on a machine that others use too


def _found(start: int, end: int, confidence: Confidence, label: str = "") -> PossibleIdentifier:
    return PossibleIdentifier(start, end, IdentifierKind.NAME, "why", confidence, "who", label)


def test_of_two_that_overlap_the_surer_wins_then_the_longer():
    sure, likely = Confidence.CERTAIN, Confidence.LIKELY
    cases = [
        ([_found(0, 9, likely), _found(3, 6, sure)], (3, 6)),
        ([_found(0, 9, likely), _found(3, 6, likely)], (0, 9)),
    ]
    for found, expected in cases:
        assert [(each.start, each.end) for each in without_overlaps(found)] == [expected]


def test_findings_come_in_order_and_never_overlap():
    text = "Kayden Smith of Oakfield Primary, Oldham OL1 2AB, born 3 May 2015, saw Dr Patel."

    found = detector().find(text, (KeptPerson("Child A", ("Kayden",)),))

    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert {each.kind for each in found} >= {
        IdentifierKind.NAME,
        IdentifierKind.ORGANISATION,
        IdentifierKind.POSTCODE,
    }
    assert found[0].label_of == "Child A"


def test_every_finding_has_a_reason_and_a_suggestion():
    text = "Mum Donna, J.S. and Grace met PC Khan at St Mary’s school in Reading, near Mogadishu."
    for each in detector().find(text):
        assert each.reason
        assert each.suggestion


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I saw Kay\u200bden today.", "Kay\u200bden"),
        ("I saw Каyden today.", "Каyden"),  # two Cyrillic letters
        ("I saw \u200eKayden\u200f today.", "Kayden"),
        ("I saw Ｋａｙｄｅｎ today.", "Ｋａｙｄｅｎ"),
        ("They live in Old\u00adham.", "Old\u00adham"),
    ],
)
def test_places_are_those_of_the_text_that_was_given(text, shown):
    assert [text[each.start : each.end] for each in detector().find(text)] == [shown]


def test_words_in_a_script_without_capitals_are_worth_a_look():
    text = "The mother wrote فاطمة on the card."

    (found,) = detector().find(text)

    assert text[found.start : found.end] == "فاطمة"
    assert found.confidence is Confidence.WORTH_A_LOOK


def test_known_gives_only_the_key():
    people = (KeptPerson("Child A", ("Kayden",)),)

    found = detector().known("Kayden and Lexi live in Oldham.", people)

    assert [each.label_of for each in found] == ["Child A"]


def test_nothing_is_found_in_nothing():
    assert detector().find("") == ()
    assert detector().find(" \n\t") == ()


def _every_script() -> str:
    letters = (chr(code) for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000)
    known = (each for each in letters if unicodedata.category(each) != "Cn")
    parted = (f"{each} " if place % 7 == 0 else each for place, each in enumerate(known))
    return "".join(parted)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "a", "A", "A ", "A. ", "A\n", "Kayden ", "Xzqfab ", "Xzqfab.", "Ab-", "a'", "Mr ",
        "KL and ", "Kayden de la ", "Oakfield Primary ", "mum Sarah ",
        "Stoke ", "سلام ", "«“‘’”» ", None,
    ],
)  # fmt: skip
def test_time_grows_with_the_length_only(unit):
    whole = (_every_script() * 8) if unit is None else unit * _MILLION
    text = whole[: _MILLION // 4]
    detector().find(text[:1000])

    times = []
    for part in (text[: len(text) // 4], text):
        begun = time.perf_counter()
        detector().find(part)
        times.append(time.perf_counter() - begun)

    assert times[1] < max(0.5, times[0] * _MOST_TIMES_LONGER)


def test_a_sentence_takes_under_a_millisecond():
    text = (
        "I visited Kayden at home and his mum Donna was upset because Oakfield Primary School had "
        "rung about his attendance."
    )
    detector().find(text)
    rounds = []
    for _ in range(5):
        begun = time.perf_counter()
        for _ in range(50):
            detector().find(text)
        rounds.append((time.perf_counter() - begun) / 50)

    assert min(rounds) < 0.003  # thrice the bound, for machines that others use too


def test_the_lists_are_ready_soon():
    begun = time.perf_counter()
    Detector.shipped()
    assert time.perf_counter() - begun < 0.5
