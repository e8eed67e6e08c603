"""A name of the people key that is only a part of something longer leaves nothing of it behind."""

import pytest

from app.domain.identifier import Confidence, IdentifierKind, KeptPerson
from app.privacy.detector import Detector

KEY = (
    KeptPerson("Child A", ("Kayleigh Brennan", "Kay")),
    KeptPerson("Child B", ("Tadhg Ó Súilleabháin", "Tadhg")),
    KeptPerson("Mum", ("Oluwaseun Adeyemi-Brown", "Seun")),
    KeptPerson("Dad", ("Mohammed al-Rashid", "Mo")),
    KeptPerson("the foster carer", ("Grace Will", "Grace")),
    KeptPerson("the school", ("St Bede's",)),
)
_DETECTOR: list[Detector] = []


def found(text):
    if not _DETECTOR:
        _DETECTOR.append(Detector.shipped())
    return _DETECTOR[0].find(text, KEY)


def is_replaced_unasked(each):
    return bool(each.label_of) and each.confidence is Confidence.CERTAIN


@pytest.mark.parametrize(
    ("text", "longer", "kind"),
    [
        ("[Kayleigh Dobson] came in.", "Child A", "name"),
        ("[Kayleigh-Mae] came.", "Child A", "name"),
        ("Then [Tadhg O'Sullivan] rang.", "Child B", "name"),
        ("[Seun Okonkwo]'s sister rang.", "Mum", "name"),
        ("They live at [14 Brennan Street], and", "", "address"),
        ("She is at [Brennan House, 22 Hope Road].", "", "address"),
        ("at [St Bede's Court, 4 Mill Lane] now", "", "address"),
        ("Write to [seun@brook-house-refuge.org.uk].", "", "email"),
        ("Write to [seun.adeyemi.1987@gmail.com].", "", "email"),
        ("The blog: [https://kayleigh.wordpress.com/2026/05/my-story-in-care]", "", "web_address"),
        ("She is [@kayleigh_from_salford] on TikTok.", "", "social_handle"),
        ("MARAC log [KAY/2026/0412]", "", "crime_reference"),
        ("He goes to [Grace Road Primary School] now.", "", "organisation"),
    ],
)
def test_the_longer_thing_is_asked_about_as_a_whole(text, longer, kind):
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    (each,) = (one for one in found(plain) if one.start <= start < one.end)
    assert plain[each.start : each.end] in (
        text[start + 1 : text.index("]")],
        f"Mrs {text[start + 1 : text.index(']')]}",
    )
    assert (each.label_of, each.kind) == (longer, IdentifierKind(kind))
    assert not is_replaced_unasked(each)


@pytest.mark.parametrize(
    "text",
    [
        "Mrs [Brennan] rang.", "Told [Kayleigh] and [Tadhg].", "[Kay]'s Nursery bag",
        "[Kayleigh Ann Brennan] came.", "mum [Seun] rang", "at [St Bede's Primary School] he",
        "She said “[Kayleigh] hit me with the belt on Sunday” and cried.",
    ],
)  # fmt: skip
def test_a_name_alone_is_replaced_without_a_question(text):
    plain = text.replace("[", "").replace("]", "")
    wanted = [each.split("]")[0] for each in text.split("[")[1:]]
    names = [each for each in found(plain) if is_replaced_unasked(each)]
    assert [plain[each.start : each.end] for each in names] == wanted


def test_no_two_overlap_where_much_lies_over_one_another():
    text = " ".join(
        ["Kayleigh Dobson, 14 Brennan Street, seun.brown@a.example, Grace Road Primary School"] * 9
    )
    places = [place for each in found(text) for place in (each.start, each.end)]
    assert places == sorted(places)
