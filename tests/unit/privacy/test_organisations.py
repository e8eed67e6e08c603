"""Schools, hospitals, surgeries, prisons and their like: by name, not by sort."""

from __future__ import annotations

import pytest

from app.domain.identifier import IdentifierKind
from tests.unit.privacy.marked import detector, finding, wrong_in


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("He attends Oakfield Primary School.", "Oakfield Primary School", "a primary school"),
        ("I rang Bluebell nursery twice.", "Bluebell nursery", "a nursery"),
        ("St Bernadette’s school rang.", "St Bernadette’s school", "a school"),
        ("She was at St Thomas’ Hospital.", "St Thomas’ Hospital", "a hospital"),
        ("The GP at Elm Tree Surgery replied.", "Elm Tree Surgery", "a GP surgery"),
        ("He is in HMP Low Newton.", "HMP Low Newton", "a prison"),
        ("He is in Feltham YOI.", "Feltham YOI", "a young offender institution"),
        ("We met at the Sunflower Children’s Centre.", "Sunflower Children’s Centre",
         "children's centre"),
        ("They worship at Al-Noor Mosque.", "Al-Noor Mosque", "a place of worship"),
        ("She goes to Ysgol Bryn Celyn.", "Ysgol Bryn Celyn", "a school"),
        ("He studies at the University of Tettleworth.", "University of Tettleworth", "university"),
        ("We met at Oakwood Academy’s gate.", "Oakwood Academy", "a school"),
        ("She is on Juniper Ward.", "Juniper Ward", "a ward"),
    ],
)  # fmt: skip
def test_an_organisation_with_a_name_is_found(text, words, suggestion):
    found = finding(text, words)

    assert found.kind is IdentifierKind.ORGANISATION
    assert found.suggestion == suggestion


@pytest.mark.parametrize(
    "sentence",
    [
        "The primary school and the hospital rang. The Nursery rang.",
        "The Primary School, the Special School and the Mental Health Ward.",
        "The Virtual School Head and the School Nurse disagreed.",
        "Crown Court, Family Court, Magistrates’ Court and Supreme Court.",
        "Children’s Services, the Police and the County Council.",
        "It was a Supported Housing Hostel.",
        "A Catholic school, a Polish school and an NHS trust.",
        "Head of School, School Uniform, Hospital Social Worker.",
    ],
)
def test_an_organisation_by_its_sort_stays_quiet(sentence):
    assert wrong_in(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "«Juniper Gate», the refuge, has a rule about phones.",
        "The nursery («Wise Owls») rang twice.",
        "«Great Ormond Street» did the scan; «Styal» did not.",
        "I met «Donna», the nursery manager, and «Sarah», the school nurse.",
    ],
)
def test_a_name_is_known_by_what_is_told_of_it(sentence):
    assert wrong_in(sentence) == ""


def test_a_childs_own_school_names_the_child_only():
    (found,) = detector().find("I rang Kayden’s school.")

    assert (found.start, found.end, found.kind) == (7, 13, IdentifierKind.NAME)
