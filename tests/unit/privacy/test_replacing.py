"""Role labels in place of names: Markdown stays intact, and no name is left."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.domain.identifier import KeptPerson
from app.privacy.known_names import known_findings
from app.privacy.reading import reading_of
from app.privacy.replacing import Replacement, replaced
from tests.bounded import not_endless


def across(text, stretch, label="Child A"):
    """The text with a label at one stretch."""
    start = text.index(stretch)
    return replaced(text, [Replacement(start, start + len(stretch), label)])


@pytest.mark.parametrize(
    ("text", "stretch", "fitted"),
    [
        ("saw **Kay**leigh", "Kay**leigh", "saw **Child A**"),
        ("saw Kay**leigh** here", "Kay**leigh", "saw **Child A** here"),
        ("saw K*aylei*gh", "K*aylei*gh", "saw Child A"),
        ("saw **Kayleigh** **Oakes** here", "Kayleigh** **Oakes", "saw **Child A** here"),
        ("saw **Kayleigh** *Oakes* here", "Kayleigh** *Oakes", "saw ***Child A*** here"),
        ("saw ***Kayleigh*** **Oakes**'s", "Kayleigh*** **Oakes", "saw ***Child A***'s"),
        ("saw **Kayleigh** _Oakes_ left", "Kayleigh** _Oakes", "saw **Child A** left"),
        ("saw ***Kay** leigh* here", "Kay** leigh", "saw ***Child A*** here"),
        ("saw `Kay`leigh here", "Kay`leigh", "saw `Child A` here"),
        ("saw ~~Kay~~leigh here", "Kay~~leigh", "saw ~~Child A~~ here"),
        ("see [Kayleigh](https://x.org/a)", "Kayleigh", "see [Child A](https://x.org/a)"),
        ("**James**' bag", "James", "**Child A**'s bag"),
        ("saw Kayleigh\\'s bag", "Kayleigh", "saw Child A\\'s bag"),
        ("saw K&auml;the&#39;s bag", "K&auml;the", "saw Child A&#39;s bag"),
        ("saw \\@kay here", "@kay", "saw Child A here"),
        ("# Kayleigh\nOakes came", "Kayleigh\nOakes", "# Child A\n came"),
        ("- [ ] Kayleigh rings", "Kayleigh", "- [ ] Child A rings"),
        ("> Kayleigh", "Kayleigh", "> Child A"),
    ],
)  # fmt: skip
def test_markdown_around_a_name_stays(text, stretch, fitted):
    assert across(text, stretch) == fitted


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("see [her](https://x.org/Kayleigh/Kayleigh-1)", "see [her](https://x.org/Child-A/Child-A-1)"),
        ("see https://x.org/Kayleigh's", "see https://x.org/Child-A's"),
        ("see <https://x.org/Kayleigh>", "see <https://x.org/Child-A>"),
        ("ask Kayleigh.x@x.org", "ask Child-A.x@x.org"),
        ("ask kay@example.org", "ask an email address"),
        ("ask [her](mailto:kay@example.org)", "ask [her](mailto:an-email-address)"),
    ],
)  # fmt: skip
def test_an_address_stays_one(text, fitted):
    labels = {"Kayleigh": "Child A", "kay@example.org": "an email address"}
    places = [
        Replacement(*match.span(), labels[match.group()])
        for match in re.finditer("Kayleigh|kay@example.org", text)
    ]
    assert replaced(text, places) == fitted


def test_the_characters_of_a_label_are_no_markdown():
    label = "*A*_[b]`c`<i> & #1 &amp;"
    text = "saw Kayleigh today"
    assert across(text, "Kayleigh", label) == (
        "saw \\*A\\*\\_\\[b\\]\\`c\\`\\<i\\> & \\#1 \\&amp; today"
    )
    place = [Replacement(4, 12, label)]
    assert replaced(text, place, is_markdown=False) == f"saw {label} today"
    assert across("`saw Kayleigh`", "Kayleigh", "*A*") == "`saw *A*`"
    assert across("Kayleigh\n", "Kayleigh", "1. x") == "1\\. x\n"


def test_of_overlapping_places_the_longest_counts_and_nothing_of_another_stays():
    text = "saw Ann Mary Smith and Ann"
    places = [
        Replacement(4, 7, "Child B"),
        Replacement(4, 12, "Child A"),
        Replacement(8, 18, "the mother"),
        Replacement(23, 26, "Child B"),
        Replacement(40, 50, "nobody"),
        Replacement(3, 3, "nothing"),
    ]
    # What the mother's name leaves of the other is exchanged too.
    assert replaced(text, places) == "saw Child A the mother and Child B"
    assert replaced(text, places[::-1]) == replaced(text, places)


def test_neighbours_with_one_label_become_one():
    text = "saw Kayleigh **Oakes** and Kayleigh\nKayleigh"
    places = [
        Replacement(*match.span(), "Child A") for match in re.finditer("Kayleigh|Oakes", text)
    ]
    assert replaced(text, places) == "saw **Child A** and Child A\nChild A"


def test_an_empty_label_takes_the_name_away():
    assert replaced("saw Kayleigh.", [Replacement(4, 12, "")]) == "saw ."


PEOPLE = (
    KeptPerson("Child A", ("Kayleigh Oakes",)),
    KeptPerson("the mother", ("Donna Oakes",)),
    KeptPerson("the school", ("Brindle Park School",)),
)


def by_the_key(text):
    reading = reading_of(text)
    return replaced(
        text,
        [
            Replacement(*reading.span(each.start, each.end), each.label_of)
            for each in known_findings(reading.text, PEOPLE)
        ],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kayleigh's mum Donna Oakes rang the Brindle Park School. Kayleighs bag; KO.",
        "**Kay**leigh, K\u200bayleigh and *Donna* at Brindle Park.",
    ],
)
def test_a_second_time_changes_nothing(text):
    once = by_the_key(text)
    assert by_the_key(once) == once
    assert replaced(once, []) == once


_WORDS = st.sampled_from(
    ["Kayleigh", "Kayleigh's", "Kay**leigh", "**Kay**leigh", "*Kayleigh*", "Donna", "mum Donna",
     "the Brindle Park School", "Kayleigh **Oakes**", "**", "*", "_", "`", "\\", "[x](y)", "- ",
     "# ", "> ", "1. ", "\n", "\n\n", ".", ",", "said", "a", "Oakes, Kayleigh", "donna", "~~"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=14).map(" ".join))
def test_no_name_stays_whatever_stands_around_it(text):
    left = reading_of(by_the_key(text)).text.lower()
    assert not re.search("kayleigh|donna|oakes|brindle", left)


@given(st.text(alphabet="ab .*_`~\\[](){}<>#-1\n'\"", max_size=40), st.data())
def test_what_is_outside_the_places_is_unchanged(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    given_text = f"{text[:start]}\n\nKq{text[start:end]}qK\n\n{text[end:]}"
    first, last = start + 2, end + 6
    result = replaced(given_text, [Replacement(first, last, "Zz")])
    assert result.startswith(given_text[:first])
    assert result.endswith(given_text[last:])
    assert "Zz" in result


def emphasis_of(text):
    """How many stretches of each kind of emphasis a reader of Markdown sees, and loose stars."""
    tokens = [
        child for token in MarkdownIt().parse(text) if token.children for child in token.children
    ]
    opened = sum(each.type.endswith("_open") for each in tokens)
    loose = sum(each.content.count("*") for each in tokens if each.type == "text")
    return opened, loose


_PARTS = st.sampled_from(["*Kay*leigh", "**Kay**leigh", "Kay*leigh*", "Kay**leigh**", "Kayleigh"])
_AROUND = st.sampled_from(["so", "*so*", "**so**", "*so **and** on*", "**so *and* on**"])


@given(st.lists(st.tuples(_AROUND, _PARTS), min_size=1, max_size=6))
def test_emphasis_stays_balanced(parts):
    text = " ".join(f"{around} {name}" for around, name in parts)
    result = by_the_key(text)
    assert emphasis_of(result)[1] == 0
    # A name in emphasis for a part of it is in emphasis as a whole.
    assert emphasis_of(result)[0] == emphasis_of(text)[0]


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("Kayleigh", "Kayleigh"),
        ("*Kayleigh*", "Kayleigh"),
        ("Kay*leigh ", "Kay*leigh"),
        ("`Kayleigh", "Kayleigh"),
        ("‘James’ ", "James"),
        ("\\Kayleigh", "Kayleigh"),
        ("[a](Kayleigh) ", "Kayleigh"),
    ],
)
def test_many_names_in_one_line_take_no_long_time(piece, name):
    text = piece * (100_000 // len(piece))
    places = [
        Replacement(*match.span(), "the mother") for match in re.finditer(re.escape(name), text)
    ]
    with not_endless():
        replaced(text, places)
