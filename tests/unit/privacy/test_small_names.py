"""First names in small letters and bare initials, where no people key tells them."""

from __future__ import annotations

import pytest

from tests.unit.privacy.marked import wrong_in


@pytest.mark.parametrize(
    "sentence",
    [
        "visited «chantelle» at the hostel",
        "rang «dwayne» back, no reply",
        "the kids («jayden», «kaiden» and «ellie») had chips",
        "«priya», «rohan» and the baby were asleep",
        "nan «pat» has them",
        "her partner «lee» came in",
        "it was «moira»'s idea",
        "«jaydens» mum is pregnant again",
        "met «Harjit Singh»'s mother in law",
        "sister «jade» took the blame",
        "«Van der Merwe» rang back",
    ],
)
def test_a_first_name_in_small_letters_is_found(sentence):
    assert wrong_in(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "«KM» didn't attend.",
        "met «RP» and left",
        "(re «GW») no update",
        "«J» & «L» to be seen together",
        "spoke to «T» after school",
        "«H» is fine, I am not.",
        "«KMH»'s mum rang",
    ],
)
def test_bare_initials_are_found(sentence):
    assert wrong_in(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "mum will come, dad may not, nan hope so",
        "on sunday in april near london, in english",
        "asda, tesco and ikea, all in one day, with fanta",
        "the jade ring and the penny on the mat",
        "Q3 figures and the N.I. number",
        "plan B, vitamin C, from A to B",
        "the CP plan, the LA, the DV worker, an EHCP",
    ],
)
def test_other_words_in_small_letters_and_capitals_stay(sentence):
    assert wrong_in(sentence) == ""
