"""Names, schools and places as hurried notes have them, with the people key and without."""

import pytest

from app.domain.identifier import IdentifierKind as Kind
from app.domain.identifier import KeptPerson
from tests.unit.privacy.marked import detector, found_in

PEOPLE = (
    KeptPerson("Child A", ("Connor Brindle",)),
    KeptPerson("Child B", ("Freya Price",)),
    KeptPerson("Child C", ("Margaret-Rose Vane-Tyndall",)),
    KeptPerson("Dad", ("Jeremy Young",)),
    KeptPerson("Gran", ("June Lomax",)),
    KeptPerson("Mum", ("Volodymyra Joy",)),
    KeptPerson("Uncle", ("Volodymyr Tesak",)),
    KeptPerson("School", ("Little Acorns",)),
    KeptPerson("Friend", ("Theodora Quill", "Teddy")),
    KeptPerson("Sister", ("Kayleigh-Ann Stott",)),
    KeptPerson("Brother", ("Abdirahman Yusuf Warsame",)),
    KeptPerson("Street", ("Tannery Lane",)),
)


def _known_in(text: str) -> list[tuple[str, str]]:
    found = detector().find(text, PEOPLE)
    return [(text[each.start : each.end], each.label_of) for each in found if each.label_of]


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("the brindles were in when i called", "brindles", "Child A"),
        ("brindle connor on the register", "brindle connor", "Child A"),
        ("the prices rang at tea", "prices", "Child B"),
        ("freyaa wept on the stairs", "freyaa", "Child B"),
        ("MVT sang all morning", "MVT", "Child C"),
        ("jezza wants ringing", "jezza", "Dad"),
        ("Jezz was late again", "Jezz", "Dad"),
        ("june has them at weekends", "june", "Gran"),
        ("in joys kitchen again", "joy", "Mum"),
        ("Asked Vladimir about the dog", "Vladimir", "Uncle"),
        ("acorns say he bites", "acorns", "School"),
        ("C. wept and so did I", "C", "Child A"),
        ("C-o-n-n-o-r he spelled", "C-o-n-n-o-r", "Child A"),
        ("kayliegh wept", "kayliegh", "Sister"),
        ("yusef hid", "yusef", "Brother"),
        ("near tannery ln again", "tannery ln", "Street"),
        ("at acorns he naps", "acorns", "School"),
    ],
)
def test_a_name_of_the_key_is_found_however_it_is_noted(text, words, label):
    assert (words, label) in _known_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "the prices were high and the young were hungry",
        "in june we met, and the joy of it was short",
        "a teddy bear on the bed",
        "acorns under the oak, and I looked at acorns",
        "a b c d e, the alphabet",
    ],
)
def test_plain_words_stay_plain_though_the_key_has_them(text):
    assert _known_in(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("met at Riverside family centre again", "Riverside family centre"),
        ("contact is at the Beeches from now on", "Beeches"),
        ("it was the Larches by midnight", "Larches"),
        ("his school (st cuthberts) rang", "st cuthberts"),
        ("Larch House rang about him", "Larch House"),
        ("The family came from Sylhet in winter", "Sylhet"),
        ("born in Olsztyn, raised here", "Olsztyn"),
    ],
)
def test_a_place_or_organisation_is_found(text, words):
    (found,) = detector().find(text)
    assert text[found.start : found.end].endswith(words)
    assert found.kind in (Kind.PLACE, Kind.ORGANISATION)


@pytest.mark.parametrize(
    "text",
    [
        "we sat under the beeches by the road",
        "a full house, and the lodge was cold",
        "the children's centre was shut and so was the family centre",
    ],
)
def test_what_names_none_is_quiet(text):
    assert found_in(text) == []
