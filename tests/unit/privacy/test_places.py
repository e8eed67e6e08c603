"""Places: towns, villages and areas, and words that are towns as well."""

from __future__ import annotations

import pytest

from app.domain.identifier import Confidence, IdentifierKind
from tests.unit.privacy.marked import finding, wrong_in


@pytest.mark.parametrize(
    "sentence",
    [
        "The family moved from «Oldham» to «Stoke-on-Trent».",
        "The case went from «Tower Hamlets» to «Newham».",
        "We drove through «Llanfairfechan» and on to «Ynysybwl».",
        "She has family in «Ballymena» and «Derry».",
        "«Merthyr Tydfil» had the file first.",
        "He hangs about in «Sefton Park» after school.",
        "She is known on the «Kinnaird» estate.",
        "Everyone in the village of «Little Snoring» knew.",
        "Nobody in «Upper Tettleworth» has a bus.",
        "It is a long way from «Kirkcaldy» to «Penzance».",
        "A family was placed in «Zarkhamstead».",
        "They settled near «Earl’s Court».",
        "I trained in «County Durham» and worked in «Gwynedd».",
    ],
)
def test_a_place_is_found(sentence):
    assert wrong_in(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "They live in «Reading». Reading the file made me angry.",
        "She grew up in «Bath»; bath time is hard.",
        "He loves Rugby. They moved to «Rugby».",
        "The contact centre in «Sale» is near «Hyde».",
        "Early Help closed the case in March.",
        "They came to «Deal» for the weekend.",
    ],
)
def test_a_word_that_is_a_town_is_told_by_the_words_before_it(sentence):
    assert wrong_in(sentence) == ""


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Chelsea lives in Islington.", "Chelsea", IdentifierKind.NAME),
        ("They moved to Chelsea.", "Chelsea", IdentifierKind.PLACE),
        ("I told Preston to wait.", "Preston", IdentifierKind.NAME),
        ("She lives in Preston now.", "Preston", IdentifierKind.PLACE),
        ("I read it in Florence’s room.", "Florence", IdentifierKind.NAME),
        ("We sat in Shipley together.", "Shipley", IdentifierKind.PLACE),
    ],
)
def test_a_name_that_is_a_place_is_told_apart(text, words, kind):
    assert finding(text, words).kind is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "She came from Eritrea through Sudan and Italy.",
        "I was trained in Scotland; she is from Wales.",
        "The Car Park was full and the Community Garden closed.",
        "In Care, in Need, in Court, in Supervision.",
        "The North West has more. The Middle East is far.",
    ],
)
def test_countries_and_sorts_of_places_stay_quiet(sentence):
    assert wrong_in(sentence) == ""


def test_a_city_abroad_is_only_worth_a_look():
    assert finding("They fled from Mogadishu.", "Mogadishu").confidence is Confidence.WORTH_A_LOOK


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("They live in Oldham.", "Oldham", "a town"),
        ("They live in Oxfordshire.", "Oxfordshire", "a county"),
        ("They live on the Kinnaird estate.", "Kinnaird estate", "estate"),
        ("They live off Cheetham Hill Road.", "Cheetham Hill Road", "their street"),
        ("They met in Sefton Park.", "Sefton Park", "a park"),
    ],
)
def test_a_suggestion_fits_the_sentence(text, words, suggestion):
    assert finding(text, words).suggestion == suggestion
