"""Identifiers that have a form: found in every usual writing, but not what only looks like one."""

from itertools import pairwise

import pytest

from app.domain.identifier import IdentifierKind as Kind
from app.privacy.patterns.every import pattern_findings
from tests.unit.privacy.marked import assert_found_whole, pattern_cases, patterns_in

FOUND = {
    Kind.POSTCODE: (
        "She lives at [LS11 8QX] now",
        "postcode is [ls118qx].",
        "[sw1a 2aa]? no, [SW1A 2AA] it was",
        "moved to [M14 6HR], near me",
        "staying in [BS5] for now",
    ),
    Kind.PHONE: (
        "ring [07700_900_123] or",
        "it is [plus 44 7700 900123].",
        "ring [07700 900123] after",
        "[07700900123] is mum's",
        "on [+44 7700 900 123] please",
        "[020 7946 0018] is the office",
        "call [0113 496 0123 ext 42]",
        "it is [(0161) 496 0456]",
        "[0044 7700 900123] from abroad",
    ),
    Kind.EMAIL: ("at [kay.b@example.org.uk] or", "mail [kayb at example dot co dot uk] today"),
    Kind.WEB_ADDRESS: (
        "on [www.brindle-lane.example.sch.uk/news] there",
        "see [https://example.org/a?b=c].",
        "it said brindle on [brindlefamily.co.uk], so",
    ),
    Kind.SOCIAL_HANDLE: (
        "she is [@kayz_07] there",
        "her snap: [kayz07]",
        "insta is [mum.of.3x] she said",
    ),
    Kind.NHS_NUMBER: (
        "number [943 476 5919] on it",
        "[9434765919] was written",
        "NHS no: [943-476-5910] (wrong)",
    ),
    Kind.NATIONAL_INSURANCE: ("his [AB 12 34 56 C] form", "NI number [ab123456c] given"),
    Kind.PUPIL_NUMBER: ("pupil [A123456789012] moved",),
    Kind.COURT_REFERENCE: (
        "in [ZW24C00123] today",
        "case number [BM23P70456] again",
        "order [LS24C 00098] made",
    ),
    Kind.CRIME_REFERENCE: (
        "police gave CAD [1234/05MAR26] there",
        "crime ref [13240123456] noted",
        "crime number [42/123456/24]",
    ),
    Kind.CASE_NUMBER: (
        "Mosaic id [884512] is wrong",
        "LCS number [1234567]",
        "under [20045678] in the system",
    ),
    Kind.VEHICLE: (
        "his car [AB12 CDE] outside",
        "reg [ab12cde] seen",
        "an old [A123 BCD] parked",
        "the [ABZ 1234] van",
    ),
    Kind.COORDINATES: ("pin at [53.7996, -1.5491] there", "the spot [///filled.count.soap] told"),
    Kind.DATE_OF_BIRTH: (
        "DOB [03.04.2019] on file",
        "born on [3rd April 2019] at home",
        "d.o.b. [3/4/19]",
        "date of birth: [2019-04-03]",
    ),
    Kind.EXACT_DATE: (
        "on [3/4/25] we met",
        "the [12th Sept '25] visit",
        "on [Monday 3 February 2025] again",
        "the [3rd of April] was hard",
        "since [April 3rd, 2025] no",
        "[2025-04-03] review",
        "seen [03.04.2025] at home",
        "on [12 Sep] we",
        "[Mon 3 Feb], [12th Sept '25] and more",
    ),
    Kind.EXACT_TIME: (
        "at [14:32] he left",
        "by [2.47pm] she",
        "around [9 pm] the",
        "at [10.15] we",
        "[1430hrs] call",
    ),
    Kind.EXACT_AGE: (
        "the [14 month old] slept",
        "a [14-month-old] boy",
        "she is [7 weeks old] now",
        "[aged 2 years and 3 months] when",
        "he was [3y 2m] then",
        "a [six-week-old] baby",
    ),
    Kind.ADDRESS: (
        "at [12 Elm Road] again",
        "to [Flat 3, 12 Elm Rd] first",
        "lives at [12a Marrow Close] with",
        "at [14 elm street] now",
        "walked down [Quarry Street] alone",
    ),
    Kind.SIBLINGS: ("[three-year-old twins and a baby]", "[a sibling group of five] placed"),
    Kind.RARE_EVENT: ("after [the house fire] they", "he has [Huntington's disease] too"),
    Kind.QUOTED_SPEECH: ('She said "[I never want to go home again]" to me',),
}
QUIET = (
    "Under section 47 of the Children Act 1989 and Working Together 2023 we met.",
    "He scored 7/10, then 8 out of 10, on a 24/7 rota with 2:1 support.",
    "Within 10 working days, for six weeks, 12 months later, in 3 months.",
    "It cost £1,200.50, 45%, and 3.5 hours of my time.",
    "I sent the C110A, the SDQ 22 and the Form E before the PLO.",
    "A 15 year old and a child aged 7 in Year 10.",
    "I read pages 12-14, and chapter 3.2 of the guidance.",
    "In 2024/25 we did 12 visits; in Q3 2025 only 4.",
    "We may meet 3 people in March, perhaps in spring 2025.",
    "It was 50/50 and I was 100% sure, at 9 or so.",
    "The review is every 6 months, as Reg 24 says.",
    "She used the word “resilience” twice.",
    "[2024] EWFC 12 says so.",
    "I have 3 sisters in my team and a social work degree.",
    "I work on the 3rd floor; it was my 2nd visit of 4.",
    "It took 1 hour 30, 25 minutes more than planned.",
)


@pytest.mark.parametrize(("kind", "marked"), list(pattern_cases(FOUND)))
def test_what_has_a_form_is_found_whole(kind, marked):
    assert_found_whole(kind, marked)


@pytest.mark.parametrize("text", QUIET)
def test_what_only_looks_like_one_is_quiet(text):
    assert patterns_in(text) == []


def test_a_birth_date_is_one_finding_and_nothing_overlaps():
    text = "DOB 03.04.2019, NHS no 943 476 5919, ring 07700 900123, at 12 Elm Road, LS11 8QX"
    found = pattern_findings(text)
    assert len(found) == 5
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("on 3 April 2025 we", "spring 2025"),
        ("on 3/12/24 we", "winter 2024"),
        ("on 14 July we", "that summer"),
    ],
)
def test_a_date_is_offered_as_its_season(text, instead):
    (found,) = pattern_findings(text)
    assert found.suggestion == instead
